package dev.kanmin.controltower.targets;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/** All that can be asked of a target. */
sealed interface TargetCommand {
  record SetTarget(Target.Goal goal, Map<String, String> indicatorName) implements TargetCommand {}

  /**
   * It is aimed at something else; the first version stays beside the current one.
   *
   * @param why for everybody who compares the two
   */
  @Schema(name = "RebaselineTarget")
  record Rebaseline(
      Target.Baseline baseline,
      @JsonSetter(nulls = AS_EMPTY) List<Target.YearValue> values,
      String why)
      implements TargetCommand {}

  /**
   * Why a year that is over was missed or far exceeded, and whether the target was right.
   *
   * @param fiscalYear of the target
   */
  @Schema(name = "ExplainTarget")
  record Explain(int fiscalYear, String cause, boolean targetWasRight) implements TargetCommand {}

  @Schema(name = "WithdrawTarget")
  record Withdraw(String why) implements TargetCommand {}
}
