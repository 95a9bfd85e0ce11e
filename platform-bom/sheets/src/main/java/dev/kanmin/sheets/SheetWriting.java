package dev.kanmin.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Tables as files. No cell of one is a formula when it is opened: a CSV cell that looks like one is
 * led by an apostrophe, which the import takes off, and an Excel cell is a text.
 */
public final class SheetWriting {
  private SheetWriting() {}

  /**
   * @param rows each with a cell per column
   */
  public static byte[] write(SheetFormat format, Columns columns, List<List<String>> rows) {
    return switch (format) {
      case CSV -> csv(columns, rows);
      case XLSX -> excel(columns, rows, List.of());
    };
  }

  /** An empty table, with a second sheet that says what each column takes. */
  public static byte[] template(Columns columns) {
    return excel(
        columns,
        List.of(),
        columns.all().stream().map(it -> List.of(it.code(), it.label(), it.hint())).toList());
  }

  private static byte[] csv(Columns columns, List<List<String>> rows) {
    StringWriter text = new StringWriter();
    text.append('\uFEFF');
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(columns.all().stream().map(Column::code).toList());
      rows.forEach(row -> csv.writeRecord(row.stream().map(CsvReading::escaped).toList()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] excel(
      Columns columns, List<List<String>> rows, List<List<String>> explanations) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "Kanmin", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(columns.title());
      fill(sheet, 0, List.of(columns.all().stream().map(Column::label).toList()));
      fill(sheet, 1, rows);
      if (!explanations.isEmpty()) {
        fill(workbook.newWorksheet("説明"), 0, explanations);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return file.toByteArray();
  }

  private static void fill(Worksheet sheet, int from, List<List<String>> rows) {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < rows.get(i).size(); j++) {
        sheet.value(from + i, j, rows.get(i).get(j));
      }
    }
  }
}
