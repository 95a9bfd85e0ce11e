package dev.kanmin.smeadvice.measures;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import dev.kanmin.smeadvice.eligibility.Clause;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A support measure.
 *
 * @param code under which its agency knows it, {@code jica-biz-needs-survey}; never changes
 * @param kind a code of {@code support-measure-kinds}
 * @param operator who runs it, in words
 * @param countries for these markets; none: any
 * @param fields for these; none: any
 * @param ceiling the most that one company gets, without tax where the source says so
 * @param rate share of the costs that is paid, as the source writes it: {@code 2/3}
 * @param calls when applications are taken; none: at any time, or not known
 * @param allYear whether applications are taken at any time
 * @param eligibility who can use it; absent: anybody
 * @param source where this was read
 * @param sample made up, for demonstrations
 */
@Schema(name = "SupportMeasure")
record Measure(
    String code,
    String kind,
    LocalizedText name,
    LocalizedText operator,
    Optional<LocalizedText> summary,
    @JsonSetter(nulls = AS_EMPTY) List<CountryCode> countries,
    @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
    Optional<Money> ceiling,
    Optional<String> rate,
    @JsonSetter(nulls = AS_EMPTY) List<Call> calls,
    @JsonSetter(nulls = AS_EMPTY) boolean allYear,
    Optional<Clause> eligibility,
    Source source,
    @JsonSetter(nulls = AS_EMPTY) boolean sample) {

  /**
   * A period in which applications are taken; days in Tokyo.
   *
   * @param fiscalYear whose budget it is
   * @param from first day, if it is known
   * @param to last day, if it is known
   */
  @Schema(name = "SupportCall")
  record Call(int fiscalYear, Optional<LocalDate> from, Optional<LocalDate> to) {
    boolean covers(LocalDate day) {
      return from.filter(it -> !day.isBefore(it)).isPresent() && to.filter(day::isAfter).isEmpty();
    }
  }

  /**
   * Where it was read.
   *
   * @param url address of the text
   * @param retrieved the day on which it was read
   * @param trust a code of {@code support-measure-trust}; says how sure figures and dates are
   */
  @Schema(name = "SupportSource")
  record Source(String text, Optional<String> url, LocalDate retrieved, String trust) {}

  /** Before anything is known. */
  static final Measure NONE =
      new Measure(
          "",
          "",
          LocalizedText.of("-", "-"),
          LocalizedText.of("-", "-"),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          false,
          Optional.empty(),
          new Source("", Optional.empty(), LocalDate.EPOCH, ""),
          false);

  /** The same, as if it had been read on that day. */
  Measure asRead(LocalDate day) {
    return new Measure(
        code,
        kind,
        name,
        operator,
        summary,
        countries,
        fields,
        ceiling,
        rate,
        calls,
        allYear,
        eligibility,
        new Source(source.text(), source.url(), day, source.trust()),
        sample);
  }

  /** A code of the state of calls on a day: open, upcoming, closed or unknown. */
  Standing standing(LocalDate day) {
    if (allYear) {
      return Standing.OPEN;
    }
    if (calls.stream().anyMatch(it -> it.covers(day))) {
      return Standing.OPEN;
    }
    if (calls.stream().anyMatch(it -> it.from().filter(day::isBefore).isPresent())) {
      return Standing.UPCOMING;
    }
    return calls.stream().anyMatch(it -> it.to().isPresent()) ? Standing.CLOSED : Standing.UNKNOWN;
  }

  /** Whether applications are taken. */
  enum Standing implements Coded {
    OPEN,
    UPCOMING,
    CLOSED,
    UNKNOWN
  }
}
