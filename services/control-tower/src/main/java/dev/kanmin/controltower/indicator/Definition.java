package dev.kanmin.controltower.indicator;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.controltower.counting.CountingRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * What is measured, and how.
 *
 * @param definition so that two officers get the same figure
 * @param unit as it stands behind the figure: 件, 社, JPY
 * @param direction in which it gets better (改善の方向)
 * @param level its place in the logic model
 * @param numerator of a ratio
 * @param denominator of a ratio
 * @param source where its figures come from (出典)
 * @param counted the rule by which it is counted from cards; absent: agencies report it
 */
@Schema(name = "IndicatorDefinition")
public record Definition(
    LocalizedText name,
    LocalizedText definition,
    String unit,
    Direction direction,
    Level level,
    Optional<LocalizedText> numerator,
    Optional<LocalizedText> denominator,
    String source,
    Optional<CountingRule> counted,
    @JsonSetter(nulls = AS_EMPTY) boolean sample) {

  /** Labels stand in the code list {@code indicator-directions}. */
  public enum Direction implements Coded {
    UP,
    DOWN
  }

  /** Labels stand in the code list {@code indicator-levels}. */
  public enum Level implements Coded {
    ACTIVITY,
    OUTPUT,
    SHORT_OUTCOME,
    MID_OUTCOME,
    LONG_OUTCOME
  }
}
