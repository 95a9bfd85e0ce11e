package dev.kanmin.gateway.rule;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.events.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/**
 * The rules, in the order of their file.
 *
 * @param rules each code once
 */
public record RuleBook(List<Rule> rules) {
  /** Name of the code list with the words. */
  public static final String WORDS = "to-do-rules";

  private static final String FILE = "/to-do-rules.json";

  public RuleBook {
    rules = List.copyOf(rules);
  }

  /**
   * The rules that come with this version.
   *
   * @throws IllegalStateException if one of them has no words
   */
  public static RuleBook standard() {
    try (InputStream file = RuleBook.class.getResourceAsStream(FILE)) {
      RuleBook book =
          new RuleBook(Json.strict().readValue(file, new TypeReference<List<Rule>>() {}));
      book.rules().forEach(rule -> CodeLists.list(WORDS).require(rule.code()));
      return book;
    } catch (IOException | RuntimeException unreadable) {
      throw new IllegalStateException("cannot read " + FILE, unreadable);
    }
  }
}
