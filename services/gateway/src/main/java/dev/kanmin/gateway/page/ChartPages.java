package dev.kanmin.gateway.page;

import dev.kanmin.gateway.view.CellViews;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.InputFault;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers the charts and their tables. */
final class ChartPages {
  private static final Logger log = LoggerFactory.getLogger(ChartPages.class);

  private final PageFacts facts;
  private final PageMaker pages;
  private final PageRenderer renderer;
  private final ChartLibrary library;
  private final Clock clock;

  ChartPages(
      PageFacts facts, PageMaker pages, PageRenderer renderer, ChartLibrary library, Clock clock) {
    this.facts = facts;
    this.pages = pages;
    this.renderer = renderer;
    this.library = library;
    this.clock = clock;
  }

  Mono<ServerResponse> charts(ServerRequest request) {
    Wording wording = wording(request);
    return renderer
        .away(() -> charts(request, wording))
        .map(charts -> Map.<String, Object>of("charts", charts, "problem", ""))
        .onErrorResume(
            BadInput.class,
            fault ->
                Mono.just(
                    Map.of(
                        "charts",
                        new Charts(query(request), List.of(), List.of()),
                        "problem",
                        fault.faults().stream()
                            .map(InputFault::detail)
                            .collect(Collectors.joining(" ")))))
        .flatMap(model -> answer(request, model, wording));
  }

  private Mono<ServerResponse> answer(
      ServerRequest request, Map<String, Object> charts, Wording wording) {
    Map<String, Object> model = new HashMap<>(charts);
    model.put("filters", ListPages.places(query(request), wording));
    model.put("words", wording);
    model.put("freshness", FreshnessView.of(facts.head(), wording));
    return pages
        .signedIn(request, wording.say("title.of", wording.say("charts.heading")), "charts")
        .map(library::drawing)
        .flatMap(
            page -> {
              model.put("page", page);
              return renderer.answer(
                  request,
                  "".equals(model.get("problem")) ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
                  "charts",
                  model);
            });
  }

  Mono<ServerResponse> csv(ServerRequest request) {
    Wording wording = wording(request);
    return request
        .principal()
        .map(Principal::getName)
        .defaultIfEmpty("")
        .flatMap(
            name ->
                renderer
                    .away(() -> charts(request, wording).chart(request.pathVariable("chart")))
                    .flatMap(Mono::justOrEmpty)
                    .doOnNext(chart -> log.info("export of the chart {} by {}", chart.id(), name)))
        .flatMap(
            chart ->
                ServerResponse.ok()
                    .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"kanmin-%s-%s.csv\"".formatted(chart.id(), today()))
                    .bodyValue(Exports.csv(chart.rows())))
        .switchIfEmpty(ServerResponse.notFound().build());
  }

  private Charts charts(ServerRequest request, Wording wording) {
    return Charts.of(facts.subjects(), query(request), request.queryParam(Charts.MONEY), wording);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CellViews.ZONE);
  }

  private static ListQuery query(ServerRequest request) {
    return ListQuery.of(Charts.PATH, "", request.queryParams());
  }

  private static Wording wording(ServerRequest request) {
    return Wording.in(PageLanguage.of(request.exchange().getRequest()));
  }
}
