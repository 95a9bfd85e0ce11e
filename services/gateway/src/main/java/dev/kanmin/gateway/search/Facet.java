package dev.kanmin.gateway.search;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Field;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Responsible;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.rule.ToDos;
import dev.kanmin.gateway.view.Labels;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is found can be told apart, and asked for, by these. */
public enum Facet {
  KIND,

  /** With its kind before it: two kinds may call their states alike. */
  STATE,
  COUNTRY,

  /** {@code unclassified} where a card has none. */
  FIELD,
  AGENCY,

  /** In which there is a title or a summary. */
  LANGUAGE,

  /** Of each date on the card; of one that has none, of its last change. */
  YEAR;

  /** Between a kind and its state; no code has it. */
  static final String SEPARATOR = "/";

  /** As the query parameter is called. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The codes that a card has. */
  List<String> of(Row row) {
    Card card = row.card();
    return switch (this) {
      case KIND -> List.of(card.kind());
      case STATE -> List.of(card.kind() + SEPARATOR + card.state());
      case COUNTRY -> row.countryCodes();
      case FIELD -> row.fieldCodes().isEmpty() ? List.of(Field.UNCLASSIFIED) : row.fieldCodes();
      case AGENCY -> card.responsible().stream().map(Responsible::agency).distinct().toList();
      case LANGUAGE -> languages(card);
      case YEAR -> years(row);
    };
  }

  /** A code as it is asked for. */
  public static String plain(String code) {
    return code.substring(code.indexOf(SEPARATOR) + 1);
  }

  /** What its codes are called. */
  public String label(String code, Labels labels) {
    return switch (this) {
      case KIND -> labels.of(CardCodes.KINDS, code).label();
      case STATE -> {
        int separator = code.indexOf(SEPARATOR);
        yield labels
            .of(
                CardCodes.statesOf(code.substring(0, Math.max(separator, 0))),
                code.substring(separator + 1))
            .label();
      }
      case COUNTRY -> labels.country(code).label();
      case FIELD -> labels.field(code).label();
      case AGENCY -> labels.agency(code).label();
      case LANGUAGE -> labels.of(CodeLists.LANGUAGES, code).label();
      case YEAR -> code;
    };
  }

  private static List<String> languages(Card card) {
    return Stream.concat(card.title().keySet().stream(), card.summary().keySet().stream())
        .distinct()
        .toList();
  }

  private static List<String> years(Row row) {
    List<String> dated =
        row.card().dates().stream()
            .map(due -> String.valueOf(ToDos.day(due).getYear()))
            .distinct()
            .toList();
    return dated.isEmpty()
        ? List.of(String.valueOf(row.last().at().atZone(ZoneOffset.UTC).getYear()))
        : dated;
  }
}
