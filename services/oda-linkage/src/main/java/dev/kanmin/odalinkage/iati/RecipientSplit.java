package dev.kanmin.odalinkage.iati;

import dev.kanmin.odalinkage.iati.IatiActivity.Recipient;
import dev.kanmin.odalinkage.iati.IatiActivity.Sector;
import dev.kanmin.odalinkage.iati.IatiActivity.Transaction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the money of an activity is divided, by the percentages that were reported. The rules, which
 * the standard leaves open where percentages are missing or do not make 100
 * (docs/decisions/0011-iati-percentages.md):
 *
 * <ul>
 *   <li>the only recipient (or the only sector of a vocabulary) has all of it, even if its
 *       percentage is not told;
 *   <li>of several, those without a percentage get nothing, and what is not given to anybody is
 *       {@link #undivided};
 *   <li>percentages above 100 together are scaled down to 100, so that no money is counted twice;
 *       those that miss 100 by rounding alone are scaled to it, so that none is lost;
 *   <li>regions of several vocabularies may tell the same thing several times: if all percentages
 *       together make 100 they all count, otherwise only the countries and the regions of one
 *       vocabulary.
 * </ul>
 *
 * @param shares who gets how much
 * @param undivided the part that no share has, 0 to 1
 */
public record RecipientSplit(List<Share> shares, BigDecimal undivided) {

  /** How far from 100 the sum of rounded percentages may be for each of them. */
  static final BigDecimal ROUNDING = new BigDecimal("0.05");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What a share belongs to. */
  public enum Kind {
    COUNTRY,
    REGION,
    SECTOR
  }

  /**
   * The part of the money that one recipient or sector has.
   *
   * @param vocabulary the vocabulary of the code, empty for countries
   * @param fraction the part of the money, more than 0 and up to 1, with at most 14 decimals; all
   *     of them and {@link #undivided} make 1 exactly
   */
  public record Share(Kind kind, Optional<String> vocabulary, String code, BigDecimal fraction) {

    /** What a share is of. */
    public record Name(Kind kind, Optional<String> vocabulary, String code) {}

    Name name() {
      return new Name(kind, vocabulary, code);
    }
  }

  private record Part(
      Kind kind, Optional<String> vocabulary, String code, Optional<BigDecimal> percentage) {}

  public RecipientSplit {
    shares = List.copyOf(shares);
  }

  /** The fractions by kind, vocabulary and code; a report may name one code several times. */
  public Map<Share.Name, BigDecimal> byName() {
    Map<Share.Name, BigDecimal> fractions = new HashMap<>();
    for (Share share : shares) {
      fractions.merge(share.name(), share.fraction(), BigDecimal::add);
    }
    return fractions;
  }

  /**
   * How budgets and those transactions that say nothing themselves are divided among countries and
   * regions.
   */
  public static RecipientSplit of(IatiActivity activity) {
    List<Part> countries =
        activity.recipientCountries().stream().map(each -> part(Kind.COUNTRY, each)).toList();
    List<Part> regions =
        activity.recipientRegions().stream().map(each -> part(Kind.REGION, each)).toList();
    List<Part> all = new ArrayList<>(countries);
    all.addAll(regions);
    if (vocabularies(regions).size() < 2 || isWhole(all)) {
      return divide(all);
    }
    List<Part> chosen = new ArrayList<>(countries);
    chosen.addAll(ofVocabulary(regions, oneVocabulary(countries, regions)));
    return divide(chosen);
  }

  /**
   * How one transaction is divided: it goes as a whole where it says itself, to the country if it
   * names both a country and a region, and like the activity where it says nothing.
   */
  public static RecipientSplit of(IatiActivity activity, Transaction transaction) {
    return transaction
        .recipientCountry()
        .map(country -> whole(part(Kind.COUNTRY, country)))
        .or(() -> transaction.recipientRegion().map(region -> whole(part(Kind.REGION, region))))
        .orElseGet(() -> of(activity));
  }

  /** How money is divided among those of these sectors that are of one vocabulary. */
  public static RecipientSplit sectors(List<Sector> sectors, String vocabulary) {
    return divide(
        sectors.stream()
            .filter(sector -> sector.vocabulary().equals(vocabulary))
            .map(
                sector ->
                    new Part(
                        Kind.SECTOR,
                        Optional.of(sector.vocabulary()),
                        sector.code(),
                        sector.percentage()))
            .toList());
  }

  /** Whether percentages make 100 but for rounding. */
  static boolean isWhole(BigDecimal sum, int parts) {
    BigDecimal tolerance = ROUNDING.multiply(BigDecimal.valueOf(parts));
    return sum.subtract(HUNDRED).abs().compareTo(tolerance) <= 0;
  }

  private static boolean isWhole(List<Part> parts) {
    return parts.stream().allMatch(part -> part.percentage().isPresent())
        && isWhole(sum(parts), parts.size());
  }

  private static RecipientSplit divide(List<Part> parts) {
    if (parts.size() == 1 && parts.getFirst().percentage().isEmpty()) {
      return whole(parts.getFirst());
    }
    List<Part> weighed = parts.stream().filter(part -> percentage(part).signum() > 0).toList();
    if (weighed.isEmpty()) {
      return new RecipientSplit(List.of(), BigDecimal.ONE);
    }
    BigDecimal sum = sum(weighed);
    BigDecimal whole =
        sum.compareTo(HUNDRED) > 0 || isWhole(sum, weighed.size())
            ? BigDecimal.ONE
            : sum.movePointLeft(2);
    List<BigDecimal> fractions =
        Apportionment.divide(whole, weighed.stream().map(RecipientSplit::percentage).toList());
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < weighed.size(); i++) {
      Part part = weighed.get(i);
      shares.add(
          new Share(
              part.kind(), part.vocabulary(), part.code(), fractions.get(i).stripTrailingZeros()));
    }
    BigDecimal given = fractions.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return new RecipientSplit(shares, BigDecimal.ONE.subtract(given).stripTrailingZeros());
  }

  private static BigDecimal percentage(Part part) {
    return part.percentage().orElse(BigDecimal.ZERO);
  }

  private static RecipientSplit whole(Part part) {
    return new RecipientSplit(
        List.of(new Share(part.kind(), part.vocabulary(), part.code(), BigDecimal.ONE)),
        BigDecimal.ZERO);
  }

  private static String oneVocabulary(List<Part> countries, List<Part> regions) {
    List<String> vocabularies = vocabularies(regions);
    for (String vocabulary : vocabularies) {
      List<Part> parts = new ArrayList<>(countries);
      parts.addAll(ofVocabulary(regions, vocabulary));
      if (isWhole(parts)) {
        return vocabulary;
      }
    }
    return vocabularies.getFirst();
  }

  private static List<Part> ofVocabulary(List<Part> regions, String vocabulary) {
    return regions.stream()
        .filter(part -> part.vocabulary().orElse("").equals(vocabulary))
        .toList();
  }

  private static List<String> vocabularies(List<Part> regions) {
    return regions.stream().map(part -> part.vocabulary().orElse("")).distinct().sorted().toList();
  }

  private static BigDecimal sum(List<Part> parts) {
    return parts.stream()
        .flatMap(part -> part.percentage().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Part part(Kind kind, Recipient recipient) {
    return new Part(kind, recipient.vocabulary(), recipient.code(), recipient.percentage());
  }
}
