package dev.kanmin.directory.sme;

import dev.kanmin.codes.CodeEntry;
import dev.kanmin.codes.CodeLists;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group of industries with limits of its own, read from the code list {@code sme-categories}: new
 * limits are a new entry there, with the day from which they hold.
 *
 * @param jsic beginnings of the JSIC digits that belong to it; empty for the one that takes all
 *     others
 * @param except beginnings that belong to another one nevertheless
 */
record SmeCategory(String code, List<String> jsic, List<String> except, List<Limits> limits) {

  /**
   * Either suffices to be an SME.
   *
   * @param from first day on which they hold
   * @param capital yen at most
   * @param staff regular employees at most
   */
  record Limits(LocalDate from, BigDecimal capital, int staff) {}

  private static final class Loaded {
    static final List<SmeCategory> ALL =
        CodeLists.list("sme-categories").entries().stream().map(SmeCategory::of).toList();
  }

  static List<SmeCategory> all() {
    return Loaded.ALL;
  }

  /** Those to which a company can belong: all of them while nothing is known of its industry. */
  static List<SmeCategory> possible(Optional<IndustryCode> industry) {
    return industry
        .map(IndustryCode::digits)
        .map(digits -> all().stream().filter(it -> it.mayHold(digits)).toList())
        .orElseGet(SmeCategory::all);
  }

  Optional<Limits> on(LocalDate day) {
    return limits.stream()
        .filter(it -> !day.isBefore(it.from()))
        .max(Comparator.comparing(Limits::from));
  }

  /** Digits that are too few to decide may belong to several. */
  private boolean mayHold(String digits) {
    return isRest()
        ? all().stream().filter(it -> !it.isRest()).noneMatch(it -> it.holds(digits))
        : touches(digits) && !begins(digits, except);
  }

  private boolean holds(String digits) {
    boolean partlyExcepted = except.stream().anyMatch(it -> it.startsWith(digits));
    return begins(digits, jsic) && !begins(digits, except) && !partlyExcepted;
  }

  private boolean touches(String digits) {
    return begins(digits, jsic) || jsic.stream().anyMatch(it -> it.startsWith(digits));
  }

  private static boolean begins(String digits, List<String> beginnings) {
    return beginnings.stream().anyMatch(digits::startsWith);
  }

  private boolean isRest() {
    return jsic.isEmpty();
  }

  private static SmeCategory of(CodeEntry entry) {
    return new SmeCategory(
        entry.code(), entry.texts("jsic"), entry.texts("except"), limits(entry.attributes()));
  }

  private static List<Limits> limits(Map<String, Object> attributes) {
    return attributes.get("limits") instanceof List<?> all
        ? all.stream().map(one -> entry((Map<?, ?>) one)).toList()
        : List.of();
  }

  private static Limits entry(Map<?, ?> one) {
    return new Limits(
        LocalDate.parse(text(one, "from")),
        new BigDecimal(text(one, "capital")),
        Integer.parseInt(text(one, "staff")));
  }

  private static String text(Map<?, ?> one, String part) {
    return String.valueOf(one.get(part));
  }
}
