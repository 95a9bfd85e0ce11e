package dev.kanmin.gateway.form;

import java.util.List;

/**
 * Something that a record says, in words.
 *
 * @param lines what it says, one below the other
 * @param parts if it is made of parts
 * @param items if there are several of it, each made of parts
 */
public record Fact(String label, List<String> lines, List<Fact> parts, List<List<Fact>> items) {
  private static final int MOST_COLUMNS = 6;

  /** The columns, if its items stand better side by side. */
  public List<String> columns() {
    List<String> columns =
        items.stream().flatMap(List::stream).map(Fact::label).distinct().toList();
    boolean plain = items.stream().flatMap(List::stream).allMatch(fact -> fact.lines().size() == 1);
    return plain && columns.size() <= MOST_COLUMNS ? columns : List.of();
  }

  /** What an item says in that column. */
  public static String cell(List<Fact> item, String column) {
    return item.stream()
        .filter(fact -> fact.label().equals(column))
        .flatMap(fact -> fact.lines().stream())
        .findFirst()
        .orElse("");
  }

  static Fact of(String label, List<String> lines) {
    return new Fact(label, lines, List.of(), List.of());
  }
}
