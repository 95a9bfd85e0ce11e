package dev.kanmin.bench.report;

import dev.kanmin.bench.table.Figures;
import dev.kanmin.bench.table.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The whole run as JSON, with the figures of every round. */
public final class Report {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Report() {}

  public static String json(List<Row> rows, Machine machine) {
    var report = new LinkedHashMap<String, Object>();
    report.put("machine", machine);
    report.put("rows", rows.stream().map(Report::row).toList());
    return JSON.writeValueAsString(report) + "\n";
  }

  private static Map<String, Object> row(Row row) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("metric", row.metric());
    fields.put("title", row.title());
    fields.put("unit", row.unit());
    fields.put("note", row.note());
    row.comparison()
        .ifPresent(
            comparison -> {
              fields.put("ours", side(comparison.ours()));
              fields.put("other", side(comparison.other()));
              fields.put("ratio", comparison.ratio());
              fields.put("lowest", comparison.lowest());
              fields.put("highest", comparison.highest());
              fields.put("ratios", new ArrayList<>(comparison.ratios()));
            });
    fields.put("goal", row.goal().text());
    fields.put("outcome", row.outcome().text());
    return fields;
  }

  private static Map<String, Object> side(Figures figures) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", figures.name());
    fields.put("median", figures.median());
    fields.put("rounds", figures.values());
    fields.put("cpuMicrosPerOperation", figures.cpuMicros());
    return fields;
  }
}
