package dev.kanmin.odalinkage.iati;

import java.util.Map;

/**
 * Codes whose list depends on the vocabulary beside them, or that stand as text; the others stand
 * in {@code activity-schema.txt}.
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
          "tag", Map.of("2", "UNSDG-Goals", "3", "UNSDG-Targets"),
          "recipient-region", Map.of("1", "Region"),
          "policy-marker", Map.of("1", "PolicyMarker"),
          "administrative", Map.of("A4", "Country"),
          "default-aid-type", aidTypes(),
          "aid-type", aidTypes());

  private static final String ASSUMED_VOCABULARY = "1";

  private final Subject subject;
  private final IatiCodeLists codeLists;

  CodeRules(Subject subject, IatiCodeLists codeLists) {
    this.subject = subject;
    this.codeLists = codeLists;
  }

  void check() {
    subject
        .activity()
        .descendants()
        .forEach(
            element -> {
              Map<String, String> lists = LISTS.getOrDefault(element.name().local(), Map.of());
              String list = lists.get(vocabulary(element));
              if (list != null) {
                check(element, list, element.attribute("code").orElse(""));
              }
            });
    for (IatiElement channel : subject.anywhere("channel-code")) {
      check(channel, "CRSChannelCode", channel.text().strip());
    }
  }

  private void check(IatiElement element, String list, String code) {
    if (codeLists.look(list, code) == IatiCodeLists.Answer.UNKNOWN) {
      String detail =
          Quoted.of(code)
              + " is not in the code list "
              + list
              + "; use a code of that list, or name the vocabulary that it is from.";
      if (element.attribute("code").isPresent()) {
        subject.warn(element, "code", FaultCode.UNKNOWN_CODE, detail);
      } else {
        subject.warn(element, FaultCode.UNKNOWN_CODE, detail);
      }
    }
  }

  private static String vocabulary(IatiElement element) {
    return element
        .attribute("vocabulary")
        .filter(given -> !given.isEmpty())
        .orElse(ASSUMED_VOCABULARY);
  }

  private static Map<String, String> aidTypes() {
    return Map.of(
        "1", "AidType",
        "2", "EarmarkingCategory",
        "3", "EarmarkingModality",
        "4", "CashandVoucherModalities");
  }
}
