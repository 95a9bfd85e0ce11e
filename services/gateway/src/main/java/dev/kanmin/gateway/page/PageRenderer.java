package dev.kanmin.gateway.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Writes pages from templates, away from the threads that serve the API. */
final class PageRenderer {
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final Duration CHOICE_LASTS = Duration.ofDays(365);

  private final SpringTemplateEngine engine = engine();

  /** Answers the page in the language of the request, and remembers a language just chosen. */
  Mono<ServerResponse> answer(
      ServerRequest request, HttpStatus status, String template, Map<String, Object> model) {
    var language = PageLanguage.of(request.exchange().getRequest());
    return Mono.fromCallable(() -> render(template, language, model))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(
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
