package dev.kanmin.controltower.strategy;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Cell;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The strategy for a cell.
 *
 * @param versions what was decided, first to current
 */
record Strategy(
    Optional<Cell> cell,
    @JsonSetter(nulls = AS_EMPTY) List<Version> versions,
    @JsonSetter(nulls = AS_EMPTY) boolean sample) {
  static final Strategy NOTHING = new Strategy(Optional.empty(), List.of(), false);

  /**
   * What is decided.
   *
   * @param fromYear first fiscal year
   * @param toYear last fiscal year
   * @param reasons at least one
   * @param decidedOn day of the decision
   * @param summary of it
   */
  @Schema(name = "StrategyDecision")
  record Decision(
      CountryCode country,
      Field field,
      Tier tier,
      int fromYear,
      int toYear,
      @JsonSetter(nulls = AS_EMPTY) List<Reason> reasons,
      LocalDate decidedOn,
      String summary,
      @JsonSetter(nulls = AS_EMPTY) boolean sample) {
    Cell cell() {
      return new Cell(country, field);
    }
  }

  /**
   * On what it rests.
   *
   * @param kind a code of {@code strategy-reasons}
   * @param subject id of the profile, need, regulation, report or other record
   */
  @Schema(name = "StrategyReason")
  record Reason(String kind, Optional<String> subject, String text) {}

  /**
   * A decision, and who made it.
   *
   * @param number from 1
   */
  @Schema(name = "StrategyVersion")
  record Version(int number, Decision decision, AgencyCode by) {}

  Tier tier() {
    return versions.isEmpty() ? Tier.NONE : versions.getLast().decision().tier();
  }

  Version current() {
    return versions.getLast();
  }

  Strategy with(Version version) {
    return new Strategy(
        Optional.of(version.decision().cell()),
        Stream.concat(versions.stream(), Stream.of(version)).toList(),
        version.decision().sample());
  }
}
