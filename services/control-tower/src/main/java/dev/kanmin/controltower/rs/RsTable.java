package dev.kanmin.controltower.rs;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A table as it stands in the file: every column and every cell as text, known or not, because the
 * forms change from year to year and blank is not zero.
 *
 * @param header names of the columns
 * @param rows cells, as many as the header has
 */
public record RsTable(
    @JsonSetter(nulls = AS_EMPTY) List<String> header,
    @JsonSetter(nulls = AS_EMPTY) List<List<String>> rows) {

  /** Of a form that nobody has read. */
  public static final RsTable EMPTY = new RsTable(List.of(), List.of());

  private static final char BOM = '\uFEFF';
  private static final int MOST_COLUMNS = 300;

  /** What a spreadsheet takes for the beginning of a formula. */
  private static final String FORMULA = "=+@\t\r";

  /**
   * Reads a file: UTF-8 with or without its mark, or the encoding of Windows that older years have.
   *
   * @throws UnreadableForm if it is no table
   */
  public static RsTable read(byte[] file) {
    String text = text(file);
    List<List<String>> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
      for (CsvRecord line : reader) {
        List<String> cells = line.getFields().stream().map(RsTable::unguarded).toList();
        if (!lines.isEmpty() && cells.size() != lines.getFirst().size()) {
          throw new UnreadableForm(
              (int) line.getStartingLineNumber(),
              "It has %d cells, the header %d.".formatted(cells.size(), lines.getFirst().size()));
        }
        lines.add(cells);
      }
    } catch (CsvParseException damaged) {
      throw new UnreadableForm(lines.size() + 1, "The table is damaged from here on.");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    if (lines.isEmpty() || lines.getFirst().size() > MOST_COLUMNS) {
      throw new UnreadableForm(1, "A form has a header of 1 to " + MOST_COLUMNS + " columns.");
    }
    return new RsTable(lines.getFirst(), List.copyOf(lines.subList(1, lines.size())));
  }

  /** UTF-8 with its mark, as the RS system writes it; no cell is a formula when it is opened. */
  public byte[] write() {
    StringWriter text = new StringWriter();
    text.write(BOM);
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      writer.writeRecord(header.stream().map(RsTable::guarded).toList());
      rows.forEach(row -> writer.writeRecord(row.stream().map(RsTable::guarded).toList()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The first column whose name, without spaces and in one width, is so. */
  public OptionalInt column(Predicate<String> name) {
    return IntStream.range(0, header.size())
        .filter(index -> name.test(plain(header.get(index))))
        .findFirst();
  }

  /** A cell as it is read: in one width, without spaces around it. */
  static String plain(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }

  private static String text(byte[] file) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException older) {
      text = new String(file, Charset.forName("windows-31j"));
    }
    return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
  }

  private static String guarded(String cell) {
    return isGuarded(cell) ? "'" + cell : cell;
  }

  private static String unguarded(String cell) {
    return cell.startsWith("'") && isGuarded(cell.substring(1)) ? cell.substring(1) : cell;
  }

  /** A minus before a digit, or alone for "none", is no formula. */
  private static boolean isGuarded(String cell) {
    if (cell.isEmpty()) {
      return false;
    }
    char first = cell.charAt(0);
    boolean minus = first == '-' && cell.length() > 1 && !Character.isDigit(cell.charAt(1));
    return minus || first == '\'' || FORMULA.indexOf(first) >= 0;
  }
}
