package dev.kanmin.gateway.page;

import dev.kanmin.web.FaultCodes;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.webjars.WebJarVersionLocator;
import reactor.core.publisher.Mono;

/** The public pages about the API. */
@Component
public final class DocumentPages {
  private static final String SWAGGER_UI = "swagger-ui";
  private static final Duration A_WHILE = Duration.ofDays(1);

  private final PageMaker pages;
  private final PageRenderer renderer;
  private final String version = String.valueOf(new WebJarVersionLocator().version(SWAGGER_UI));

  DocumentPages(PageMaker pages, PageRenderer renderer) {
    this.pages = pages;
    this.renderer = renderer;
  }

  /**
   * The API to read and to try.
   *
   * @param missing services whose part of the description could not be fetched
   */
  public Mono<ServerResponse> api(ServerRequest request, List<String> missing) {
    var wording = wording(request);
    var page =
        pages.open(
            request,
            wording.say("title.of", wording.say("docs.heading")),
            "docs",
            List.of(swaggerUi("swagger-ui.css")),
            List.of(swaggerUi("swagger-ui-bundle.js"), Assets.address("docs.js")));
    return renderer.answer(
        request,
        HttpStatus.OK,
        "docs",
        Map.of("page", page, "incomplete", incomplete(wording, missing)));
  }

  private static String incomplete(Wording wording, List<String> missing) {
    var named = missing.stream().map(wording::service).toList();
    return named.isEmpty()
        ? ""
        : wording.say("docs.missing", String.join(wording.say("list.comma"), named));
  }

  /**
   * An error code.
   *
   * @param status of HTTP
   */
  public record Listed(String code, int status, String title) {}

  /**
   * The catalogue of error codes.
   *
   * @param problems of all services, as they describe themselves
   * @param missing services whose codes could not be fetched
   */
  public Mono<ServerResponse> problems(
      ServerRequest request, List<Listed> problems, List<String> missing) {
    var wording = wording(request);
    var page =
        pages.open(
            request,
            wording.say("title.of", wording.say("problems.heading")),
            "docs",
            List.of(),
            List.of());
    return renderer.answerSame(
        request,
        HttpStatus.OK,
        "problems",
        Map.of(
            "page",
            page,
            "problems",
            problems,
            "faults",
            faults(),
            "incomplete",
            incomplete(wording, missing)));
  }

  /** Swagger UI's own files, from its webjar. */
  public RouterFunction<ServerResponse> swaggerUi() {
    return RouterFunctions.resources(
        swaggerUi("**"),
        new ClassPathResource("META-INF/resources/webjars/swagger-ui/" + version + "/"),
        (resource, headers) -> headers.setCacheControl(CacheControl.maxAge(A_WHILE).cachePublic()));
  }

  private String swaggerUi(String file) {
    return "/docs/swagger-ui/" + version + "/" + file;
  }

  private static List<String> faults() {
    return Arrays.stream(FaultCodes.class.getFields()).map(DocumentPages::value).sorted().toList();
  }

  private static String value(Field constant) {
    try {
      return String.valueOf(constant.get(FaultCodes.class));
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Wording wording(ServerRequest request) {
    return Wording.in(PageLanguage.of(request.exchange().getRequest()));
  }
}
