package dev.kanmin.marketintelligence.profile;

import dev.kanmin.marketintelligence.files.DataFiles;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How attractive a market is, on a scale of 1 to 5, with its parts. Weights are those of a
 * published tool; what is not known is shown as such and counts nothing. With fewer inputs than
 * stated, or under a showstopper, there is no score.
 *
 * @param score of the parts that are known, weighted, two decimals; absent where it is withheld
 * @param withheld why there is none: too few inputs are known, or something stops all
 * @param inputs how many parts are known
 * @param leastInputs with fewer there is no score
 * @param knownWeight percent of all weights
 * @param showstoppers what keeps devices out altogether, whatever the parts say
 * @param source of the weights
 */
public record Attractiveness(
    Optional<BigDecimal> score,
    Optional<String> withheld,
    int inputs,
    int leastInputs,
    int knownWeight,
    List<Part> parts,
    List<String> showstoppers,
    String source) {

  private static final Tool TOOL = DataFiles.read("/profiles/attractiveness.json", Tool.class);

  /**
   * One part.
   *
   * @param weight percent of all weights
   * @param value what it is rated by; absent where it is not known
   * @param rating 1 (least) to 5
   */
  @Schema(name = "AttractivenessPart")
  public record Part(
      String code, int weight, Optional<BigDecimal> value, Optional<Integer> rating) {}

  /** The data file. */
  record Tool(String source, int leastInputs, List<Scale> parts) {}

  /**
   * How a part is rated.
   *
   * @param from least values of the ratings 2, 3, 4 and 5; falling ones where less is better; empty
   *     for a part that no source here tells
   */
  record Scale(String code, int weight, List<BigDecimal> from) {
    int rating(BigDecimal value) {
      boolean lessIsBetter = from.getFirst().compareTo(from.getLast()) > 0;
      return 1
          + (int)
              from.stream()
                  .filter(it -> lessIsBetter ? value.compareTo(it) <= 0 : value.compareTo(it) >= 0)
                  .count();
    }
  }

  /** Of a cell's profile, its open tenders, and what keeps devices out. */
  static Attractiveness of(ProfileFacts facts, long openTenders, List<String> showstoppers) {
    List<Part> parts = new ArrayList<>();
    for (Scale scale : TOOL.parts()) {
      Optional<BigDecimal> value =
          switch (scale.code()) {
            case "size" -> Optional.of(facts.years().getLast().imports());
            case "growth" -> facts.growth().map(ProfileFacts.Growth::percent);
            case "competition" -> concentration(facts);
            case "opportunities" -> Optional.of(BigDecimal.valueOf(openTenders));
            default -> Optional.empty();
          };
      parts.add(new Part(scale.code(), scale.weight(), value, value.map(scale::rating)));
    }
    return of(parts, showstoppers);
  }

  /** Percent of the imports that come from the largest partner other than Japan. */
  private static Optional<BigDecimal> concentration(ProfileFacts facts) {
    return facts.competitors().stream()
        .filter(it -> it.country().filter(country -> country.code().equals("JP")).isEmpty())
        .findFirst()
        .map(ProfileFacts.Competitor::share);
  }

  private static Attractiveness of(List<Part> parts, List<String> showstoppers) {
    List<Part> known = parts.stream().filter(it -> it.rating().isPresent()).toList();
    int weight = known.stream().mapToInt(Part::weight).sum();
    Optional<String> withheld =
        !showstoppers.isEmpty()
            ? Optional.of("showstopper")
            : known.size() < TOOL.leastInputs() ? Optional.of("too-few-inputs") : Optional.empty();
    int points = known.stream().mapToInt(it -> it.weight() * it.rating().orElseThrow()).sum();
    return new Attractiveness(
        withheld.isPresent()
            ? Optional.empty()
            : Optional.of(
                BigDecimal.valueOf(points)
                    .divide(BigDecimal.valueOf(weight), 2, RoundingMode.HALF_UP)),
        withheld,
        known.size(),
        TOOL.leastInputs(),
        weight,
        parts,
        showstoppers,
        TOOL.source());
  }
}
