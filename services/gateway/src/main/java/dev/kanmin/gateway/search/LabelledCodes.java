package dev.kanmin.gateway.search;

import dev.kanmin.codes.CodeEntry;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.gateway.picture.CardCodes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Codes by what they are called in any language: ベトナム and Viet Nam are the country VN. */
final class LabelledCodes {
  private static final Map<Facet, String> LISTS =
      Map.of(
          Facet.KIND, CardCodes.KINDS,
          Facet.COUNTRY, CodeLists.COUNTRIES,
          Facet.FIELD, CodeLists.FIELDS,
          Facet.AGENCY, CodeLists.AGENCIES);

  private static final Map<String, Set<Code>> BY_LABEL = byLabel();

  private LabelledCodes() {}

  /** A code that cards are told apart by. */
  record Code(Facet facet, String code) {}

  /** Those that a word, or words, are the label of. */
  static Set<Code> of(String words) {
    return BY_LABEL.getOrDefault(key(words), Set.of());
  }

  private static Map<String, Set<Code>> byLabel() {
    Map<String, Set<Code>> found = new HashMap<>();
    LISTS.forEach(
        (facet, list) -> CodeLists.list(list).entries().forEach(entry -> add(facet, entry, found)));
    return Map.copyOf(found);
  }

  private static void add(Facet facet, CodeEntry entry, Map<String, Set<Code>> found) {
    Code code = new Code(facet, entry.code());
    // agencies are known by their codes more than by their names
    found.computeIfAbsent(key(entry.code()), _ -> new HashSet<>()).add(code);
    for (String label : entry.labels().texts().values()) {
      found.computeIfAbsent(key(label), _ -> new HashSet<>()).add(code);
    }
  }

  /** Viet Nam and Vietnam are one. */
  private static String key(String label) {
    return String.join("", Script.words(label, Folding.ALL));
  }
}
