package dev.kanmin.gateway.page;

import dev.kanmin.web.ProblemTypes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Writes pages from templates, away from the threads that serve the API, and never more at a time
 * than there are processors: else many pages would take their time from everything else.
 */
final class PageRenderer implements DisposableBean {
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final Duration CHOICE_LASTS = Duration.ofDays(365);

  private static final int MOST_WAITING = 256;

  /** A page as it was last written, and of what. */
  private record Written(Map<String, Object> model, String html) {
    boolean says(Map<String, Object> asked) {
      return model.equals(asked);
    }
  }

  private final Map<String, Written> written = new ConcurrentHashMap<>();
  private final SpringTemplateEngine engine = engine();
  private final Scheduler writers =
      Schedulers.newBoundedElastic(
          Runtime.getRuntime().availableProcessors(), MOST_WAITING, "pages");

  /** Answers the page in the language of the request, and remembers a language just chosen. */
  Mono<ServerResponse> answer(
      ServerRequest request, HttpStatus status, String template, Map<String, Object> model) {
    var language = PageLanguage.of(request.exchange().getRequest());
    return answer(request, status, language, rendered(template, language, model));
  }

  /**
   * Answers a page that is the same for everybody, written anew only when what it says has changed:
   * for a long one that is asked for often.
   *
   * @param model of values that are equal when they say the same
   */
  Mono<ServerResponse> answerSame(
      ServerRequest request, HttpStatus status, String template, Map<String, Object> model) {
    var language = PageLanguage.of(request.exchange().getRequest());
    var key = template + "." + language.tag();
    var kept = written.get(key);
    var html =
        kept != null && kept.says(model)
            ? Mono.just(kept.html())
            : away(() -> written.compute(key, (_, last) -> last(last, template, language, model)))
                .map(Written::html);
    return answer(request, status, language, html);
  }

  private Written last(
      @Nullable Written last, String template, PageLanguage language, Map<String, Object> model) {
    return last != null && last.says(model)
        ? last
        : new Written(model, render(template, language, model));
  }

  private static Mono<ServerResponse> answer(
      ServerRequest request, HttpStatus status, PageLanguage language, Mono<String> rendered) {
    return rendered.flatMap(
        html -> {
          var answer =
              ServerResponse.status(status)
                  .contentType(HTML)
                  .cacheControl(CacheControl.noStore())
                  .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                  .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE);
          PageLanguage.chosen(request.exchange().getRequest())
              .ifPresent(chosen -> answer.cookie(remembering(chosen)));
          return answer.bodyValue(html);
        });
  }

  /** Answers the page outside of any route. */
  Mono<Void> write(
      ServerWebExchange exchange,
      String template,
      PageLanguage language,
      Map<String, Object> model) {
    var response = exchange.getResponse();
    return rendered(template, language, model)
        .flatMap(
            html -> {
              var bytes = html.getBytes(StandardCharsets.UTF_8);
              response.getHeaders().setContentType(HTML);
              response.getHeaders().setCacheControl(CacheControl.noStore());
              response.getHeaders().setContentLength(bytes.length);
              return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
            });
  }

  private Mono<String> rendered(String template, PageLanguage language, Map<String, Object> model) {
    return away(() -> render(template, language, model));
  }

  /** What else takes long for a page, on the same threads. */
  <T> Mono<T> away(Callable<T> work) {
    return Mono.fromCallable(work)
        .subscribeOn(writers)
        .onErrorMap(
            RejectedExecutionException.class,
            _ -> ProblemTypes.UNAVAILABLE.with("Too many pages are asked for. Try again."));
  }

  @Override
  public void destroy() {
    writers.dispose();
  }

  /** The page as HTML. */
  String render(String template, PageLanguage language, Map<String, Object> model) {
    return engine.process(template, new Context(language.locale(), model));
  }

  private static ResponseCookie remembering(PageLanguage language) {
    return ResponseCookie.from(PageLanguage.COOKIE, language.tag())
        .path("/")
        .maxAge(CHOICE_LASTS)
        .httpOnly(true)
        .sameSite("Lax")
        .build();
  }

  private static SpringTemplateEngine engine() {
    var templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("templates/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(templates);
    engine.setTemplateEngineMessageSource(Wording.messages());
    engine.setEnableSpringELCompiler(true);
    return engine;
  }
}
