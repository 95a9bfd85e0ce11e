package dev.kanmin.sheets;

import dev.kanmin.codes.CodeEntry;
import dev.kanmin.codes.CodeLists;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One line of a table by its columns.
 *
 * @param line counted from 1
 * @param header codes of the columns that the file has, in its order; empty where it has no name
 * @param texts by code; blank ones are in it
 */
public record Cells(int line, List<String> header, Map<String, String> texts) {

  /** Something in a cell cannot be taken. */
  static final class CellFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String column;

    CellFault(String column, String message) {
      super(message, null, false, false);
      this.column = column;
    }

    String column() {
      return column;
    }
  }

  /** Whether the file has the column at all; what it lacks stays as it is. */
  public boolean has(String column) {
    return texts.containsKey(column);
  }

  /** What stands there; empty if nothing does. */
  public Optional<String> text(String column) {
    return Optional.ofNullable(texts.get(column)).map(String::strip).filter(it -> !it.isEmpty());
  }

  public String required(String column) {
    return text(column).orElseThrow(() -> new CellFault(column, "It must be filled in."));
  }

  /** As that value type reads it. */
  public <T> Optional<T> value(String column, Function<String, T> reader) {
    return text(column).map(it -> read(column, it, reader));
  }

  /** Values with semicolons or 、 between them. */
  public <T> List<T> values(String column, Function<String, T> reader) {
    return Arrays.stream(text(column).orElse("").split("[;；、]"))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .map(it -> read(column, it, reader))
        .toList();
  }

  /** An entry of a code list, by its code or by its label in any language. */
  public Optional<String> code(String column, String list) {
    return text(column)
        .map(
            it ->
                CodeLists.list(list).entries().stream()
                    .filter(entry -> isCalled(entry, it))
                    .map(CodeEntry::code)
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new CellFault(
                                column,
                                "It is a code of the code list " + list + ", or its label.")));
  }

  private static boolean isCalled(CodeEntry entry, String text) {
    String usual = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return entry.code().equals(usual)
        || entry.labels().texts().values().stream().anyMatch(usual::equals);
  }

  /** Whole number, with or without separators. */
  public Optional<Long> number(String column) {
    return value(
        column,
        it -> Long.valueOf(Normalizer.normalize(it, Normalizer.Form.NFKC).replace(",", "")));
  }

  /** Never quotes what stands there. */
  private static <T> T read(String column, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (NumberFormatException notOne) {
      throw new CellFault(column, "It is a whole number.");
    } catch (IllegalArgumentException refused) {
      throw new CellFault(column, String.valueOf(refused.getMessage()));
    }
  }
}
