package dev.kanmin.sheets;

import java.util.List;
import java.util.Optional;

/**
 * A table as it was read.
 *
 * @param encoding of its text: {@code UTF-8}, {@code UTF-8 with BOM} or {@code CP932}; none of an
 *     Excel file
 * @param lines the header first
 */
record Table(SheetFormat format, Optional<String> encoding, List<Line> lines) {

  /**
   * A line with something in it.
   *
   * @param number counted from 1, as a spreadsheet counts
   */
  record Line(int number, List<String> cells) {}
}
