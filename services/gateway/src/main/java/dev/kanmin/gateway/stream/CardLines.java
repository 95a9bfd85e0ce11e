package dev.kanmin.gateway.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.Card.Figure;
import dev.kanmin.events.wire.Card.Share;
import dev.kanmin.events.wire.Json;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.picture.Subject;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A subject as one line of a dataset: its card as it came, or that there is none any more. */
enum CardLines {
  /** An object per line: position, id, and the card; {@code removed} where there is none. */
  NDJSON,

  /**
   * RFC 4180. Lists stand in one field, their entries apart by semicolons; no field begins with
   * what a spreadsheet would take for a formula.
   */
  CSV;

  private static final String FORMULAS = "=+-@\t\r";

  /** What stands before the first line. */
  byte[] heading() {
    String heading =
        switch (this) {
          case NDJSON -> "";
          case CSV ->
              Stream.concat(
                      Stream.of("position", "id", "removed", "chain"),
                      Column.ALL.stream().map(Column::name))
                  .collect(Collectors.joining(",", "", "\r\n"));
        };
    return heading.getBytes(StandardCharsets.UTF_8);
  }

  byte[] line(Subject subject) {
    Optional<Row> row = subject.row();
    String line =
        switch (this) {
          case NDJSON -> ndjson(subject, row);
          case CSV -> csv(subject, row);
        };
    return line.getBytes(StandardCharsets.UTF_8);
  }

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  private record Line(
      String position, String id, boolean removed, String chain, Optional<Card> card) {}

  private static String ndjson(Subject subject, Optional<Row> row) {
    return Json.events()
            .writeValueAsString(
                new Line(
                    Long.toString(subject.position()),
                    subject.id(),
                    row.isEmpty(),
                    subject.chain(),
                    row.map(Row::card)))
        + "\n";
  }

  private static String csv(Subject subject, Optional<Row> row) {
    Stream<String> known =
        Stream.of(
            Long.toString(subject.position()),
            subject.id(),
            Boolean.toString(row.isEmpty()),
            subject.chain());
    Stream<String> told =
        Column.ALL.stream().map(column -> row.map(Row::card).map(column.value()).orElse(""));
    return Stream.concat(known, told)
        .map(CardLines::field)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String field(String text) {
    String safe = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  private record Column(String name, Function<Card, String> value) {
    static final List<Column> ALL =
        List.of(
            new Column("kind", Card::kind),
            new Column("state", Card::state),
            new Column("title", card -> texts(card.title())),
            new Column("summary", card -> texts(card.summary())),
            new Column("countries", card -> shares(card.countries())),
            new Column("fields", card -> shares(card.fields())),
            new Column(
                "responsible",
                card ->
                    all(
                        card.responsible(),
                        one ->
                            one.role()
                                + ":"
                                + one.agency()
                                + one.office().map(office -> "/" + office).orElse(""))),
            new Column("dates", card -> all(card.dates(), Column::date)),
            new Column("figures", card -> all(card.figures(), Column::figure)),
            new Column(
                "facets",
                card ->
                    all(
                        new TreeMap<>(card.facets()).entrySet(),
                        facet -> facet.getKey() + ":" + String.join("|", facet.getValue()))),
            new Column("links", card -> all(card.links(), link -> link.rel() + ":" + link.to())),
            new Column("audience", card -> card.audience().code()),
            new Column("sample", card -> Boolean.toString(card.sample())),
            new Column("lastEvent", card -> card.last().orElseThrow().event()),
            new Column("lastAt", card -> card.last().orElseThrow().at().toString()),
            new Column("lastBy", card -> card.last().orElseThrow().by()),
            new Column("from", card -> card.last().orElseThrow().from().orElse("")));

    private static <T> String all(Collection<T> entries, Function<T, String> text) {
      return entries.stream().map(text).collect(Collectors.joining("; "));
    }

    private static String texts(Map<String, String> texts) {
      return all(new TreeMap<>(texts).entrySet(), text -> text.getKey() + ": " + text.getValue());
    }

    private static String shares(List<Share> shares) {
      return all(
          shares,
          share ->
              share.code() + share.percentage().map(part -> " " + part.toPlainString()).orElse(""));
    }

    private static String date(Due due) {
      return due.what()
          + " "
          + due.on().map(Object::toString).or(() -> due.at().map(Object::toString)).orElse("")
          + due.zone().map(ZoneId::getId).map(zone -> " " + zone).orElse("")
          + due.detail().map(detail -> " " + detail.code()).orElse("");
    }

    private static String figure(Figure figure) {
      return figure.what()
          + " "
          + figure.amount().toPlainString()
          + figure.unit().map(unit -> " " + unit).orElse("")
          + figure.year().map(year -> " " + year).orElse("");
    }
  }
}
