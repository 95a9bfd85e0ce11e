package dev.kanmin.odalinkage.match;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import java.util.List;
import java.util.Optional;

/** What the matcher says of one company and one target. */
public sealed interface Assessment {
  /** Id of the company. */
  String company();

  /** Id of the target. */
  String target();

  /**
   * The company could serve it.
   *
   * @param score hundredths of points, 0 to 10,000: the sum of the points over the weights that
   *     apply
   * @param country in which it fits best; empty if the target names none
   * @param field in which it fits best; empty if the target has none
   * @param lines one per criterion, in their order
   */
  record Candidate(
      String company,
      String target,
      int score,
      Optional<CountryCode> country,
      Optional<Field> field,
      List<Line> lines)
      implements Assessment {}

  /** The company could not, for all these reasons. */
  record LeftOut(String company, String target, List<Finding> reasons) implements Assessment {}

  /**
   * One criterion.
   *
   * @param weight points at most, of 100
   * @param applies whether the target and the product let it be judged; else its weight is not
   *     counted
   * @param points hundredths of points, 0 to 100 times the weight
   * @param evidence what was found
   */
  record Line(
      Criterion criterion, int weight, boolean applies, int points, List<Finding> evidence) {}

  /**
   * Something that was found.
   *
   * @param code of {@code match-evidence} or {@code match-exclusions}
   * @param values codes that say more: countries, fields, HS codes, years
   */
  record Finding(String code, List<String> values) {
    static Finding of(String code, String... values) {
      return new Finding(code, List.of(values));
    }
  }
}
