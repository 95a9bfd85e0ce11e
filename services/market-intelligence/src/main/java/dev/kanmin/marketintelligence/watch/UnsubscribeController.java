package dev.kanmin.marketintelligence.watch;

import dev.kanmin.codes.Language;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.wire.Actor;
import dev.kanmin.marketintelligence.watch.WatchCommand.Unsubscribe;
import dev.kanmin.web.PublicEndpoint;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/**
 * How a reader ends the mails of a watch without signing in: by the link in each of them. Opening
 * the link asks first, because programs that look mails through open every link; a press ends it,
 * here or in the reader's own program (RFC 8058).
 */
@RestController
@RequestMapping("/v1/watches/unsubscribe")
@PublicEndpoint
class UnsubscribeController {
  private static final String CLIENT = "unsubscribe-link";

  private final Aggregates<WatchCommand, WatchEvent, Watch> watches;
  private final WatchQueries queries;
  private final Clock clock;

  UnsubscribeController(
      Aggregates<WatchCommand, WatchEvent, Watch> watches, WatchQueries queries, Clock clock) {
    this.watches = watches;
    this.queries = queries;
    this.clock = clock;
  }

  @Operation(summary = "Asks whether the mails of a watch are to end; a page for its reader.")
  @GetMapping(path = "/{token}", produces = MediaType.TEXT_HTML_VALUE)
  Mono<String> ask(@PathVariable String token) {
    return queries
        .byToken(token)
        .map(
            stored -> {
              Language language = language(stored.state());
              return page(
                  language,
                  "<p>%s</p><form method=\"post\"><button>%s</button></form>"
                      .formatted(word("end-ask", language), word("end-button", language)));
            });
  }

  @Operation(summary = "Ends the mails of a watch, by the link in each of them.")
  @PostMapping(path = "/{token}", produces = MediaType.TEXT_HTML_VALUE)
  Mono<String> end(@PathVariable String token) {
    return queries
        .byToken(token)
        .flatMap(
            stored -> {
              Watch watch = stored.state();
              var reader = new Actor(watch.owner().orElseThrow().code(), CLIENT);
              Language language = language(watch);
              return watches
                  .handle(
                      stored.id(), new Unsubscribe(), CommandContext.of(reader, clock.instant()))
                  .thenReturn(page(language, "<p>" + word("ended", language) + "</p>"));
            });
  }

  private static Language language(Watch watch) {
    return watch.known().telling().language();
  }

  private static String word(String name, Language language) {
    return HtmlUtils.htmlEscape(WatchMail.word(name, language), "UTF-8");
  }

  private static String page(Language language, String body) {
    return """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8"><meta name="robots" content="noindex">
        <title>%s</title></head><body><main><h1>%s</h1>%s</main></body></html>
        """
        .formatted(language.tag(), word("end-title", language), word("end-title", language), body);
  }
}
