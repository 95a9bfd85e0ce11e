package dev.kanmin.gateway.page;

import dev.kanmin.events.wire.Json;
import dev.kanmin.gateway.form.ApiSource;
import dev.kanmin.gateway.form.Operation;
import dev.kanmin.gateway.owner.Owners;
import dev.kanmin.gateway.owner.Reply;
import dev.kanmin.gateway.view.CellViews;
import dev.kanmin.web.overview.Overview;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/** Answers the pages that services have of their own: whatever answers with an overview. */
final class OverviewPages {
  static final String PATH = "/overviews";
  static final String OVERVIEW = PATH + "/{operation:[A-Za-z]{1,80}}";

  private static final Logger log = LoggerFactory.getLogger(OverviewPages.class);
  private static final MediaType EXCEL =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final ApiSource source;
  private final Owners owners;
  private final OfficerTokens tokens;
  private final PageMaker pages;
  private final PageRenderer renderer;
  private final ChartLibrary library;
  private final Clock clock;

  OverviewPages(
      ApiSource source,
      Owners owners,
      OfficerTokens tokens,
      PageMaker pages,
      PageRenderer renderer,
      ChartLibrary library,
      Clock clock) {
    this.source = source;
    this.owners = owners;
    this.tokens = tokens;
    this.pages = pages;
    this.renderer = renderer;
    this.library = library;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param query what it is narrowed by
   */
  private record Asked(Officer officer, Operation operation, Map<String, String> query) {}

  /** Leads to the first one. */
  Mono<ServerResponse> first(ServerRequest request) {
    return source
        .api(request.exchange())
        .flatMap(api -> Mono.justOrEmpty(api.overviews().stream().findFirst()))
        .flatMap(
            operation ->
                ServerResponse.status(HttpStatus.FOUND)
                    .location(URI.create(PATH + "/" + operation.id()))
                    .build())
        .switchIfEmpty(Mono.defer(() -> ServerResponse.notFound().build()));
  }

  Mono<ServerResponse> overview(ServerRequest request) {
    return asked(request)
        .flatMap(asked -> read(asked).flatMap(reply -> answer(request, asked, reply)))
        .switchIfEmpty(Mono.defer(() -> ServerResponse.notFound().build()));
  }

  /** The same as a workbook, a sheet for each table. */
  Mono<ServerResponse> excel(ServerRequest request) {
    return asked(request)
        .flatMap(
            asked ->
                read(asked)
                    .flatMap(
                        reply ->
                            shown(reply)
                                .map(overview -> excel(request, asked, overview))
                                .orElseGet(() -> ServerResponse.status(status(reply)).build())))
        .switchIfEmpty(Mono.defer(() -> ServerResponse.notFound().build()));
  }

  private Mono<ServerResponse> excel(ServerRequest request, Asked asked, Overview overview) {
    return request
        .principal()
        .doOnNext(
            person -> log.info("export of {} by {}", asked.operation().id(), person.getName()))
        .then(renderer.away(() -> Exports.excel(OverviewWords.sheets(overview))))
        .flatMap(
            bytes ->
                ServerResponse.ok()
                    .contentType(EXCEL)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"kanmin-%s-%s.xlsx\""
                            .formatted(
                                asked.operation().id(),
                                LocalDate.ofInstant(clock.instant(), CellViews.ZONE)))
                    .bodyValue(bytes));
  }

  private Mono<ServerResponse> answer(ServerRequest request, Asked asked, Reply reply) {
    Officer officer = asked.officer();
    Optional<Overview> shown = shown(reply);
    OverviewWords words =
        OverviewWords.of(
            asked.operation(), asked.query(), officer, shown, problem(reply, shown, officer));
    return pages
        .signedIn(request, officer.wording().say("title.of", words.heading()), OverviewWords.PLACE)
        .map(page -> words.isDrawn() ? library.drawing(page) : page)
        .flatMap(
            page ->
                renderer.answer(
                    request,
                    shown.isPresent() ? HttpStatus.OK : status(reply),
                    "overview",
                    Map.of("page", page, "overview", words)));
  }

  private Mono<Reply> read(Asked asked) {
    return owners.list(asked.operation(), asked.query(), asked.officer().asking());
  }

  private static Optional<Overview> shown(Reply reply) {
    if (!reply.isGood()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.events().treeToValue(reply.body(), Overview.class));
    } catch (JacksonException unreadable) {
      log.warn("an overview cannot be read: {}", unreadable.getOriginalMessage());
      return Optional.empty();
    }
  }

  private static HttpStatus status(Reply reply) {
    return reply.isGood() ? HttpStatus.BAD_GATEWAY : HttpStatus.valueOf(reply.status());
  }

  private static String problem(Reply reply, Optional<Overview> shown, Officer officer) {
    if (shown.isPresent()) {
      return "";
    }
    return officer
        .wording()
        .say(
            switch (reply.status()) {
              case 401 -> "overview.sign-in-again";
              case 403 -> "overview.forbidden";
              case 400, 422 -> "overview.wrong";
              default -> "overview.unavailable";
            });
  }

  private Mono<Asked> asked(ServerRequest request) {
    Wording wording = Wording.in(PageLanguage.of(request.exchange().getRequest()));
    return Mono.zip(source.api(request.exchange()), tokens.of(request))
        .map(both -> new Officer(wording, new PageWords(wording), both.getT1(), both.getT2()))
        .flatMap(
            officer ->
                Mono.justOrEmpty(
                        officer.api().overviews().stream()
                            .filter(it -> it.id().equals(request.pathVariable("operation")))
                            .findFirst())
                    .map(operation -> new Asked(officer, operation, query(operation, request))));
  }

  /** What the operation takes of the address; empty inputs of the form are none. */
  private static Map<String, String> query(Operation operation, ServerRequest request) {
    Map<String, String> query = new LinkedHashMap<>();
    request
        .queryParams()
        .toSingleValueMap()
        .forEach(
            (name, value) -> {
              if (operation.parameters().contains(name) && !value.isBlank()) {
                query.put(name, value.strip());
              }
            });
    return query;
  }
}
