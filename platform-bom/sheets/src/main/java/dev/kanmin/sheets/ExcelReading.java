package dev.kanmin.sheets;

import dev.kanmin.sheets.Table.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of an Excel file (xlsx). */
final class ExcelReading {
  /** Bytes of all its parts unpacked; a small file can hold any amount. */
  private static final long LARGEST_UNPACKED = 24L * 1024 * 1024;

  private static final int MOST_CELLS = 100;

  private ExcelReading() {}

  static boolean isExcel(byte[] file) {
    return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
  }

  static Table read(byte[] file, int mostLines) {
    requireModest(file);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      List<Line> lines = new ArrayList<>();
      rows.takeWhile(row -> lines.size() <= mostLines).forEach(row -> add(row, lines));
      if (lines.size() > mostLines) {
        throw new UnreadableTable("It has more than " + mostLines + " lines; divide it.");
      }
      return new Table(SheetFormat.XLSX, Optional.empty(), lines);
    } catch (UnreadableTable known) {
      throw known;
    } catch (IOException | RuntimeException fault) {
      // what a reader makes of a damaged file is anything
      throw new UnreadableTable("It is no Excel file (xlsx) that can be read. Save it anew.");
    }
  }

  private static void add(Row row, List<Line> lines) {
    if (row.getCellCount() > MOST_CELLS) {
      throw new UnreadableTable(
          "Line " + row.getRowNum() + " has more than " + MOST_CELLS + " cells.");
    }
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(text(row, row.getCell(i)));
    }
    if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
      lines.add(new Line(row.getRowNum(), cells));
    }
  }

  private static String text(Row row, @Nullable Cell cell) {
    if (cell == null) {
      return "";
    }
    CellType type = cell.getType();
    if (type == CellType.FORMULA) {
      throw new UnreadableTable(
          "Line " + row.getRowNum() + " has a formula; paste its value instead.");
    }
    return type == CellType.NUMBER ? cell.asNumber().toPlainString() : cell.getText();
  }

  /** By the directory at the file's end, as the reader itself finds its parts. */
  private static void requireModest(byte[] file) {
    byte[] buffer = new byte[16 * 1024];
    long unpacked = 0;
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        try (InputStream content = zip.getInputStream(part)) {
          unpacked = counted(content, buffer, unpacked);
        }
      }
    } catch (IOException fault) {
      throw new UnreadableTable("It is no Excel file (xlsx) that can be read. Save it anew.");
    }
  }

  private static long counted(InputStream part, byte[] buffer, long before) throws IOException {
    long unpacked = before;
    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
      unpacked += read;
      if (unpacked > LARGEST_UNPACKED) {
        throw new UnreadableTable("Unpacked it is larger than 24 MB; divide it.");
      }
    }
    return unpacked;
  }
}
