package dev.kanmin.gateway.page;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The addresses of the pages. Who may see them is said in {@link PageSecurity}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageProperties.class)
class PageRoutes {
  static final String HOME = "/";
  static final String CELL = "/cells/{country}/{field}";
  static final String SQUARES = "/squares";
  static final String LIVE = "/live";
  static final String FORBIDDEN = "/forbidden";
  static final String SIGN_IN_FAILED = "/sign-in-failed";

  private static final Duration FOR_GOOD = Duration.ofDays(365);

  @Bean
  PageRenderer pageRenderer() {
    return new PageRenderer();
  }

  @Bean
  PageMaker pageMaker(PageProperties properties) {
    return new PageMaker(properties);
  }

  @Bean
  RouterFunction<ServerResponse> pages(
      PageFacts facts,
      PageMaker maker,
      PageRenderer renderer,
      PageProperties properties,
      Clock clock) {
    var handler = new PageHandler(facts, maker, renderer, clock);
    var live = new LiveHandler(facts, properties.liveEvery());
    return RouterFunctions.route()
        .GET(HOME, handler::matrix)
        .GET(CELL, handler::cell)
        .GET(SQUARES, handler::squares)
        .GET(LIVE, live::stream)
        .GET(FORBIDDEN, handler::forbidden)
        .GET(SIGN_IN_FAILED, handler::signInFailed)
        .build();
  }

  @Bean
  RouterFunction<ServerResponse> assets() {
    return RouterFunctions.resources(
        Assets.PATH + "**",
        new ClassPathResource(Assets.FOLDER),
        (resource, headers) ->
            headers.setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable()));
  }
}
