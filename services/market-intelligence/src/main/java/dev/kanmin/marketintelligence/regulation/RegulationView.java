package dev.kanmin.marketintelligence.regulation;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.Stored;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Regulation as it is shown. Items of which nothing is known are not there.
 *
 * @param version of the record
 */
public record RegulationView(
    String id,
    long version,
    CountryCode country,
    Optional<Field> field,
    List<Item> items,
    Instant updatedAt) {

  /**
   * One item with all that is stated of it.
   *
   * @param conflicting whether sources say different things
   */
  @Schema(name = "RegulationItem")
  public record Item(String item, boolean conflicting, List<RegulationFact> facts) {}

  static RegulationView of(Stored<Regulation> stored) {
    Regulation regulation = stored.state();
    List<String> conflicting = regulation.conflicting();
    return new RegulationView(
        stored.id(),
        stored.version(),
        regulation.country().orElseThrow(),
        regulation.field(),
        regulation.byItem().entrySet().stream()
            .map(it -> new Item(it.getKey(), conflicting.contains(it.getKey()), it.getValue()))
            .toList(),
        stored.updatedAt());
  }
}
