package dev.kanmin.bench.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows as lines of text: each begins with the metric's number and ends with its outcome. */
public final class Table {
  private static final List<String> HEAD =
      List.of("", "metric", "ours", "other side", "ratio", "spread", "goal", "µs ours/other", "");

  private Table() {}

  /** The whole table, without a line break at its end. */
  public static String text(List<Row> rows) {
    var lines = new ArrayList<List<String>>();
    lines.add(HEAD);
    rows.forEach(row -> lines.add(cells(row)));
    var widths = widths(lines);
    return String.join("\n", lines.stream().map(line -> aligned(line, widths)).toList());
  }

  private static List<String> cells(Row row) {
    var title = row.note().isEmpty() ? row.title() : row.title() + " (" + row.note() + ")";
    return row.comparison()
        .map(
            comparison ->
                List.of(
                    row.metric(),
                    title,
                    number(comparison.ours().median()) + " " + row.unit(),
                    number(comparison.other().median()) + " " + comparison.other().name(),
                    number(comparison.ratio()),
                    number(comparison.lowest()) + "…" + number(comparison.highest()),
                    row.goal().text(),
                    cpu(comparison.ours()) + "/" + cpu(comparison.other()),
                    row.outcome().text()))
        .orElseGet(
            () -> List.of(row.metric(), title, "", "", "", "", "", "", row.outcome().text()));
  }

  /** Three digits that count, and never an exponent. */
  static String number(double value) {
    double size = Math.abs(value);
    int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  private static String cpu(Figures figures) {
    return figures.cpuMicros().isEmpty() ? "–" : number(Statistics.median(figures.cpuMicros()));
  }

  private static List<Integer> widths(List<List<String>> lines) {
    var widths = new ArrayList<Integer>();
    for (int column = 0; column < HEAD.size(); column++) {
      int here = column;
      widths.add(lines.stream().mapToInt(line -> line.get(here).length()).max().orElse(0));
    }
    return widths;
  }

  private static String aligned(List<String> line, List<Integer> widths) {
    var text = new StringBuilder();
    for (int column = 0; column < line.size(); column++) {
      var cell = line.get(column);
      text.append(cell).repeat(" ", widths.get(column) - cell.length()).append("  ");
    }
    return text.toString().stripTrailing();
  }
}
