package dev.kanmin.odalinkage.iati;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Codes whose list depends on the vocabulary beside them; the others stand in {@code
 * activity-schema.txt}.
 */
final class CodeRules {

  /**
   * The lists by vocabulary, for each element. Source: the mapping of code lists of standard 2.03.
   */
  private static final Map<String, Map<String, String>> LISTS =
      Map.of(
          "sector",
              Map.of(
                  "1", "Sector", "2", "SectorCategory", "7", "UNSDG-Goals", "8", "UNSDG-Targets"),
          "recipient-region", Map.of("1", "Region"),
          "policy-marker", Map.of("1", "PolicyMarker"),
          "default-aid-type", Map.of("1", "AidType"),
          "aid-type", Map.of("1", "AidType"));

  private static final String ASSUMED_VOCABULARY = "1";

  private final IatiElement activity;
  private final Places places;
  private final IatiCodeLists codeLists;
  private final FaultCollector faults;

  CodeRules(IatiElement activity, Places places, IatiCodeLists codeLists, FaultCollector faults) {
    this.activity = activity;
    this.places = places;
    this.codeLists = codeLists;
    this.faults = faults;
  }

  void check() {
    List<IatiElement> transactions = activity.children("transaction");
    Stream.concat(activity.elements(), transactions.stream().flatMap(IatiElement::elements))
        .filter(element -> element.name().standard())
        .forEach(this::check);
  }

  private void check(IatiElement element) {
    Map<String, String> lists = LISTS.getOrDefault(element.name().local(), Map.of());
    String list = lists.get(element.attribute("vocabulary").orElse(ASSUMED_VOCABULARY));
    String code = element.attribute("code").orElse("");
    if (list != null && codeLists.look(list, code) == IatiCodeLists.Answer.UNKNOWN) {
      faults.warning(
          places.of(element),
          "code",
          FaultCode.UNKNOWN_CODE,
          Quoted.of(code)
              + " is not in the code list "
              + list
              + "; use a code of that list, or name the vocabulary that it is from.");
    }
  }
}
