package dev.kanmin.gateway.page;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Field;
import dev.kanmin.gateway.page.HeatMap.Extent;
import dev.kanmin.gateway.page.HeatMap.Square;
import dev.kanmin.gateway.view.CellViews;
import dev.kanmin.gateway.view.Labels;
import dev.kanmin.web.ProblemException;
import dev.kanmin.web.RequestId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers the pages of people who are signed in. */
final class PageHandler {
  private static final Logger log = LoggerFactory.getLogger(PageHandler.class);
  private static final String HOME = "/";

  private final PageFacts facts;
  private final PageMaker pages;
  private final PageRenderer renderer;
  private final BriefPages briefs;
  private final Clock clock;

  PageHandler(
      PageFacts facts, BriefPages briefs, PageMaker pages, PageRenderer renderer, Clock clock) {
    this.facts = facts;
    this.briefs = briefs;
    this.pages = pages;
    this.renderer = renderer;
    this.clock = clock;
  }

  Mono<ServerResponse> matrix(ServerRequest request) {
    var wording = wording(request);
    var measure = measure(request);
    var matrix = matrix(measure.ended());
    var title = wording.say("title.of", wording.say("title.matrix"));
    return pages
        .signedIn(request, title, "matrix")
        .flatMap(
            page ->
                renderer.answer(
                    request,
                    HttpStatus.OK,
                    "matrix",
                    Map.of(
                        "page", page,
                        "matrix", HeatMap.of(matrix, measure, extent(request), wording),
                        "freshness", FreshnessView.of(facts.head(), wording),
                        "show", measure.code(),
                        "ended", measure.ended() ? "1" : "",
                        "map", TileMap.href(measure))));
  }

  /** The same as squares where countries are about to be found. */
  Mono<ServerResponse> map(ServerRequest request) {
    var wording = wording(request);
    var measure = measure(request);
    return pages
        .signedIn(request, wording.say("title.of", wording.say("map.heading")), "matrix")
        .flatMap(
            page ->
                renderer.answer(
                    request,
                    HttpStatus.OK,
                    "map",
                    Map.of(
                        "page", page,
                        "map", TileMap.of(matrix(measure.ended()), measure, wording),
                        "table", new Extent("", false).href(measure),
                        "freshness", FreshnessView.of(facts.head(), wording))));
  }

  /** The squares named by {@code cell}, with their sums: what an open heat map replaces. */
  Mono<ServerResponse> squares(ServerRequest request) {
    var wording = wording(request);
    var measure = measure(request);
    var matrix = matrix(measure.ended());
    var cells =
        request.queryParams().getOrDefault("cell", List.of()).stream()
            .flatMap(anchor -> CellId.ofAnchor(anchor).stream())
            .distinct()
            .toList();
    var squares =
        cells.stream().map(cell -> SquareWords.square(cell, matrix, measure, wording)).toList();
    return renderer.answer(
        request,
        HttpStatus.OK,
        "squares",
        Map.of(
            "squares", squares,
            "sums", sums(cells, matrix, measure, wording),
            "freshness", FreshnessView.of(facts.head(), wording)));
  }

  Mono<ServerResponse> cell(ServerRequest request) {
    var country = request.pathVariable("country");
    var field = request.pathVariable("field");
    return CellId.find(country, field)
        .map(cell -> known(request, cell))
        .orElseGet(() -> unknown(request, country + "/" + field));
  }

  /** For people, what went wrong in words; for whoever looks after it, in the log. */
  Mono<ServerResponse> broken(Throwable fault, ServerRequest request) {
    var status =
        fault instanceof ProblemException known
            ? known.type().status()
            : HttpStatus.INTERNAL_SERVER_ERROR;
    var id = RequestId.of(request.exchange());
    if (status.is5xxServerError()) {
      log.error("request={} path='{}'", id, request.path(), fault);
    }
    var key = status.is5xxServerError() ? "page.broken" : "page.not-like-this";
    return message(request, status, key, id, HOME, wording(request).say("page.home"));
  }

  /** All fields of one country. */
  Mono<ServerResponse> country(ServerRequest request) {
    var code = request.pathVariable("country");
    return CellId.find(code, Field.UNCLASSIFIED).isPresent()
        ? place(
            request,
            PlaceWords.country(code, matrix(isWithEnded(request)), wording(request), today()))
        : unknown(request, code);
  }

  /** The same for paper, with sources. */
  Mono<ServerResponse> brief(ServerRequest request) {
    var code = request.pathVariable("country");
    return CellId.find(code, Field.UNCLASSIFIED).isPresent()
        ? briefs.brief(request, code)
        : unknown(request, code);
  }

  /** All countries of one field. */
  Mono<ServerResponse> field(ServerRequest request) {
    var code = request.pathVariable("field");
    return CellId.find(HeatMap.JAPAN, code).isPresent()
        ? place(
            request,
            PlaceWords.field(code, matrix(isWithEnded(request)), wording(request), today()))
        : unknown(request, code);
  }

  private Mono<ServerResponse> place(ServerRequest request, PlaceWords place) {
    var wording = wording(request);
    return pages
        .signedIn(request, wording.say("title.of", place.name()), "")
        .flatMap(
            page ->
                renderer.answer(
                    request,
                    HttpStatus.OK,
                    "place",
                    Map.of(
                        "page", page,
                        "place", place,
                        "words", wording,
                        "freshness", FreshnessView.of(facts.head(), wording))));
  }

  /** Where the browser ends up when the issuer's answer was no good. */
  Mono<ServerResponse> signInFailed(ServerRequest request) {
    var wording = wording(request);
    return message(
        request, HttpStatus.OK, "page.failed", "", HOME, wording.say("page.failed.again"));
  }

  /** For somebody who is signed in and lacks the right. */
  Mono<ServerResponse> forbidden(ServerRequest request) {
    var wording = wording(request);
    return message(
        request, HttpStatus.FORBIDDEN, "page.forbidden", "", HOME, wording.say("page.home"));
  }

  private Mono<ServerResponse> known(ServerRequest request, CellId cell) {
    var wording = wording(request);
    var matrix = matrix(isWithEnded(request));
    var head = facts.head();
    var labels = Labels.in(wording.language().language());
    var view = new CellViews(labels, today(), facts.toDos()).view(matrix.picture(), cell.key());
    var name = wording.say("cell.name", view.country().label(), view.field().label());
    return pages
        .signedIn(request, wording.say("title.of", name), "cell")
        .flatMap(
            page ->
                renderer.answer(
                    request,
                    HttpStatus.OK,
                    "cell",
                    Map.of(
                        "page",
                        page,
                        "cell",
                        new CellWords(cell, view, head.pictureLeftOut(), matrix, wording),
                        "words",
                        wording,
                        "anchor",
                        cell.anchor(),
                        "freshness",
                        FreshnessView.of(head, wording))));
  }

  private Mono<ServerResponse> unknown(ServerRequest request, String asked) {
    var home = wording(request).say("page.home");
    return message(request, HttpStatus.NOT_FOUND, "page.unknown", asked, HOME, home);
  }

  private Mono<ServerResponse> message(
      ServerRequest request,
      HttpStatus status,
      String key,
      String argument,
      String href,
      String link) {
    var wording = wording(request);
    var heading = wording.say(key + ".heading");
    return pages
        .signedIn(request, wording.say("title.of", heading), "")
        .flatMap(
            page ->
                renderer.answer(
                    request,
                    status,
                    "message",
                    Map.of(
                        "page", page,
                        "heading", heading,
                        "lead", wording.say(key + ".lead", argument),
                        "href", href,
                        "link", link)));
  }

  private static List<Square> sums(
      List<CellId> cells, MatrixFacts matrix, Measure measure, Wording wording) {
    var countries =
        cells.stream()
            .map(CellId::country)
            .distinct()
            .map(code -> SquareWords.countrySum(code, matrix, measure, wording));
    var fields =
        cells.stream()
            .map(CellId::field)
            .distinct()
            .map(code -> SquareWords.fieldSum(code, matrix, measure, wording));
    var all = Stream.of(SquareWords.sumOfAll(matrix, measure, wording));
    return Stream.of(countries, fields, all).flatMap(sums -> sums).toList();
  }

  private MatrixFacts matrix(boolean ended) {
    return MatrixFacts.on(today(), facts.picture(), ended);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CellViews.ZONE);
  }

  private static Measure measure(ServerRequest request) {
    return Measure.chosen(request.queryParam(Measure.PARAMETER), isWithEnded(request));
  }

  private static Extent extent(ServerRequest request) {
    return new Extent(
        request
            .queryParam(Extent.REGION)
            .filter(code -> CodeLists.list(CodeLists.REGIONS).has(code))
            .orElse(""),
        request.queryParam(Extent.EMPTY).filter("1"::equals).isPresent());
  }

  private static boolean isWithEnded(ServerRequest request) {
    return request.queryParam(Measure.ENDED).filter("1"::equals).isPresent();
  }

  private static Wording wording(ServerRequest request) {
    return Wording.in(PageLanguage.of(request.exchange().getRequest()));
  }
}
