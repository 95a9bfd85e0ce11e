package dev.kanmin.gateway.page;

import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.gateway.picture.CellTotals.KindCount;
import dev.kanmin.gateway.picture.FigureSlot;
import dev.kanmin.gateway.picture.PictureSnapshot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the heat map counts.
 *
 * @param code {@code records}, {@code changed}, a kind, or {@code money-commitment-JPY}
 * @param ended whether what has ended is counted as well
 */
record Measure(String code, boolean ended) {
  /** Query parameter that chooses. */
  static final String PARAMETER = "show";

  /** Query parameter with which what has ended is shown as well. */
  static final String ENDED = "ended";

  private static final String RECORDS = "records";
  private static final String CHANGED = "changed";
  private static final String MONEY = "money-";
  private static final int MOST_OF_MONEY = 6;

  /** From how many millions on a step begins, after the first. */
  private static final int[] MONEY_STEPS = {1, 10, 100, 1000};

  /** First counts of the steps 2 to 5; step 1 begins at one, step 0 is nothing. */
  private static final int[] STEPS = {2, 4, 8, 16};

  /** The one of that code, or all records. */
  static Measure chosen(Optional<String> code, boolean ended) {
    return new Measure(
        code.filter(given -> given.matches("[a-z-]{1,40}(-[A-Z]{3})?")).orElse(RECORDS), ended);
  }

  /** Everything that is counted. */
  static Measure all(boolean ended) {
    return new Measure(RECORDS, ended);
  }

  /** All there are to choose from: each kind of which there is something. */
  static List<Measure> choices(PictureSnapshot picture, boolean ended) {
    Stream<String> kinds =
        picture.cell(CellKey.EVERYTHING).stream()
            .flatMap(all -> all.totals().kinds().stream())
            .map(KindCount::kind);
    Stream<String> money =
        picture.cell(CellKey.EVERYTHING).stream()
            .flatMap(all -> all.totals().figures().keySet().stream())
            .filter(FigureSlot::isMoney)
            .map(slot -> MONEY + slot.what() + "-" + slot.unit())
            .limit(MOST_OF_MONEY);
    return Stream.of(Stream.of(RECORDS), kinds, Stream.of(CHANGED), money)
        .flatMap(codes -> codes)
        .map(code -> new Measure(code, ended))
        .toList();
  }

  boolean isMoney() {
    return code.startsWith(MONEY);
  }

  String label(Wording wording) {
    return slot()
        .map(
            slot ->
                wording.say(
                    inHundredMillions(slot, wording) ? "measure.money.oku" : "measure.money",
                    wording.label(CardCodes.FIGURE_KINDS, slot.what()),
                    slot.unit()))
        .orElseGet(() -> wording.sayOr("measure." + code, wording.label(CardCodes.KINDS, code)));
  }

  /** What stands in the square; empty if there is nothing. */
  String text(SquareFacts square, Wording wording) {
    if (slot().isEmpty()) {
      int count = count(square);
      return count == 0 ? "" : wording.number(count);
    }
    BigDecimal amount = amount(square);
    if (amount.signum() == 0) {
      return "";
    }
    BigDecimal scaled = amount.movePointLeft(inHundredMillions(slot().get(), wording) ? 8 : 6);
    return wording.rounded(scaled);
  }

  /** The step of the colour scale for it. */
  int heat(SquareFacts square) {
    if (slot().isEmpty()) {
      return heat(count(square));
    }
    // a hundred yen are about one of the other currencies: colours are for comparing within one
    BigDecimal millions = amount(square).movePointLeft(slot().get().unit().equals("JPY") ? 8 : 6);
    int step = millions.signum() > 0 ? 1 : 0;
    for (int bound : MONEY_STEPS) {
      step += step > 0 && millions.compareTo(BigDecimal.valueOf(bound)) >= 0 ? 1 : 0;
    }
    return step;
  }

  private BigDecimal amount(SquareFacts square) {
    return slot()
        .map(slot -> square.money().getOrDefault(slot, BigDecimal.ZERO))
        .orElse(BigDecimal.ZERO);
  }

  private Optional<FigureSlot> slot() {
    if (!isMoney() || code.length() < MONEY.length() + 5) {
      return Optional.empty();
    }
    int dash = code.length() - 4;
    return Optional.of(
        new FigureSlot(code.substring(MONEY.length(), dash), code.substring(dash + 1)));
  }

  /** As amounts of yen are read in Japanese. */
  private static boolean inHundredMillions(FigureSlot slot, Wording wording) {
    return slot.unit().equals("JPY") && wording.language() == PageLanguage.JAPANESE;
  }

  private int count(SquareFacts square) {
    return switch (code) {
      case RECORDS -> square.records();
      case CHANGED -> square.changed();
      default -> square.ofKind(code);
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
  String range(int step) {
    if (isMoney()) {
      return step == 0 ? "· 0" : step == 1 ? "< 1" : "≥ " + MONEY_STEPS[step - 2];
    }
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
