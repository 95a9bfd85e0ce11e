package dev.kanmin.controltower.rs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A programme (予算事業) of a year of review.
 *
 * @param id its 予算事業ID
 * @param year 事業年度: the year of the review, not of a figure
 * @param name its 事業名
 */
@Schema(name = "RsProgramme")
public record Programme(String id, String year, String name) {

  /**
   * The rows of each programme, in the order of the file.
   *
   * @throws UnreadableForm if the table does not say of which programme a row is
   */
  public static Map<Programme, RsTable> split(RsTable table) {
    int id = column(table, "予算事業ID");
    int year = column(table, "事業年度");
    int name = column(table, "事業名");
    Map<Programme, List<List<String>>> rows = new LinkedHashMap<>();
    int line = 1;
    for (List<String> row : table.rows()) {
      line++;
      String programme = RsTable.plain(row.get(id));
      if (programme.isEmpty()) {
        throw new UnreadableForm(line, "The row does not say of which programme it is.");
      }
      rows.computeIfAbsent(
              new Programme(programme, RsTable.plain(row.get(year)), row.get(name)),
              _ -> new ArrayList<>())
          .add(row);
    }
    Map<Programme, RsTable> tables = new LinkedHashMap<>();
    rows.forEach(
        (programme, its) -> tables.put(programme, new RsTable(table.header(), List.copyOf(its))));
    return tables;
  }

  private static int column(RsTable table, String name) {
    return table
        .column(name::equals)
        .orElseThrow(() -> new UnreadableForm(1, "There is no column " + name + "."));
  }
}
