package dev.kanmin.gateway.page;

import dev.kanmin.gateway.form.ApiSource;
import dev.kanmin.gateway.owner.Owners;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.view.CellViews;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers the brief of a country, for paper. */
final class BriefPages {
  /** Owners that are asked at the same time. */
  private static final int AT_ONCE = 8;

  private final PageFacts facts;
  private final ApiSource source;
  private final RecordSource records;
  private final OfficerTokens tokens;
  private final PageMaker pages;
  private final PageRenderer renderer;
  private final Clock clock;

  BriefPages(
      PageFacts facts,
      ApiSource source,
      Owners owners,
      OfficerTokens tokens,
      PageMaker pages,
      PageRenderer renderer,
      Clock clock) {
    this.facts = facts;
    this.source = source;
    this.records = new RecordSource(owners);
    this.tokens = tokens;
    this.pages = pages;
    this.renderer = renderer;
    this.clock = clock;
  }

  /**
   * The brief of that country, which is one that the code lists know.
   *
   * @param code ISO 3166-1 alpha-2
   */
  Mono<ServerResponse> brief(ServerRequest request, String code) {
    Wording wording = Wording.in(PageLanguage.of(request.exchange().getRequest()));
    LocalDate today = LocalDate.ofInstant(clock.instant(), CellViews.ZONE);
    return Mono.zip(
            renderer.away(() -> Brief.of(code, facts.picture(), today, wording)),
            source.api(request.exchange()),
            tokens.of(request))
        .flatMap(
            all -> {
              Officer officer =
                  new Officer(wording, new PageWords(wording), all.getT2(), all.getT3());
              return sources(all.getT1().told(), officer)
                  .flatMap(sources -> answer(request, all.getT1(), sources, wording));
            });
  }

  /** What an owner does not show now is not named. */
  private Mono<List<Source>> sources(List<Row> told, Officer officer) {
    return Flux.fromIterable(officer.token().isEmpty() ? List.<Row>of() : told)
        .flatMapSequential(
            row -> records.find(row.subject(), officer.api(), facts.subjects(), officer.asking()),
            AT_ONCE)
        .flatMapIterable(owned -> Source.in(owned.reply().body()))
        .distinct()
        .collectSortedList(Comparator.comparing(Source::text).thenComparing(Source::day));
  }

  private Mono<ServerResponse> answer(
      ServerRequest request, Brief brief, List<Source> sources, Wording wording) {
    return pages
        .signedIn(request, wording.say("title.of", wording.say("brief.heading", brief.name())), "")
        .flatMap(
            page ->
                renderer.answer(
                    request,
                    HttpStatus.OK,
                    "brief",
                    Map.of(
                        "page", page,
                        "brief", brief,
                        "sources", sources,
                        "words", wording,
                        "freshness", FreshnessView.of(facts.head(), wording))));
  }
}
