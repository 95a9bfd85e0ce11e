package dev.kanmin.smeadvice.eligibility;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * What is known of a company and its plan; whatever is not known is left out.
 *
 * @param sme {@code yes}, {@code no} or {@code cannot-be-judged}
 * @param industry division letter and up to four digits of JSIC, {@code E2743}
 * @param prefecture {@code JP-13}
 * @param employees how many work there
 * @param capital paid-in capital in yen
 * @param country the market: ISO 3166-1 alpha-2
 * @param field one of the fields of the code lists
 * @param band a code of {@code readiness-bands}
 * @param age years since it was founded
 */
@Schema(name = "EligibilityFacts")
public record Facts(
    Optional<String> sme,
    Optional<String> industry,
    Optional<String> prefecture,
    Optional<Long> employees,
    Optional<Long> capital,
    Optional<String> country,
    Optional<String> field,
    Optional<String> band,
    Optional<Long> age) {

  /** The same, with what is known otherwise where nothing was said. */
  public Facts orElse(
      Optional<String> otherSme,
      Optional<String> otherIndustry,
      Optional<String> otherPrefecture,
      Optional<String> otherBand) {
    return new Facts(
        sme.or(() -> otherSme),
        industry.or(() -> otherIndustry),
        prefecture.or(() -> otherPrefecture),
        employees,
        capital,
        country,
        field,
        band.or(() -> otherBand),
        age);
  }
}
