package dev.kanmin.controltower.actual;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Decimal;
import dev.kanmin.controltower.agency.TowerAgencies;
import dev.kanmin.controltower.counting.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a reported figure: what one office says of one indicator, place and fiscal year.
 *
 * @param indicatorName language tag to the name it had when it was reported first
 * @param returned why it was returned, while it is
 */
record Actual(
    ActualState state,
    Optional<AgencyCode> owner,
    Optional<Slot> slot,
    @JsonSetter(nulls = AS_EMPTY) Map<String, String> indicatorName,
    Optional<Figure> figure,
    Optional<String> returned) {

  static final Actual NONE =
      new Actual(
          ActualState.DRAFT,
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          Optional.empty());

  /**
   * What it is a figure of.
   *
   * @param indicatorId {@code ind_…}
   * @param office code that the agency gives its office; absent for the agency's own figure
   */
  @Schema(name = "ActualSlot")
  record Slot(
      String indicatorId,
      Scope scope,
      int fiscalYear,
      Optional<String> office,
      @JsonSetter(nulls = AS_EMPTY) boolean sample) {}

  /**
   * A figure.
   *
   * @param value in the indicator's unit
   * @param until the day to which it reaches
   * @param provisional whether it may still change
   * @param source where it is kept
   */
  @Schema(name = "ActualFigure")
  record Figure(
      Decimal value,
      LocalDate until,
      @JsonSetter(nulls = AS_EMPTY) boolean provisional,
      String source) {}

  Slot known() {
    return slot.orElseThrow();
  }

  boolean isOwnedBy(AgencyCode agency) {
    return owner.equals(Optional.of(agency));
  }

  /** Before its agency approves it, it is the agency's own; the control tower sees what comes. */
  boolean isVisibleTo(AgencyCode agency) {
    return state == ActualState.APPROVED
        || state == ActualState.ACCEPTED
        || isOwnedBy(agency)
        || TowerAgencies.has(agency);
  }

  Actual in(ActualState newState) {
    return new Actual(newState, owner, slot, indicatorName, figure, Optional.empty());
  }

  Actual saying(Figure newFigure) {
    return new Actual(
        ActualState.DRAFT, owner, slot, indicatorName, Optional.of(newFigure), returned);
  }

  Actual returned(String why) {
    return new Actual(ActualState.RETURNED, owner, slot, indicatorName, figure, Optional.of(why));
  }
}
