package dev.kanmin.sheets;

import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.web.InputFault;
import dev.kanmin.web.ProblemException;
import dev.kanmin.web.ProblemType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Reads a table by its columns. A file with a fault is refused as a whole, and each fault is told
 * by line and column.
 */
public final class SheetReading {
  private static final int MOST_LINES = 5_000;
  private static final int MOST_FAULTS = 200;
  private static final ProblemType REFUSED =
      new ProblemType(
          "import-refused",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "The file has faults; nothing of it was taken");

  private SheetReading() {}

  /**
   * What stands in a file.
   *
   * @param encoding of its text as it was found; none of an Excel file
   * @param rows one per line
   */
  public record Rows<T>(SheetFormat format, Optional<String> encoding, List<T> rows) {}

  /**
   * Reads every line.
   *
   * @param reader of one line; takes cells by the methods of {@link Cells}, and may refuse with a
   *     pointer that a column has
   * @throws ProblemException if the file or any line has a fault
   */
  public static <T> Rows<T> read(byte[] file, Columns columns, Function<Cells, T> reader) {
    Table table = table(file);
    List<T> rows = new ArrayList<>();
    List<InputFault> faults = new ArrayList<>();
    for (Cells line : cells(table, columns)) {
      try {
        rows.add(reader.apply(line));
      } catch (Cells.CellFault fault) {
        faults.add(fault(line, fault));
      } catch (Refusal refusal) {
        faults.add(fault(line, columns, refusal));
      }
    }
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
    return new Rows<>(table.format(), table.encoding(), List.copyOf(rows));
  }

  static Table table(byte[] file) {
    try {
      return ExcelReading.isExcel(file)
          ? ExcelReading.read(file, MOST_LINES)
          : CsvReading.read(file, MOST_LINES);
    } catch (UnreadableTable unreadable) {
      throw refused(List.of(InputFault.line(1, "unreadable-table", message(unreadable))));
    }
  }

  static List<Cells> cells(Table table, Columns columns) {
    if (table.lines().isEmpty()) {
      throw refused(List.of(InputFault.line(1, "missing", "The file is empty.")));
    }
    List<String> header = table.lines().getFirst().cells();
    List<String> codes = new ArrayList<>();
    List<InputFault> faults = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      Optional<Column> column = columns.called(header.get(i));
      String code = column.map(Column::code).orElse("");
      if (column.isEmpty() && !header.get(i).isBlank()) {
        faults.add(fault(1, i + 1, "unknown-column", "It is one of " + names(columns) + "."));
      } else if (!code.isEmpty() && codes.contains(code)) {
        faults.add(fault(1, i + 1, "repeated", "The column " + code + " stands twice."));
      }
      codes.add(code);
    }
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
    return table.lines().stream().skip(1).map(line -> cells(line, codes)).toList();
  }

  private static List<String> names(Columns columns) {
    return columns.all().stream().map(Column::code).toList();
  }

  private static Cells cells(Table.Line line, List<String> codes) {
    Map<String, String> texts = new LinkedHashMap<>();
    codes.stream().filter(code -> !code.isEmpty()).forEach(code -> texts.put(code, ""));
    for (int i = 0; i < line.cells().size(); i++) {
      String code = i < codes.size() ? codes.get(i) : "";
      if (!code.isEmpty()) {
        texts.put(code, line.cells().get(i));
      } else if (!line.cells().get(i).isBlank()) {
        throw refused(
            List.of(
                fault(
                    line.number(), i + 1, "unknown-column", "The column has no name in line 1.")));
      }
    }
    return new Cells(line.number(), codes, texts);
  }

  static InputFault fault(Cells line, Cells.CellFault fault) {
    return fault(line, fault.column(), "invalid-value", message(fault));
  }

  /** A refusal names a place in the record; the column that holds it is the one to look at. */
  static InputFault fault(Cells line, Columns columns, Refusal refusal) {
    String column = refusal.pointer().flatMap(columns::at).map(Column::code).orElse("");
    return fault(
        line, column, refusal.rule().code(), refusal.rule().title() + ". " + refusal.detail());
  }

  private static InputFault fault(Cells line, String column, String code, String detail) {
    int place = line.header().indexOf(column) + 1;
    String named = column.isEmpty() ? detail : column + ": " + detail;
    return fault(line.line(), Math.max(place, 1), code, named);
  }

  static InputFault fault(int line, int column, String code, String detail) {
    return InputFault.line(line, code, detail).on(line, column);
  }

  static ProblemException refused(List<InputFault> faults) {
    return new ProblemException(
        REFUSED,
        faults.size() + " faults, of which " + Math.min(faults.size(), MOST_FAULTS) + " are told.",
        faults.stream().limit(MOST_FAULTS).toList(),
        HttpHeaders.EMPTY);
  }

  private static String message(RuntimeException fault) {
    return String.valueOf(fault.getMessage());
  }
}
