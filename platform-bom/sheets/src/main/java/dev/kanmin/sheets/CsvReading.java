package dev.kanmin.sheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.kanmin.sheets.Table.Line;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CSV as Excel in Japan writes it: UTF-8 with or without a byte order mark, or CP932, which Excel
 * still writes when asked for CSV. What is valid UTF-8 is taken for it: Japanese text in CP932
 * hardly ever is.
 */
final class CsvReading {
  private static final Charset CP932 = Charset.forName("windows-31j");
  private static final String BOM = "\uFEFF";

  /** As in exports: keeps a spreadsheet from taking a text for a formula. */
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private CsvReading() {}

  static Table read(byte[] file, int mostLines) {
    if (file.length > 1 && ((file[0] == -1 && file[1] == -2) || (file[0] == -2 && file[1] == -1))) {
      throw new UnreadableTable("The file is UTF-16. Save it as CSV UTF-8, or as xlsx.");
    }
    Optional<String> utf8 = decode(file, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      String text = utf8.get();
      return text.startsWith(BOM)
          ? table("UTF-8 with BOM", text.substring(1), mostLines)
          : table("UTF-8", text, mostLines);
    }
    return decode(file, CP932)
        .map(text -> table("CP932", text, mostLines))
        .orElseThrow(
            () ->
                new UnreadableTable(
                    "The text is neither UTF-8 nor CP932. Save it as CSV UTF-8, or as xlsx."));
  }

  private static Optional<String> decode(byte[] file, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(file))
              .toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static Table table(String encoding, String text, int mostLines) {
    List<Line> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord one : records) {
        List<String> cells = one.getFields().stream().map(CsvReading::unescaped).toList();
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
          lines.add(new Line((int) one.getStartingLineNumber(), cells));
        }
        if (lines.size() > mostLines) {
          throw new UnreadableTable("It has more than " + mostLines + " lines; divide it.");
        }
      }
    } catch (CsvParseException | IOException fault) {
      throw new UnreadableTable(
          "It is no CSV: a quotation mark is opened and not closed, perhaps.");
    }
    return new Table(SheetFormat.CSV, Optional.of(encoding), lines);
  }

  private static String unescaped(String cell) {
    return cell.length() > 1
            && cell.charAt(0) == '\''
            && FORMULA_STARTS.indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }

  /** The cell as it is exported: never a formula. */
  static String escaped(String cell) {
    return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
