package dev.kanmin.sheets;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a kind of table.
 *
 * @param title of the sheet
 */
public record Columns(String title, List<Column> all) {
  Optional<Column> called(String header) {
    return all.stream().filter(column -> column.isCalled(header)).findFirst();
  }

  /** The column that holds the part of the record where a fault is; the longest that fits. */
  Optional<Column> at(String pointer) {
    return all.stream()
        .filter(it -> !it.pointer().isEmpty())
        .filter(it -> pointer.equals(it.pointer()) || pointer.startsWith(it.pointer() + "/"))
        .max(Comparator.comparingInt(it -> it.pointer().length()));
  }
}
