package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.odalinkage.activity.ActivityFacts.CodeShare;
import dev.kanmin.odalinkage.activity.ActivityFacts.CountryShare;
import dev.kanmin.odalinkage.iati.IatiActivity;
import dev.kanmin.odalinkage.iati.IatiActivity.Recipient;
import dev.kanmin.odalinkage.iati.IatiActivity.Transaction;
import dev.kanmin.odalinkage.iati.RecipientSplit;
import dev.kanmin.odalinkage.iati.RecipientSplit.Kind;
import dev.kanmin.odalinkage.iati.RecipientSplit.Share;
import dev.kanmin.odalinkage.iati.RecipientSplit.Share.Name;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who receives what: the shares that hold for all money that does not say itself where it goes, and
 * whoever is named besides.
 *
 * @param countries every country that the report names, each once. Its percentage is that of the
 *     money that says nothing itself: 0 when only transactions of its own go there, absent when the
 *     report does not tell
 * @param regions likewise
 * @param inRegions the part of that money, 0 to 1, that goes to regions
 * @param inUnknownCountries that goes to countries which ISO does not know
 * @param undivided that goes to nobody
 */
record Recipients(
    List<CountryShare> countries,
    List<CodeShare> regions,
    BigDecimal inRegions,
    BigDecimal inUnknownCountries,
    BigDecimal undivided) {

  static Recipients of(IatiActivity activity) {
    boolean divided =
        !activity.recipientCountries().isEmpty() || !activity.recipientRegions().isEmpty();
    RecipientSplit split = divided ? RecipientSplit.of(activity) : splitOfTransactions(activity);
    Optional<BigDecimal> ofOthers =
        divided || !split.shares().isEmpty() ? Optional.of(BigDecimal.ZERO) : Optional.empty();
    Map<Name, BigDecimal> fractions = split.byName();
    return new Recipients(
        countries(activity, fractions, ofOthers),
        regions(activity, fractions, ofOthers),
        sum(split, share -> share.kind() == Kind.REGION),
        sum(split, share -> share.kind() == Kind.COUNTRY && country(share.code()).isEmpty()),
        split.undivided());
  }

  /** An activity that says nothing goes where all of its transactions go, if that is one place. */
  private static RecipientSplit splitOfTransactions(IatiActivity activity) {
    List<List<Share>> places =
        activity.transactions().stream()
            .map(transaction -> RecipientSplit.of(activity, transaction).shares())
            .distinct()
            .toList();
    return places.size() == 1
        ? new RecipientSplit(
            places.getFirst(), places.getFirst().isEmpty() ? BigDecimal.ONE : BigDecimal.ZERO)
        : new RecipientSplit(List.of(), BigDecimal.ONE);
  }

  private static List<CountryShare> countries(
      IatiActivity activity, Map<Name, BigDecimal> fractions, Optional<BigDecimal> ofOthers) {
    Set<CountryCode> named = new LinkedHashSet<>();
    activity.recipientCountries().forEach(each -> country(each.code()).ifPresent(named::add));
    activity.transactions().stream()
        .flatMap(transaction -> transaction.recipientCountry().stream())
        .forEach(each -> country(each.code()).ifPresent(named::add));
    Set<CountryCode> ofActivity = new LinkedHashSet<>();
    activity.recipientCountries().forEach(each -> country(each.code()).ifPresent(ofActivity::add));
    return named.stream()
        .map(
            each ->
                new CountryShare(
                    each,
                    percentage(fractions, Kind.COUNTRY, Optional.empty(), each.code())
                        .or(() -> ofActivity.contains(each) ? Optional.empty() : ofOthers)))
        .toList();
  }

  private static List<CodeShare> regions(
      IatiActivity activity, Map<Name, BigDecimal> fractions, Optional<BigDecimal> ofOthers) {
    Map<String, CodeShare> regions = new LinkedHashMap<>();
    for (Recipient region : activity.recipientRegions()) {
      add(regions, region, percentage(fractions, Kind.REGION, region.vocabulary(), region.code()));
    }
    for (Transaction transaction : activity.transactions()) {
      transaction
          .recipientRegion()
          .ifPresent(
              region ->
                  add(
                      regions,
                      region,
                      percentage(fractions, Kind.REGION, region.vocabulary(), region.code())
                          .or(() -> ofOthers)));
    }
    return List.copyOf(regions.values());
  }

  private static void add(
      Map<String, CodeShare> regions, Recipient region, Optional<BigDecimal> percentage) {
    String vocabulary = region.vocabulary().orElse(IatiActivity.DEFAULT_REGION_VOCABULARY);
    regions.putIfAbsent(
        vocabulary + ":" + region.code(), new CodeShare(vocabulary, region.code(), percentage));
  }

  /** The country that a report means, if ISO knows it. */
  static Optional<CountryCode> country(String code) {
    return CountryCode.find(code.strip());
  }

  private static Optional<BigDecimal> percentage(
      Map<Name, BigDecimal> fractions, Kind kind, Optional<String> vocabulary, String code) {
    return Optional.ofNullable(fractions.get(new Name(kind, vocabulary, code)))
        .map(Percentages::of);
  }

  private static BigDecimal sum(RecipientSplit split, Predicate<Share> condition) {
    return split.shares().stream()
        .filter(condition)
        .map(Share::fraction)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
