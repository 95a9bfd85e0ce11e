package dev.kanmin.controltower.actual;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/** All that can be asked of a reported figure. */
sealed interface ActualCommand {
  record Report(Actual.Slot slot, Actual.Figure figure, Map<String, String> indicatorName)
      implements ActualCommand {}

  /** Another figure, before it goes up or after it came back. */
  record Correct(Actual.Figure figure) implements ActualCommand {}

  record Submit() implements ActualCommand {}

  @Schema(name = "ReturnActual")
  record Return(String why) implements ActualCommand {}

  record Approve() implements ActualCommand {}

  /**
   * The control tower takes it.
   *
   * @param waiting figures of the same agency, indicator, place and year that are not approved yet
   */
  record Accept(List<String> waiting) implements ActualCommand {}

  /** The control tower gives it back to the agency: undone from the top. */
  record Unlock() implements ActualCommand {}
}
