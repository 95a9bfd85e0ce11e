package dev.kanmin.gateway.picture;

import dev.kanmin.codes.CodeEntry;
import dev.kanmin.codes.CodeList;
import dev.kanmin.codes.CodeLists;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the code lists say of the codes on a card. A code or list that is not known here says
 * nothing: a card of a kind that is new to this node is shown like any other.
 */
public final class CardCodes {
  public static final String KINDS = "kinds";
  public static final String DATE_KINDS = "date-kinds";
  public static final String FIGURE_KINDS = "figure-kinds";
  public static final String LINK_KINDS = "link-kinds";
  public static final String AGENCY_ROLES = "agency-roles";

  private static final Map<String, Integer> KIND_RANKS = ranks(KINDS);
  private static final Map<String, Integer> FIGURE_RANKS = ranks(FIGURE_KINDS);

  /** How sums of a kind come together. */
  enum Adds {
    SUM,
    /** Of one subject only the latest year counts. */
    LATEST,
    NONE
  }

  private CardCodes() {}

  /** In the order of the list {@code kinds}; others behind them, by code. */
  public static Comparator<String> kindOrder() {
    return order(KIND_RANKS);
  }

  /** In the order of the list {@code figure-kinds}; others behind them, by code. */
  static Comparator<String> figureOrder() {
    return order(FIGURE_RANKS);
  }

  /** Name of the list of the states of a kind. */
  public static String statesOf(String kind) {
    return kind + "-states";
  }

  /** Whether nothing more is to happen in that state. */
  public static boolean isEnded(String kind, String state) {
    return flag(statesOf(kind), state, "ended");
  }

  /** Whether a date of that kind is of something still to happen. */
  public static boolean isExpected(String dateKind) {
    return flag(DATE_KINDS, dateKind, "expected");
  }

  /** Whether a date of that kind is of a beginning. */
  public static boolean isStart(String dateKind) {
    return flag(DATE_KINDS, dateKind, "start");
  }

  /** Whether a link of that kind leads to an identifier elsewhere and to no subject. */
  public static boolean isExternal(String linkKind) {
    return flag(LINK_KINDS, linkKind, "external");
  }

  /** Whether what has such a link came of what it leads to. */
  public static boolean isOrigin(String linkKind) {
    return flag(LINK_KINDS, linkKind, "origin");
  }

  /** Whether what has such a link led on to what it leads to. */
  public static boolean isConsequence(String linkKind) {
    return flag(LINK_KINDS, linkKind, "consequence");
  }

  /** Language tag to what a link is called at the end that it leads to. */
  public static Optional<Map<String, String>> inverse(String linkKind) {
    Map<String, String> words = new HashMap<>();
    if (entry(LINK_KINDS, linkKind).map(CodeEntry::attributes).orElse(Map.of()).get("inverse")
        instanceof Map<?, ?> texts) {
      texts.forEach((tag, text) -> words.put(String.valueOf(tag), String.valueOf(text)));
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  public static boolean isMoney(String figureKind) {
    return flag(FIGURE_KINDS, figureKind, "money");
  }

  /** Whether each cell gets a part; if not, each gets the whole. */
  public static boolean isSplit(String figureKind) {
    return entry(FIGURE_KINDS, figureKind)
        .flatMap(kind -> kind.text("split"))
        .filter("percentages"::equals)
        .isPresent();
  }

  /** Whether figures of a kind are added up at all. */
  public static boolean addsUp(String figureKind) {
    return adds(figureKind) != Adds.NONE;
  }

  static Adds adds(String figureKind) {
    return switch (entry(FIGURE_KINDS, figureKind)
        .flatMap(kind -> kind.text("adds"))
        .orElse("none")) {
      case "sum" -> Adds.SUM;
      case "latest" -> Adds.LATEST;
      default -> Adds.NONE;
    };
  }

  /** The entry of that code; empty if the list, or the code in it, is not known here. */
  public static Optional<CodeEntry> entry(String list, String code) {
    return CodeLists.find(list).flatMap(known -> known.find(code));
  }

  private static boolean flag(String list, String code, String attribute) {
    return entry(list, code).map(entry -> entry.flag(attribute)).orElse(false);
  }

  private static Comparator<String> order(Map<String, Integer> ranks) {
    return Comparator.comparingInt((String code) -> ranks.getOrDefault(code, Integer.MAX_VALUE))
        .thenComparing(Comparator.naturalOrder());
  }

  private static Map<String, Integer> ranks(String list) {
    List<CodeEntry> entries = CodeLists.find(list).map(CodeList::entries).orElse(List.of());
    Map<String, Integer> ranks = new HashMap<>();
    entries.forEach(entry -> ranks.put(entry.code(), ranks.size()));
    return Map.copyOf(ranks);
  }
}
