package dev.kanmin.gateway.page;

import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.Card.Last;
import dev.kanmin.gateway.form.Api;
import dev.kanmin.gateway.form.ApiSource;
import dev.kanmin.gateway.form.Operation;
import dev.kanmin.gateway.owner.Owners;
import dev.kanmin.gateway.owner.Reply;
import dev.kanmin.gateway.page.HomeWords.Changed;
import dev.kanmin.gateway.page.ListWords.Chip;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.picture.Subject;
import dev.kanmin.gateway.rule.ToDos;
import dev.kanmin.gateway.rule.ToDos.ToDo;
import dev.kanmin.gateway.view.CardViews;
import dev.kanmin.gateway.view.CellViews;
import dev.kanmin.gateway.view.Labels;
import dev.kanmin.gateway.view.ViewParts.NextDate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Answers an officer's own page: what to do, what comes, what changed, and what was begun. */
final class HomePages {
  private static final int MOST = 30;
  private static final int MOST_DRAFTS = 20;
  private static final int DAYS_AHEAD = 60;
  private static final String DRAFT = "draft";

  private final PageFacts facts;
  private final ApiSource source;
  private final Owners owners;
  private final OfficerTokens tokens;
  private final PageMaker pages;
  private final PageRenderer renderer;
  private final Clock clock;

  HomePages(
      PageFacts facts,
      ApiSource source,
      Owners owners,
      OfficerTokens tokens,
      PageMaker pages,
      PageRenderer renderer,
      Clock clock) {
    this.facts = facts;
    this.source = source;
    this.owners = owners;
    this.tokens = tokens;
    this.pages = pages;
    this.renderer = renderer;
    this.clock = clock;
  }

  Mono<ServerResponse> home(ServerRequest request) {
    Wording wording = Wording.in(PageLanguage.of(request.exchange().getRequest()));
    Visit visit = Visit.of(request, clock.instant());
    request.exchange().getResponse().addCookie(visit.cookie(clock.instant()));
    return Mono.zip(source.api(request.exchange()), tokens.of(request), agency(request))
        .flatMap(
            all -> {
              Officer officer =
                  new Officer(wording, new PageWords(wording), all.getT1(), all.getT2());
              return Mono.zip(
                  drafts(officer), renderer.away(() -> home(officer, all.getT3(), visit.since())));
            })
        .flatMap(
            both ->
                pages
                    .signedIn(request, wording.say("title.of", wording.say("home.heading")), "home")
                    .flatMap(
                        page ->
                            renderer.answer(
                                request,
                                HttpStatus.OK,
                                "home",
                                Map.of(
                                    "page", page,
                                    "words", wording,
                                    "home", with(both.getT2(), both.getT1())))));
  }

  private static HomeWords with(HomeWords home, List<Chip> drafts) {
    return new HomeWords(
        home.toDos(),
        home.toDoCount(),
        home.dates(),
        home.since(),
        home.changed(),
        drafts,
        home.births());
  }

  /** Of every service that can list what is in that state. */
  private Mono<List<Chip>> drafts(Officer officer) {
    if (officer.token().isEmpty()) {
      return Mono.just(List.of());
    }
    return Flux.fromStream(officer.api().operations().stream().filter(HomePages::listsDrafts))
        .flatMapSequential(
            list ->
                owners
                    .list(list, Map.of("state", DRAFT), officer.asking())
                    .filter(Reply::isGood)
                    .flatMapIterable(reply -> reply.body().path("items")))
        .map(item -> draft(item, officer))
        .take(MOST_DRAFTS)
        .collectList();
  }

  private static boolean listsDrafts(Operation operation) {
    return operation.isList()
        && operation.parameters().contains("state")
        && operation
            .items()
            .flatMap(item -> item.property("state"))
            .filter(state -> state.values().contains(DRAFT))
            .isPresent();
  }

  private static Chip draft(JsonNode item, Officer officer) {
    String id = item.path("id").asString("");
    JsonNode title = item.has("title") ? item.path("title") : item.path("name");
    String text = title.isObject() ? officer.words().text(title) : title.asString("");
    return new Chip(text.isEmpty() ? id : text, RecordWords.href(id));
  }

  private HomeWords home(Officer officer, String agency, Instant since) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CellViews.ZONE);
    Labels labels = Labels.in(officer.wording().language().language());
    CardViews views = new CardViews(labels, today);
    List<Row> mine =
        rows()
            .filter(row -> !row.ended())
            .filter(
                row ->
                    row.card().responsible().stream().anyMatch(one -> one.agency().equals(agency)))
            .toList();
    List<ToDo> toDos =
        mine.stream()
            .flatMap(row -> facts.toDos().of(row, today).stream())
            .filter(toDo -> isFor(toDo, agency))
            .sorted(Comparator.comparing(ToDo::due).thenComparing(toDo -> toDo.row().subject()))
            .toList();
    return new HomeWords(
        toDos.stream().limit(MOST).map(views::toDo).toList(),
        toDos.size(),
        dates(mine, views, today),
        officer.wording().moment(since),
        changed(mine, since, officer.wording(), labels),
        List.of(),
        births(officer.api(), officer.wording()));
  }

  private static boolean isFor(ToDo toDo, String agency) {
    return toDo.row().card().responsible().stream()
        .anyMatch(one -> one.agency().equals(agency) && toDo.rule().concerns(one));
  }

  private record Coming(Due due, Row row) {}

  private static List<NextDate> dates(List<Row> mine, CardViews views, LocalDate today) {
    return mine.stream()
        .flatMap(row -> row.card().dates().stream().map(due -> new Coming(due, row)))
        .filter(coming -> CardCodes.isExpected(coming.due().what()))
        .filter(
            coming -> {
              LocalDate day = ToDos.day(coming.due());
              return !day.isBefore(today) && !day.isAfter(today.plusDays(DAYS_AHEAD));
            })
        .sorted(Comparator.comparing(coming -> ToDos.day(coming.due())))
        .limit(MOST)
        .map(
            coming ->
                new NextDate(views.date(coming.due(), coming.row()), views.subject(coming.row())))
        .toList();
  }

  private List<Changed> changed(List<Row> mine, Instant since, Wording wording, Labels labels) {
    Set<String> cells = new HashSet<>();
    mine.forEach(row -> cells.addAll(cells(row).toList()));
    return rows()
        .filter(row -> row.last().at().isAfter(since))
        .filter(row -> cells(row).anyMatch(cells::contains))
        .sorted(Row.LATEST_FIRST)
        .limit(MOST)
        .map(row -> changed(row, wording, labels))
        .toList();
  }

  private static Stream<String> cells(Row row) {
    return row.countryCodes().stream()
        .flatMap(country -> row.fieldCodes().stream().map(field -> country + "-" + field));
  }

  private static Changed changed(Row row, Wording wording, Labels labels) {
    Last last = row.last();
    String states = CardCodes.statesOf(row.card().kind());
    return new Changed(
        RecordWords.href(row.subject()),
        labels.text(row.card().title()).orElse(row.subject()),
        wording.sayOr("event." + last.event(), last.event()),
        wording.agency(last.by()),
        Stream.concat(last.from().stream(), Stream.of(row.card().state()))
            .distinct()
            .map(state -> labels.of(states, state).label())
            .collect(Collectors.joining(" → ")),
        wording.moment(last.at()),
        last.at().toString());
  }

  private static List<Chip> births(Api api, Wording wording) {
    return api.births().stream()
        .filter(Verbs::isKnown)
        .map(
            birth ->
                new Chip(
                    Verbs.kind(birth, wording) + " – " + Verbs.label(birth, wording),
                    RecordMaker.href(birth, Map.of())))
        .toList();
  }

  private Stream<Row> rows() {
    return facts.subjects().subjects().map(Subject::row).flatMap(Optional::stream);
  }

  private static Mono<String> agency(ServerRequest request) {
    return request
        .principal()
        .ofType(Authentication.class)
        .map(
            person ->
                person.getPrincipal() instanceof OAuth2AuthenticatedPrincipal known
                        && known.getAttribute("agency") instanceof String code
                    ? code
                    : "")
        .defaultIfEmpty("");
  }
}
