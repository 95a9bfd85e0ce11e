package dev.kanmin.gateway.page;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.webjars.WebJarVersionLocator;

/** What draws charts from the tables beside them: the library's own files, from its webjar. */
final class ChartLibrary {
  private static final String NAME = "echarts";
  private static final Duration FOR_GOOD = Duration.ofDays(365);

  private final String version = String.valueOf(new WebJarVersionLocator().version(NAME));

  RouterFunction<ServerResponse> files() {
    return RouterFunctions.resources(
        address("**"),
        new ClassPathResource("META-INF/resources/webjars/" + NAME + "/" + version + "/"),
        (resource, headers) ->
            headers.setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable()));
  }

  /** The page with the scripts that draw. */
  Page drawing(Page page) {
    return page.withScripts(address("echarts.simple.min.js"), Assets.address("charts.js"));
  }

  private String address(String file) {
    return Assets.PATH + NAME + "/" + version + "/" + file;
  }
}
