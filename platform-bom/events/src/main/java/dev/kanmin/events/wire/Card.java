package dev.kanmin.events.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What everybody may see of a subject, in one shape for all kinds. Every event carries the card of
 * its subject after it, as {@code data.card}; an event without one says that nothing of the subject
 * is public. Codes stay texts here: a reader meets codes that are new to it. Made by {@link
 * CardMaker}; additive changes only.
 *
 * @param v version of the shape, 1
 * @param kind one of the code list of kinds; its states are the list {@code <kind>-states}
 * @param title language tag to text; may be empty
 * @param state a code of {@code <kind>-states}
 * @param countries ISO 3166-1 alpha-2 with their parts of the whole; none: in no cell
 * @param fields codes of {@code fields} with their parts; none: {@code unclassified}
 * @param responsible agencies and offices, the first one first
 * @param dates what is expected or has happened when, see {@code date-kinds}
 * @param figures sums, never single transactions, see {@code figure-kinds}
 * @param facets name of a code list to codes of it
 * @param links to other subjects and to identifiers elsewhere, see {@code link-kinds}
 * @param summary language tag to a short text; may be empty
 * @param audience for whom it is
 * @param leftOut what the card could not say, and why
 * @param last the event that it came with; written by the platform
 * @param sample made up, for demonstrations
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Card(
    int v,
    String kind,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> title,
    String state,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Share> countries,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Share> fields,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Responsible> responsible,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Due> dates,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Figure> figures,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, List<String>> facets,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Link> links,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> summary,
    Audience audience,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<LeftOut> leftOut,
    Optional<Last> last,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean sample) {

  /** Version of the shape that is written here. */
  public static final int VERSION = 1;

  /** Bytes of JSON at most; a command whose card would be larger is refused. */
  public static final int MAXIMUM = 16 * 1024;

  /**
   * A country or field with its part of the whole.
   *
   * @param percentage 0 to 100; empty when it is not known, and then no part of the money can be
   *     given to it
   */
  public record Share(
      String code,
      @JsonSerialize(contentUsing = PlainDecimal.class) Optional<BigDecimal> percentage) {
    public static Share of(String code) {
      return new Share(code, Optional.empty());
    }
  }

  /**
   * Who answers for it.
   *
   * @param agency agency code
   * @param office code that the agency gives its office
   * @param officeName language tag to name; may be empty
   * @param role a code of {@code agency-roles}: organiser, supporter, owner …
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Responsible(
      String agency,
      Optional<String> office,
      @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> officeName,
      String role) {}

  /**
   * A day or a moment. One of the two is there.
   *
   * @param what a code of {@code date-kinds}, which says whether it is still expected
   * @param detail a code that says more, such as the step expected, with the list it is of
   * @param zone where a moment is read on the clock
   */
  public record Due(
      String what,
      Optional<Detail> detail,
      Optional<LocalDate> on,
      Optional<Instant> at,
      Optional<ZoneId> zone) {
    public static Due on(String what, LocalDate day) {
      return new Due(what, Optional.empty(), Optional.of(day), Optional.empty(), Optional.empty());
    }

    public static Due at(String what, Instant moment, ZoneId zone) {
      return new Due(
          what, Optional.empty(), Optional.empty(), Optional.of(moment), Optional.of(zone));
    }

    public Due saying(String list, String code) {
      return new Due(what, Optional.of(new Detail(list, code)), on, at, zone);
    }
  }

  /** A code of a list. */
  public record Detail(String list, String code) {}

  /**
   * A sum.
   *
   * @param what a code of {@code figure-kinds}, which says whether it is money, whether it is split
   *     by percentages and how it adds up
   * @param unit ISO 4217 for money; else one of the code list of units, or empty for a plain count
   * @param year calendar year, if the sum is of one
   * @param countries its own ones, if they differ from the subject's
   * @param fields its own ones, if they differ from the subject's
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Figure(
      String what,
      @JsonSerialize(using = PlainDecimal.class) BigDecimal amount,
      Optional<String> unit,
      Optional<Integer> year,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<Share> countries,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<Share> fields) {
    public static Figure count(String what, long number) {
      return new Figure(
          what,
          BigDecimal.valueOf(number),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of());
    }

    public static Figure money(String what, BigDecimal amount, String currency) {
      return new Figure(
          what, amount, Optional.of(currency), Optional.empty(), List.of(), List.of());
    }

    public Figure in(List<Share> ownCountries, List<Share> ownFields) {
      return new Figure(what, amount, unit, year, ownCountries, ownFields);
    }
  }

  /**
   * To another subject, or to an identifier elsewhere.
   *
   * @param rel a code of {@code link-kinds}
   * @param to id of the subject, or the identifier
   */
  public record Link(String rel, String to) {}

  /** Something that is not on the card, for a reason that is a code of {@code left-out-reasons}. */
  public record LeftOut(String reason, int count) {}

  /** For whom a card is. */
  public enum Audience {
    /** Partner agencies. */
    PARTNER,
    /** Everybody. */
    PUBLIC;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The event that a card came with, so that who changed what survives a reader that sees only the
   * last card.
   *
   * @param event published name without producer and version, {@code mission-opened}
   * @param by agency code
   * @param from the state before; empty for the first card
   */
  public record Last(String event, Instant at, String by, Optional<String> from) {}

  /** The same, as it comes with an event. */
  public Card with(Last newLast) {
    return new Card(
        v,
        kind,
        title,
        state,
        countries,
        fields,
        responsible,
        dates,
        figures,
        facets,
        links,
        summary,
        audience,
        leftOut,
        Optional.of(newLast),
        sample);
  }
}
