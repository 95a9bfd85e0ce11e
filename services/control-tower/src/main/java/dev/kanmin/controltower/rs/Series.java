package dev.kanmin.controltower.rs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One indicator of form 3-1 with its values by year, as texts: they may be words or "-". The same
 * name can be several series: what tells them apart is number, kind, period, goal and indicator.
 *
 * @param number of the activity, output or outcome
 * @param level アクティビティ, アウトプット, アウトカム
 * @param period 短期, 中期, 長期 of an outcome, in one spelling
 * @param goalKind 定量的 or 定性的
 * @param goal what is aimed at
 * @param values what of (目標年度, 目標値, 実績値, 達成率) to fiscal year to text; blanks are not there
 */
@Schema(name = "RsSeries")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Series(
    String number,
    String level,
    String period,
    String goalKind,
    String goal,
    String indicator,
    String unit,
    String direction,
    String source,
    Map<String, SortedMap<Integer, String>> values) {

  private static final Pattern ROW_KIND = Pattern.compile("[1-4]\\.(目標年度|目標値|実績値|達成率)");
  private static final Pattern YEAR = Pattern.compile("(20[0-6][0-9])(年度?)?");
  private static final Pattern PERIOD = Pattern.compile("(短期|中期|長期)");

  /** What tells series apart. */
  private record Key(
      String number, String level, String period, String goalKind, String goal, String indicator) {}

  /** The series of a programme's rows. */
  static List<Series> of(RsTable table) {
    Columns columns = new Columns(table);
    Map<Key, Series> all = new LinkedHashMap<>();
    for (List<String> row : table.rows()) {
      Key key =
          new Key(
              columns.text(row, columns.number),
              columns.text(row, columns.level),
              period(columns.text(row, columns.period)),
              columns.text(row, columns.goalKind),
              columns.text(row, columns.goal),
              columns.text(row, columns.indicator));
      Series series =
          all.computeIfAbsent(
              key,
              it ->
                  new Series(
                      it.number(),
                      it.level(),
                      it.period(),
                      it.goalKind(),
                      it.goal(),
                      it.indicator(),
                      columns.text(row, columns.unit),
                      columns.text(row, columns.direction),
                      columns.text(row, columns.source),
                      new LinkedHashMap<>()));
      columns
          .rowKind(row)
          .forEach(kind -> series.values().computeIfAbsent(kind, _ -> columns.years(row)));
    }
    return List.copyOf(all.values());
  }

  /** "1.短期", "短期アウトカム" and "短期" are one. */
  private static String period(String text) {
    Matcher matcher = PERIOD.matcher(text);
    return matcher.find() ? matcher.group(1) : text;
  }

  /** Where things stand in this table; names are looked for, as they change from year to year. */
  private static final class Columns {
    private final OptionalInt number;
    private final OptionalInt level;
    private final OptionalInt period;
    private final OptionalInt goalKind;
    private final OptionalInt goal;
    private final OptionalInt indicator;
    private final OptionalInt unit;
    private final OptionalInt direction;
    private final OptionalInt source;
    private final SortedMap<Integer, Integer> years = new TreeMap<>();

    Columns(RsTable table) {
      number = table.column(it -> it.contains("アウトカム") && it.contains("番号"));
      level = table.column("種別"::equals);
      period = table.column(it -> it.contains("期間"));
      goalKind = table.column(it -> it.contains("成果目標の種類"));
      goal = table.column(it -> it.contains("活動目標") || (it.contains("成果目標") && !it.contains("種類")));
      indicator = table.column(it -> it.contains("活動指標") || it.contains("成果指標"));
      unit = table.column("単位"::equals);
      direction = table.column(it -> it.contains("改善"));
      source = table.column(it -> it.contains("出典"));
      for (int index = 0; index < table.header().size(); index++) {
        Matcher year = YEAR.matcher(RsTable.plain(table.header().get(index)));
        if (year.matches()) {
          years.put(Integer.valueOf(year.group(1)), index);
        }
      }
    }

    String text(List<String> row, OptionalInt column) {
      return column.isPresent() ? row.get(column.getAsInt()).strip() : "";
    }

    List<String> rowKind(List<String> row) {
      List<String> kinds = new ArrayList<>();
      for (String cell : row) {
        Matcher kind = ROW_KIND.matcher(RsTable.plain(cell));
        if (kind.matches()) {
          kinds.add(kind.group(1));
        }
      }
      return kinds;
    }

    SortedMap<Integer, String> years(List<String> row) {
      SortedMap<Integer, String> values = new TreeMap<>();
      years.forEach(
          (year, index) -> {
            String value = row.get(index).strip();
            if (!value.isEmpty()) {
              values.put(year, value);
            }
          });
      return values;
    }
  }
}
