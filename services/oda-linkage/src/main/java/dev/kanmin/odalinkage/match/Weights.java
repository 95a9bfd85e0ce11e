package dev.kanmin.odalinkage.match;

import dev.kanmin.codes.Field;
import dev.kanmin.events.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.type.TypeReference;

/**
 * How much each criterion counts: data with a version, a reason and a source each ({@code
 * weights.json}). A new judgement is a new version behind the others; proposals keep the name of
 * the one they were made by.
 *
 * @param version year and month of the judgement
 * @param threshold points, 0 to 100, from which the service itself proposes a linkage
 * @param mostProposed linkages that it proposes to one target at most
 * @param yearsOfDelivery after so many years a delivery counts less
 * @param fieldsWithoutDevices in which a product without a class need not be a medical device
 */
public record Weights(
    String version,
    int threshold,
    int mostProposed,
    int yearsOfDelivery,
    Set<Field> fieldsWithoutDevices,
    Map<Criterion, Weight> criteria) {

  /**
   * What one criterion counts.
   *
   * @param weight points of 100; those of all criteria add up to 100
   * @param grades name of what was found to percent of the weight
   * @param reason why so much
   * @param source where that comes from
   */
  public record Weight(int weight, Map<String, Integer> grades, String reason, String source) {
    int grade(String found) {
      return Optional.ofNullable(grades.get(found))
          .orElseThrow(() -> new IllegalStateException("weights.json has no grade " + found));
    }
  }

  /**
   * Takes only weights that are whole.
   *
   * @throws IllegalArgumentException naming what is missing
   */
  public Weights {
    if (!criteria.keySet().equals(EnumSet.allOf(Criterion.class))) {
      throw new IllegalArgumentException(version + " lacks a criterion: " + criteria.keySet());
    }
    int sum = criteria.values().stream().mapToInt(Weight::weight).sum();
    if (sum != 100) {
      throw new IllegalArgumentException("The weights of " + version + " add up to " + sum);
    }
  }

  /** The newest version. */
  public static Weights current() {
    return Loaded.VERSIONS.getLast();
  }

  /** All versions, the newest last. */
  public static List<Weights> versions() {
    return Loaded.VERSIONS;
  }

  public Weight of(Criterion criterion) {
    return Optional.ofNullable(criteria.get(criterion)).orElseThrow();
  }

  private static final class Loaded {
    static final List<Weights> VERSIONS = read();

    private static List<Weights> read() {
      try (InputStream file = Weights.class.getResourceAsStream("weights.json")) {
        return List.copyOf(Json.strict().readValue(file, new TypeReference<List<Weights>>() {}));
      } catch (IOException | RuntimeException unreadable) {
        throw new IllegalStateException("cannot read weights.json", unreadable);
      }
    }
  }
}
