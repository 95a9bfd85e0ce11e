package dev.kanmin.odalinkage.activity;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in the body stands what the validator found in the report made from it. */
final class EnteredPaths {
  private static final Pattern CHILD =
      Pattern.compile("^/iati-activity(?:\\[\\d+])?/(@?[a-z-]+)(?:\\[(\\d+)])?.*");

  private static final Map<String, String> LISTS =
      Map.of(
          "description", "/descriptions",
          "participating-org", "/participatingOrganisations",
          "other-identifier", "/otherIdentifiers",
          "recipient-country", "/countries",
          "recipient-region", "/regions",
          "sector", "/sectors",
          "location", "/locations",
          "budget", "/budgets",
          "transaction", "/transactions",
          "related-activity", "/relatedActivities");

  private static final Map<String, String> SINGLES =
      Map.of(
          "iati-identifier", "/iatiIdentifier",
          "reporting-org", "/reportingOrganisation",
          "title", "/title",
          "activity-status", "/status",
          "activity-date", "/dates");

  private EnteredPaths() {}

  /** JSON pointer of the part of the body; "" (all of it) where none can be told. */
  static String pointer(String path) {
    Matcher matcher = CHILD.matcher(path);
    if (!matcher.matches()) {
      return "";
    }
    String list = LISTS.get(matcher.group(1));
    if (list == null) {
      return SINGLES.getOrDefault(matcher.group(1), "");
    }
    String position = matcher.group(2);
    return position == null ? list : list + "/" + (Integer.parseInt(position) - 1);
  }
}
