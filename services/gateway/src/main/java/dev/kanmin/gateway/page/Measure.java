package dev.kanmin.gateway.page;

import java.util.Arrays;
import java.util.Optional;

/** What the heat map counts. */
enum Measure {
  RECORDS("records"),
  ACTIVITIES("activities"),
  MISSIONS("missions"),
  CHANGED("changed");

  /** Query parameter that chooses. */
  static final String PARAMETER = "show";

  /** First counts of the steps 2 to 5; step 1 begins at one, step 0 is nothing. */
  private static final int[] STEPS = {2, 4, 8, 16};

  private final String code;

  Measure(String code) {
    this.code = code;
  }

  /** The one of that code, or all records. */
  static Measure chosen(Optional<String> code) {
    return Arrays.stream(values())
        .filter(measure -> code.filter(measure.code::equals).isPresent())
        .findFirst()
        .orElse(RECORDS);
  }

  String code() {
    return code;
  }

  int of(SquareFacts square) {
    return switch (this) {
      case RECORDS -> square.records();
      case ACTIVITIES -> square.activities();
      case MISSIONS -> square.missions();
      case CHANGED -> square.changed();
    };
  }

  /**
   * The step of the colour scale, 0 to 5. The scale is fixed, so that a colour means the same
   * tomorrow.
   */
  static int heat(int count) {
    if (count <= 0) {
      return 0;
    }
    var step = 1;
    for (var first : STEPS) {
      if (count >= first) {
        step++;
      }
    }
    return step;
  }

  /** The counts of a step as the legend shows them: {@code 4–7}. */
  static String range(int step) {
    if (step == 0) {
      return "· 0";
    }
    var first = step == 1 ? 1 : STEPS[step - 2];
    if (step > STEPS.length) {
      return first + "+";
    }
    var last = STEPS[step - 1] - 1;
    return first == last ? String.valueOf(first) : first + "–" + last;
  }
}
