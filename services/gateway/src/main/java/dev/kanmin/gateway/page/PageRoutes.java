package dev.kanmin.gateway.page;

import dev.kanmin.gateway.form.ApiSource;
import dev.kanmin.gateway.owner.Owners;
import dev.kanmin.gateway.search.Search;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The addresses of the pages. Who may see them is said in {@link PageSecurity}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageProperties.class)
class PageRoutes {
  static final String HOME = "/";
  static final String CELL = "/cells/{country}/{field}";
  static final String RECORD = "/records/{id}";
  static final String VIEW = RECORD + "/{view:[a-z][a-z-]{0,40}}";
  static final String COMMAND = "/commands/{operation}";
  static final String KIND = "/kinds/{kind:[a-z][a-z-]{0,40}}";
  static final String SEARCH = "/search";
  static final String MY_WORK = "/home";
  static final String SQUARES = "/squares";
  static final String LIVE = "/live";
  static final String FORBIDDEN = "/forbidden";
  static final String SIGN_IN_FAILED = "/sign-in-failed";

  private static final String EXPORT = "/export.";
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
      Search search,
      PageMaker maker,
      PageRenderer renderer,
      PageProperties properties,
      ApiSource api,
      Owners owners,
      ServerOAuth2AuthorizedClientRepository tokens,
      Clock clock) {
    var officersTokens = new OfficerTokens(tokens, clock);
    var briefs = new BriefPages(facts, api, owners, officersTokens, maker, renderer, clock);
    var handler = new PageHandler(facts, briefs, maker, renderer, clock);
    var answers = new OfficerAnswers(facts, api, officersTokens, maker, renderer, clock);
    var records = new RecordPages(facts, owners, answers);
    var commands = new CommandPages(owners, answers);
    var views = new ViewPages(facts, owners, answers);
    var homes = new HomePages(facts, api, owners, officersTokens, maker, renderer, clock);
    var lists = new ListPages(facts, search, api, maker, renderer, clock);
    var uploads = new UploadPages(api, owners, officersTokens, maker, renderer);
    var library = new ChartLibrary();
    var charts = new ChartPages(facts, maker, renderer, library, clock);
    var overviews = new OverviewPages(api, owners, officersTokens, maker, renderer, library, clock);
    var live = new LiveHandler(facts, properties.liveEvery());
    return RouterFunctions.route()
        .GET(HOME, handler::matrix)
        .GET(CELL, handler::cell)
        .GET(MY_WORK, homes::home)
        .GET(KIND, lists::list)
        .GET(KIND + EXPORT + "csv", lists::csv)
        .GET(KIND + EXPORT + "xlsx", lists::excel)
        .GET(SEARCH, lists::list)
        .GET(SEARCH + EXPORT + "csv", lists::csv)
        .GET(SEARCH + EXPORT + "xlsx", lists::excel)
        .GET(TileMap.PATH, handler::map)
        .GET(Charts.PATH, charts::charts)
        .GET(Charts.PATH + "/{chart:[a-z]{1,20}}.csv", charts::csv)
        .GET(OverviewPages.PATH, overviews::first)
        .GET(OverviewPages.OVERVIEW, overviews::overview)
        .GET(OverviewPages.OVERVIEW + EXPORT + "xlsx", overviews::excel)
        .GET(UploadPages.UPLOAD, uploads::form)
        .POST(UploadPages.UPLOAD, uploads::send)
        .GET(RECORD, records::record)
        .GET(VIEW, views::view)
        .GET(COMMAND, commands::form)
        .POST(COMMAND, commands::act)
        .POST(COMMAND + EndedSession.AGAIN, commands::again)
        .GET("/countries/{country}", handler::country)
        .GET("/countries/{country}/brief", handler::brief)
        .GET("/fields/{field}", handler::field)
        .GET(SQUARES, handler::squares)
        .GET(LIVE, live::stream)
        .GET(FORBIDDEN, handler::forbidden)
        .GET(SIGN_IN_FAILED, handler::signInFailed)
        .onError(_ -> true, handler::broken)
        .build()
        .and(library.files());
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
