package dev.kanmin.gateway.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The public page that says how the system does. */
@Component
public final class StatusPages {
  private final PageMaker pages;
  private final PageRenderer renderer;

  StatusPages(PageMaker pages, PageRenderer renderer) {
    this.pages = pages;
    this.renderer = renderer;
  }

  /**
   * What is shown.
   *
   * @param behind records of the feed that are not in the picture yet
   */
  public record Shown(
      boolean well,
      Instant at,
      String version,
      int subjects,
      long behind,
      List<Attention> attention,
      List<ServiceShown> services) {}

  /** Something that needs somebody; there are words for each code. */
  public record Attention(String code, List<Object> arguments) {}

  /**
   * A service.
   *
   * @param unsentMillis how long its oldest event waits; empty when it did not tell
   * @param circuit {@code closed}, {@code open} or {@code half-open}
   */
  public record ServiceShown(
      String name,
      boolean up,
      Optional<Long> unsentMillis,
      Optional<Instant> latestEvent,
      String circuit,
      int underWay) {}

  /** A row of the table, in words. */
  record Line(
      String name, boolean up, String state, String unsent, String latest, String requests) {}

  /** The page as HTML, in the language of the request. */
  public Mono<String> page(ServerWebExchange exchange, Shown status) {
    var language = PageLanguage.of(exchange.getRequest());
    var wording = Wording.in(language);
    var page =
        pages.open(
            ServerRequest.create(exchange, List.of()),
            wording.say("title.of", wording.say("status.heading")),
            "status",
            List.of(),
            List.of());
    exchange.getResponse().getHeaders().setContentLanguage(language.locale());
    return renderer.away(
        () ->
            renderer.render(
                "status",
                language,
                Map.of(
                    "page", page,
                    "well", status.well(),
                    "at", wording.momentWithSeconds(status.at()),
                    "attention",
                        status.attention().stream().map(one -> attention(one, wording)).toList(),
                    "facts",
                        List.of(
                            wording.say("status.version", status.version()),
                            wording.say("status.subjects", wording.number(status.subjects())),
                            wording.say("status.behind", wording.number(status.behind()))),
                    "lines", status.services().stream().map(one -> line(one, wording)).toList())));
  }

  private static String attention(Attention one, Wording wording) {
    return wording.say(
        "status.fault." + one.code(),
        one.arguments().stream().map(argument -> named(argument, wording)).toArray());
  }

  /** A service is called as people call it. */
  private static String named(Object argument, Wording wording) {
    return argument instanceof Number number
        ? wording.number(number.longValue())
        : wording.serviceOr(String.valueOf(argument));
  }

  private static Line line(ServiceShown service, Wording wording) {
    return new Line(
        wording.service(service.name()),
        service.up(),
        wording.say(
            !service.up()
                ? "status.down"
                : service.circuit().equals("closed") ? "status.up" : "status.held-back"),
        service
            .unsentMillis()
            .map(
                millis ->
                    millis == 0
                        ? wording.say("status.all-sent")
                        : wording.duration(Duration.ofMillis(millis)))
            .orElse(wording.say("status.unknown")),
        service.latestEvent().map(wording::moment).orElse(wording.say("status.none-yet")),
        wording.number(service.underWay()));
  }
}
