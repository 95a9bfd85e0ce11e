package dev.kanmin.odalinkage.iati;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Percentages must lie between 0 and 100, for otherwise money would be divided wrongly; that they
 * make 100 together, but for a hundredth, is asked for but not insisted on, see {@link
 * RecipientSplit}. Source: standard 2.03, recipient-country, recipient-region, sector,
 * country-budget-items, capital-spend.
 */
final class PercentageRules {

  /** How far from 100 the official rules let a sum be. */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.0101");

  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private final Subject subject;
  private final IatiElement activity;

  PercentageRules(Subject subject) {
    this.subject = subject;
    this.activity = subject.activity();
  }

  void check() {
    List<IatiElement> countries = activity.children("recipient-country");
    List<IatiElement> regions = activity.children("recipient-region");
    List<IatiElement> sectors = activity.children("sector");
    List<IatiElement> items =
        activity.children("country-budget-items").stream()
            .flatMap(parent -> parent.children("budget-item").stream())
            .toList();
    Stream.of(countries, regions, sectors, items, activity.children("capital-spend"))
        .flatMap(List::stream)
        .forEach(this::checkRange);
    checkRecipients(countries, regions);
    byVocabulary(sectors, IatiActivity.DEFAULT_SECTOR_VOCABULARY)
        .forEach(
            (vocabulary, group) ->
                checkSum("the sectors of vocabulary " + Quoted.of(vocabulary), group));
    checkSum("the budget items", items);
  }

  private void checkRange(IatiElement element) {
    element
        .attribute("percentage")
        .filter(written -> !SimpleType.PERCENTAGE.accepts(written))
        .ifPresent(
            written ->
                subject
                    .faults()
                    .error(
                        subject.places().of(element),
                        "percentage",
                        FaultCode.PERCENTAGE_OUT_OF_RANGE,
                        "The percentage "
                            + Quoted.of(written)
                            + " is not between 0 and 100; correct it."));
  }

  private void checkRecipients(List<IatiElement> countries, List<IatiElement> regions) {
    List<IatiElement> all = new ArrayList<>(countries);
    all.addAll(regions);
    if (isWhole(all)) {
      return;
    }
    Map<String, List<IatiElement>> byVocabulary =
        byVocabulary(regions, IatiActivity.DEFAULT_REGION_VOCABULARY);
    if (byVocabulary.size() < 2) {
      checkSum("the recipient countries and regions", all);
      return;
    }
    byVocabulary.forEach(
        (vocabulary, group) -> {
          List<IatiElement> together = new ArrayList<>(countries);
          together.addAll(group);
          checkSum(
              "the recipient countries and the regions of vocabulary " + Quoted.of(vocabulary),
              together);
        });
  }

  private void checkSum(String what, List<IatiElement> parts) {
    long without = parts.stream().filter(part -> part.attribute("percentage").isEmpty()).count();
    if (parts.size() > 1 && without > 0) {
      warn(
          without
              + " of "
              + parts.size()
              + " among "
              + what
              + " have no percentage; add it, until then no money is counted for them.");
    } else if (without == 0 && !isWhole(parts)) {
      warn(
          "The percentages of "
              + what
              + " make "
              + sum(parts).stripTrailingZeros().toPlainString()
              + " and not 100; correct them.");
    }
  }

  private static boolean isWhole(List<IatiElement> parts) {
    return parts.isEmpty()
        || (parts.stream().allMatch(part -> part.attribute("percentage").isPresent())
            && sum(parts).subtract(WHOLE).abs().compareTo(TOLERANCE) <= 0);
  }

  private static BigDecimal sum(List<IatiElement> parts) {
    return parts.stream()
        .flatMap(part -> part.attribute("percentage").stream())
        .map(written -> new BigDecimal(written.strip()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Map<String, List<IatiElement>> byVocabulary(
      List<IatiElement> elements, String assumed) {
    Map<String, List<IatiElement>> groups = new LinkedHashMap<>();
    for (IatiElement element : elements) {
      groups
          .computeIfAbsent(
              element.attribute("vocabulary").orElse(assumed), key -> new ArrayList<>())
          .add(element);
    }
    return groups;
  }

  private void warn(String detail) {
    subject.warn(FaultCode.PERCENTAGES, detail);
  }
}
