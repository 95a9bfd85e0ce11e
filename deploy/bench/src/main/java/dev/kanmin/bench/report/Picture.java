package dev.kanmin.bench.report;

import dev.kanmin.bench.table.Goal;
import dev.kanmin.bench.table.Outcome;
import dev.kanmin.bench.table.Row;
import java.util.List;
import java.util.Locale;

/**
 * The table as a small picture (SVG, text only, for light and dark pages): for each row with a goal
 * how far its ratio is from it. The line in the middle is the goal; to its right is better, a step
 * of the scale is a factor of two.
 */
public final class Picture {
  private static final int ROW = 26;
  private static final int TOP = 60;
  private static final int LEFT = 420;
  private static final int SCALE = 360;
  private static final int WIDTH = LEFT + SCALE + 190;

  /** Factors of two that fit on each side of the goal. */
  private static final double REACH = 5;

  private Picture() {}

  public static String svg(List<Row> rows, Machine machine) {
    var shown = rows.stream().filter(row -> !(row.outcome() instanceof Outcome.NoGoal)).toList();
    var svg = new StringBuilder();
    int height = TOP + ROW * shown.size() + 40;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
        <style>
          text { fill: #1f2328 } .quiet { fill: #656d76 } .line { stroke: #8c959f } .spread { stroke: #656d76 }
          .met { fill: #1a7f37 } .missed { fill: #cf222e }
          @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3 } .quiet { fill: #8d96a0 } .line { stroke: #6e7681 } .spread { stroke: #8d96a0 }
            .met { fill: #3fb950 } .missed { fill: #f85149 }
          }
        </style>
        <text x="10" y="20" font-size="15">%s</text>
        <text x="10" y="38" class="quiet">%s</text>
        <line class="line" x1="%d" y1="%d" x2="%d" y2="%d"/>
        <text x="%d" y="%d" class="quiet" text-anchor="middle">goal (right is better; each step ×2)</text>
        """
            .formatted(
                WIDTH,
                height,
                machine.quick() ? "Kanmin bench, quick run: not for quoting" : "Kanmin bench",
                escaped(
                    "%s, %s, %d × %s"
                        .formatted(
                            machine.date(),
                            machine.commit(),
                            machine.cores(),
                            machine.processor())),
                LEFT + SCALE / 2,
                TOP - 6,
                LEFT + SCALE / 2,
                TOP + ROW * shown.size(),
                LEFT + SCALE / 2,
                TOP + ROW * shown.size() + 18));
    for (int index = 0; index < shown.size(); index++) {
      append(svg, shown.get(index), TOP + ROW * index + ROW / 2);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void append(StringBuilder svg, Row row, int y) {
    svg.append(text(10, y, "", row.metric()));
    svg.append(text(90, y, "quiet", shortened(row.title())));
    row.comparison()
        .ifPresentOrElse(
            comparison -> {
              var style = row.outcome() instanceof Outcome.Met ? "met" : "missed";
              svg.append(
                  String.format(
                      Locale.ROOT,
                      "<line class=\"spread\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>%n"
                          + "<circle class=\"%s\" cx=\"%.1f\" cy=\"%d\" r=\"5\"/>%n",
                      x(row.goal(), comparison.lowest()),
                      y,
                      x(row.goal(), comparison.highest()),
                      y,
                      style,
                      x(row.goal(), comparison.ratio()),
                      y));
              svg.append(
                  text(
                      LEFT + SCALE + 12,
                      y,
                      style,
                      String.format(
                          Locale.ROOT,
                          "%.3g (goal %s) %s",
                          comparison.ratio(),
                          row.goal().text(),
                          style)));
            },
            () -> svg.append(text(LEFT, y, "quiet", row.outcome().text())));
  }

  /** Where a ratio stands beside its goal. */
  static double x(Goal goal, double ratio) {
    double steps =
        switch (goal) {
          case Goal.AtLeast(double limit) -> twos(ratio / limit);
          case Goal.AtMost(double limit) -> twos(limit / ratio);
          case Goal.None none -> 0;
        };
    double shown = Math.clamp(steps, -REACH, REACH);
    return LEFT + SCALE / 2.0 + shown * SCALE / 2.0 / REACH;
  }

  private static double twos(double factor) {
    return Math.log(factor) / Math.log(2);
  }

  private static String text(int x, int y, String style, String text) {
    return "<text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>%n"
        .formatted(x, y + 4, style, escaped(text));
  }

  private static String shortened(String title) {
    return title.length() <= 56 ? title : title.substring(0, 55) + "…";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
