package dev.kanmin.smeadvice.companies;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a company lets which agency do, as the directory tells it; whoever is not named may nothing.
 */
public record Consent(@JsonSetter(nulls = AS_EMPTY) List<Grant> grants) {
  /** Of a company that has said nothing. */
  public static final Consent NONE = new Consent(List.of());

  private static final String SEE_ADVICE = "see-advice";

  /**
   * For one agency.
   *
   * @param purposes codes of {@code consent-purposes}
   * @param until last day on which it holds, in Japan; without one until it is withdrawn
   */
  public record Grant(
      String agency,
      @JsonSetter(nulls = AS_EMPTY) List<String> purposes,
      Optional<LocalDate> until) {}

  /**
   * Whether the agency may see on that day what the company was advised.
   *
   * @param day in Japan
   */
  public boolean letsSeeAdvice(AgencyCode agency, LocalDate day) {
    return grants.stream()
        .anyMatch(
            it ->
                it.agency().equals(agency.code())
                    && it.purposes().contains(SEE_ADVICE)
                    && it.until().map(last -> !day.isAfter(last)).orElse(true));
  }
}
