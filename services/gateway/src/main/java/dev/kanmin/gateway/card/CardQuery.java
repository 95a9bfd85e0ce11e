package dev.kanmin.gateway.card;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Link;
import dev.kanmin.events.wire.Card.Responsible;
import dev.kanmin.events.wire.Card.Share;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.util.MultiValueMap;

/**
 * Which cards are asked for: those that match everything that is given.
 *
 * @param facets each {@code list:code}
 * @param words all of which are in titles, summaries or identifiers, whatever width and case
 * @param ended only those that have ended, or only those that have not
 */
public record CardQuery(
    Optional<String> kind,
    Optional<String> state,
    Optional<String> country,
    Optional<String> field,
    Optional<String> agency,
    Optional<String> office,
    List<String> facets,
    List<String> words,
    Optional<Boolean> ended) {
  private static final int LONGEST_TEXT = 200;
  private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  /**
   * Reads the query parameters.
   *
   * @throws BadInput naming each parameter that no card could match
   */
  static CardQuery of(MultiValueMap<String, String> query) {
    List<InputFault> faults = new ArrayList<>();
    Optional<String> text = one(query, "text");
    CardQuery read =
        new CardQuery(
            code(query, "kind", faults),
            code(query, "state", faults),
            known(query, "country", code -> CountryCode.find(code).isPresent(), "VN", faults),
            known(query, "field", CardQuery::isField, "endoscopy or unclassified", faults),
            code(query, "agency", faults),
            one(query, "office"),
            query.getOrDefault("facet", List.of()),
            text.map(CardQuery::words).orElse(List.of()),
            known(query, "ended", CardQuery::isBoolean, "true or false", faults)
                .map(Boolean::valueOf));
    for (String facet : read.facets()) {
      if (facet.indexOf(':') < 1) {
        faults.add(fault("facet", "a code list and a code, such as schemes:grant-aid"));
      }
    }
    if (text.isPresent() && (text.get().isBlank() || text.get().length() > LONGEST_TEXT)) {
      faults.add(fault("text", "up to " + LONGEST_TEXT + " characters to look for"));
    }
    if (!faults.isEmpty()) {
      throw new BadInput(faults);
    }
    return read;
  }

  boolean matches(Row row) {
    Card card = row.card();
    return is(kind, card.kind())
        && is(state, card.state())
        && ended.map(wanted -> wanted == row.ended()).orElse(true)
        && country.map(code -> has(card.countries(), code)).orElse(true)
        && field.map(code -> isIn(card.fields(), code)).orElse(true)
        && ((agency.isEmpty() && office.isEmpty()) || isResponsible(card.responsible()))
        && facets.stream().allMatch(facet -> hasFacet(card, facet))
        && (words.isEmpty() || tells(row));
  }

  private boolean isResponsible(List<Responsible> responsible) {
    return responsible.stream()
        .anyMatch(
            one ->
                is(agency, one.agency())
                    && office
                        .map(code -> one.office().filter(code::equals).isPresent())
                        .orElse(true));
  }

  /** Whatever people could call it by. */
  private boolean tells(Row row) {
    StringBuilder all = new StringBuilder(row.subject());
    row.card().title().values().forEach(title -> all.append('\n').append(title));
    row.card().summary().values().forEach(summary -> all.append('\n').append(summary));
    for (Link link : row.card().links()) {
      if (CardCodes.isExternal(link.rel())) {
        all.append('\n').append(link.to());
      }
    }
    String folded = folded(all);
    return words.stream().allMatch(folded::contains);
  }

  private static boolean hasFacet(Card card, String facet) {
    int colon = facet.indexOf(':');
    return card.facets()
        .getOrDefault(facet.substring(0, colon), List.of())
        .contains(facet.substring(colon + 1));
  }

  private static boolean isIn(List<Share> fields, String field) {
    return field.equals(Field.UNCLASSIFIED) ? fields.isEmpty() : has(fields, field);
  }

  private static boolean has(List<Share> shares, String code) {
    return shares.stream().anyMatch(share -> share.code().equals(code));
  }

  private static boolean is(Optional<String> wanted, String code) {
    return wanted.isEmpty() || wanted.get().equals(code);
  }

  private static List<String> words(String text) {
    return Arrays.stream(folded(text).strip().split("\\s+")).toList();
  }

  /** Full and half width, and upper and lower case, are the same. */
  private static String folded(CharSequence text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static Optional<String> code(
      MultiValueMap<String, String> query, String name, List<InputFault> faults) {
    return known(query, name, text -> text.matches(CODE), "a code", faults);
  }

  private static Optional<String> known(
      MultiValueMap<String, String> query,
      String name,
      Predicate<String> accepted,
      String expected,
      List<InputFault> faults) {
    Optional<String> given = one(query, name);
    given.filter(accepted.negate()).ifPresent(_ -> faults.add(fault(name, expected)));
    return given;
  }

  private static Optional<String> one(MultiValueMap<String, String> query, String name) {
    return Optional.ofNullable(query.getFirst(name));
  }

  private static boolean isField(String code) {
    return code.equals(Field.UNCLASSIFIED) || Field.find(code).isPresent();
  }

  private static boolean isBoolean(String text) {
    return text.equals("true") || text.equals("false");
  }

  private static InputFault fault(String parameter, String expected) {
    return InputFault.parameter(
        parameter, FaultCodes.INVALID_VALUE, parameter + ": expected " + expected + ".");
  }
}
