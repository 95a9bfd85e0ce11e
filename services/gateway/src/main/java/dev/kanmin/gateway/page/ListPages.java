package dev.kanmin.gateway.page;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.gateway.card.CardSearch;
import dev.kanmin.gateway.card.CardSearch.Wanted;
import dev.kanmin.gateway.form.Api;
import dev.kanmin.gateway.form.ApiSource;
import dev.kanmin.gateway.form.Choice;
import dev.kanmin.gateway.page.FoundWords.Counted;
import dev.kanmin.gateway.page.FoundWords.Spread;
import dev.kanmin.gateway.page.ListWords.Chip;
import dev.kanmin.gateway.page.ListWords.Filter;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.search.Facet;
import dev.kanmin.gateway.search.Search;
import dev.kanmin.gateway.search.Search.Found;
import dev.kanmin.gateway.search.Search.Hit;
import dev.kanmin.gateway.search.SearchQuery;
import dev.kanmin.gateway.view.CardView;
import dev.kanmin.gateway.view.CardViews;
import dev.kanmin.gateway.view.CellViews;
import dev.kanmin.gateway.view.Labels;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.InputFault;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers lists of cards: of one kind, and of whatever a search finds. */
final class ListPages {
  private static final Logger log = LoggerFactory.getLogger(ListPages.class);
  private static final int ON_A_PAGE = 50;
  private static final int MOST_EXPORTED = 20_000;
  private static final int MOST_CODES = 8;
  private static final String SEARCH = "/search";

  private final CardSearch search;
  private final Search index;
  private final ApiSource source;
  private final PageMaker pages;
  private final PageRenderer renderer;
  private final Clock clock;

  ListPages(
      PageFacts facts,
      Search index,
      ApiSource source,
      PageMaker pages,
      PageRenderer renderer,
      Clock clock) {
    this.search = new CardSearch(facts.subjects());
    this.index = index;
    this.source = source;
    this.pages = pages;
    this.renderer = renderer;
    this.clock = clock;
  }

  Mono<ServerResponse> list(ServerRequest request) {
    ListQuery query = query(request);
    Wording wording = wording(request);
    return source
        .api(request.exchange())
        .flatMap(
            api -> renderer.away(() -> list(query, api, request.queryParam("cursor"), wording)))
        .flatMap(
            list ->
                pages
                    .signedIn(
                        request,
                        wording.say("title.of", list.heading()),
                        query.kind().isEmpty() ? "search" : "kind-" + query.kind())
                    .flatMap(
                        page ->
                            renderer.answer(
                                request,
                                list.problem().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
                                "list",
                                Map.of("page", page, "list", list, "words", wording))));
  }

  Mono<ServerResponse> csv(ServerRequest request) {
    return export(
        request,
        "csv",
        new MediaType("text", "csv", StandardCharsets.UTF_8),
        (cards, wording) -> Exports.csv(cards, wording));
  }

  Mono<ServerResponse> excel(ServerRequest request) {
    return export(
        request,
        "xlsx",
        MediaType.parseMediaType(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (cards, wording) -> Exports.excel(cards, "Kanmin", wording));
  }

  @FunctionalInterface
  private interface Writing {
    byte[] write(List<CardView> cards, Wording wording);
  }

  private Mono<ServerResponse> export(
      ServerRequest request, String ending, MediaType type, Writing writing) {
    ListQuery query = query(request);
    Wording wording = wording(request);
    return Mono.zip(
            request.principal().map(Principal::getName).defaultIfEmpty(""),
            renderer.away(
                () -> {
                  CardViews views = views(wording);
                  return all(query, wording).stream().map(views::whole).toList();
                }))
        .flatMap(
            both -> {
              // the words that were looked for can be anything, so only their length is logged
              log.info(
                  "export of {} records as {} by {}: kind={} filters={} text={} characters",
                  both.getT2().size(),
                  ending,
                  both.getT1(),
                  query.kind(),
                  query.filters().entrySet().stream()
                      .filter(filter -> !filter.getKey().equals("text"))
                      .map(Map.Entry::toString)
                      .collect(Collectors.joining(" ")),
                  query.first("text").length());
              return renderer
                  .away(() -> writing.write(both.getT2(), wording))
                  .flatMap(
                      bytes ->
                          ServerResponse.ok()
                              .contentType(type)
                              .header(HttpHeaders.CACHE_CONTROL, "no-store")
                              .header(
                                  HttpHeaders.CONTENT_DISPOSITION,
                                  "attachment; filename=\"kanmin-%s-%s.%s\""
                                      .formatted(
                                          query.kind().isEmpty() ? "search" : query.kind(),
                                          today(),
                                          ending))
                              .bodyValue(bytes));
            });
  }

  private ListWords list(ListQuery query, Api api, Optional<String> cursor, Wording wording) {
    PageWords words = new PageWords(wording);
    String heading =
        query.kind().isEmpty()
            ? wording.say("list.search")
            : wording.label(CardCodes.KINDS, query.kind());
    List<Filter> filters = filters(query, words, wording);
    List<Chip> births =
        query.kind().isEmpty()
            ? List.of()
            : api.births().stream()
                .filter(birth -> birth.isBelowAny(noun -> RecordSource.sounds(noun, query.kind())))
                .map(
                    birth ->
                        new Chip(Verbs.label(birth, wording), RecordMaker.href(birth, Map.of())))
                .toList();
    try {
      Listed found = listed(query, new PageRequest(cursor, ON_A_PAGE), wording);
      CardViews views = views(wording);
      return new ListWords(
          query,
          heading,
          wording.number(found.count()),
          found.page().items().stream().map(views::whole).toList(),
          chips(query, filters, wording),
          filters,
          sorts(query, found.sort(), wording),
          births,
          found.page().next().map(query::after).orElse(""),
          "",
          found.words(),
          wording);
    } catch (BadInput fault) {
      return new ListWords(
          query,
          heading,
          wording.number(0),
          List.of(),
          chips(query, filters, wording),
          filters,
          List.of(),
          births,
          "",
          fault.faults().stream().map(InputFault::detail).collect(Collectors.joining(" ")),
          FoundWords.NOTHING,
          wording);
    }
  }

  private record Listed(Page<Row> page, long count, String sort, FoundWords words) {}

  private Listed listed(ListQuery query, PageRequest request, Wording wording) {
    if (query.isRanked()) {
      Found found = index.find(SearchQuery.of(query.words()), request, reader(wording));
      return new Listed(
          found.page().map(Hit::row), found.total(), ListQuery.BEST, words(query, found, wording));
    }
    Wanted wanted = wanted(query, wording);
    return new Listed(
        search.page(wanted, request), search.count(wanted), wanted.sort(), FoundWords.NOTHING);
  }

  /** All that the list has on its pages, up to what can be taken along. */
  private List<Row> all(ListQuery query, Wording wording) {
    if (!query.isRanked()) {
      return search.first(wanted(query, wording), MOST_EXPORTED);
    }
    SearchQuery asked = SearchQuery.of(query.words());
    List<Row> rows = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      Page<Hit> page =
          index
              .find(asked, new PageRequest(next, PageRequest.LARGEST_LIMIT), reader(wording))
              .page();
      page.items().forEach(hit -> rows.add(hit.row()));
      next = page.next();
    } while (next.isPresent() && rows.size() < MOST_EXPORTED);
    return rows;
  }

  private static Search.Reader reader(Wording wording) {
    return Search.Reader.of(Labels.in(wording.language().language()));
  }

  private static FoundWords words(ListQuery query, Found found, Wording wording) {
    return new FoundWords(
        found.page().items().stream()
            .collect(Collectors.toMap(hit -> hit.row().subject(), Function.identity())),
        found.facets().entrySet().stream()
            .filter(facet -> facet.getValue().size() > 1)
            // states are told apart where they are of one kind
            .filter(facet -> facet.getKey() != Facet.STATE || !query.kind().isEmpty())
            .map(facet -> spread(query, facet.getKey(), facet.getValue(), wording))
            .toList(),
        found.meant().map(meant -> new Chip(meant, query.with("text", meant).href())));
  }

  private static Spread spread(
      ListQuery query, Facet facet, List<Search.Counted> codes, Wording wording) {
    Labels labels = Labels.in(wording.language().language());
    return new Spread(
        facet.parameter(),
        wording.say("list.filter." + facet.parameter()),
        codes.stream()
            .limit(MOST_CODES)
            .map(
                counted ->
                    new Counted(
                        facet.label(counted.code(), labels),
                        wording.number(counted.count()),
                        query.with(facet.parameter(), Facet.plain(counted.code())).href()))
            .toList());
  }

  private Wanted wanted(ListQuery query, Wording wording) {
    Labels labels = Labels.in(wording.language().language());
    return Wanted.of(
        query.cards(), query.sort(), row -> labels.text(row.card().title()).orElse(row.subject()));
  }

  private static List<Filter> filters(ListQuery query, PageWords words, Wording wording) {
    List<Filter> filters = new ArrayList<>();
    if (query.kind().isEmpty()) {
      filters.add(filter(query, "kind", words.choices(CardCodes.KINDS), wording));
    } else {
      filters.add(filter(query, "state", words.choices(CardCodes.statesOf(query.kind())), wording));
    }
    filters.addAll(places(query, wording));
    filters.add(
        filter(
            query,
            "ended",
            Stream.of("false", "true")
                .map(value -> new Choice(value, wording.say("list.ended." + value)))
                .toList(),
            wording));
    return filters;
  }

  /** By where and whose a record is: what can be asked of every kind. */
  static List<Filter> places(ListQuery query, Wording wording) {
    PageWords words = new PageWords(wording);
    return List.of(
        filter(query, "country", words.choices(CodeLists.COUNTRIES), wording),
        filter(query, "field", words.choices(CodeLists.FIELDS), wording),
        filter(query, "agency", words.choices(CodeLists.AGENCIES), wording));
  }

  private static Filter filter(
      ListQuery query, String name, List<Choice> choices, Wording wording) {
    return new Filter(name, wording.say("list.filter." + name), query.first(name), choices);
  }

  private static List<Chip> chips(ListQuery query, List<Filter> filters, Wording wording) {
    List<Chip> chips = new ArrayList<>();
    query
        .filters()
        .forEach(
            (name, values) ->
                values.forEach(
                    value ->
                        chips.add(
                            new Chip(
                                wording.say(
                                    "list.chip",
                                    wording.say("list.filter." + name),
                                    label(name, value, filters, wording)),
                                query.without(name, value)))));
    return chips;
  }

  private static String label(String name, String value, List<Filter> filters, Wording wording) {
    if (name.equals("facet") && value.indexOf(':') > 0) {
      int colon = value.indexOf(':');
      return wording.label(value.substring(0, colon), value.substring(colon + 1));
    }
    return filters.stream()
        .filter(filter -> filter.name().equals(name))
        .flatMap(filter -> filter.choices().stream())
        .filter(choice -> choice.value().equals(value))
        .map(Choice::label)
        .findFirst()
        .orElse(value);
  }

  private static List<HeatMap.Choice> sorts(ListQuery query, String chosen, Wording wording) {
    return Stream.concat(
            query.first("text").isEmpty() ? Stream.empty() : Stream.of(ListQuery.BEST),
            CardSearch.SORTS.stream())
        .map(
            sort ->
                new HeatMap.Choice(
                    wording.say("list.sort." + sort), query.sorted(sort), sort.equals(chosen)))
        .toList();
  }

  private CardViews views(Wording wording) {
    return new CardViews(Labels.in(wording.language().language()), today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CellViews.ZONE);
  }

  private static ListQuery query(ServerRequest request) {
    String kind = request.pathVariables().getOrDefault("kind", "");
    return ListQuery.of(kind.isEmpty() ? SEARCH : "/kinds/" + kind, kind, request.queryParams());
  }

  private static Wording wording(ServerRequest request) {
    return Wording.in(PageLanguage.of(request.exchange().getRequest()));
  }
}
