package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.Agencies;
import dev.kanmin.codes.Agency;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeEntry;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.odalinkage.activity.ActivityFacts.CodeShare;
import dev.kanmin.odalinkage.activity.ActivityFacts.CountryShare;
import dev.kanmin.odalinkage.activity.ActivityFacts.ReportingOrganisation;
import dev.kanmin.odalinkage.iati.IatiActivity;
import dev.kanmin.odalinkage.iati.IatiActivity.ActivityDate;
import dev.kanmin.odalinkage.iati.IatiActivity.Recipient;
import dev.kanmin.odalinkage.iati.IatiActivity.Sector;
import dev.kanmin.odalinkage.iati.IatiActivity.Transaction;
import dev.kanmin.odalinkage.iati.RecipientSplit;
import dev.kanmin.odalinkage.iati.RecipientSplit.Kind;
import dev.kanmin.odalinkage.iati.RecipientSplit.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes the public facts out of a report. What has no bound in the standard gets one here: titles
 * in 10 languages with 300 characters each, 200 regions, 300 sectors, codes of 50 characters.
 */
final class FactsReader {
  private static final int TITLE_LANGUAGES = 10;
  private static final int TITLE_CHARACTERS = 300;
  private static final int LANGUAGE_CHARACTERS = 35;
  private static final int REGIONS = 200;
  private static final int SECTORS = 300;
  private static final int CODE_CHARACTERS = 50;

  private static final Map<String, String> STATUS_BY_IATI_CODE =
      CodeLists.list(CodeLists.ACTIVITY_STATES).entries().stream()
          .filter(entry -> entry.text("iatiActivityStatus").isPresent())
          .collect(
              Collectors.toUnmodifiableMap(
                  entry -> entry.text("iatiActivityStatus").orElseThrow(), CodeEntry::code));

  private FactsReader() {}

  static ActivityFacts read(
      IatiActivity report,
      String contentHash,
      AgencyCode owner,
      Origin origin,
      List<FieldMapping> fields,
      Course course) {
    return new ActivityFacts(
            report.identifier(),
            reportingOrganisation(report),
            owner,
            origin,
            title(report),
            Optional.ofNullable(STATUS_BY_IATI_CODE.get(report.status())),
            date(report, "1"),
            date(report, "2"),
            date(report, "3"),
            date(report, "4"),
            countries(report),
            regions(report),
            sectors(report),
            fields,
            MoneyTotals.of(report),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            contentHash)
        .with(course);
  }

  private static ReportingOrganisation reportingOrganisation(IatiActivity report) {
    String ref = report.reportingOrganisation().ref().strip();
    return new ReportingOrganisation(ref, Agencies.byIdentifier(ref).map(Agency::code));
  }

  private static Map<String, String> title(IatiActivity report) {
    Map<String, String> title = new LinkedHashMap<>();
    report.title().byLanguage().entrySet().stream()
        .filter(text -> text.getKey().length() <= LANGUAGE_CHARACTERS)
        .limit(TITLE_LANGUAGES)
        .forEach(text -> title.put(text.getKey(), shortened(text.getValue())));
    return title;
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= TITLE_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, TITLE_CHARACTERS - 1)) + "…";
  }

  private static Optional<LocalDate> date(IatiActivity report, String type) {
    return report.dates().stream()
        .filter(date -> date.type().equals(type))
        .map(ActivityDate::date)
        .findFirst();
  }

  /** Countries of the activity; where it names none, those of its transactions. */
  private static List<CountryShare> countries(IatiActivity report) {
    Set<CountryCode> named = new LinkedHashSet<>();
    report.recipientCountries().forEach(country -> known(country).ifPresent(named::add));
    if (!report.recipientCountries().isEmpty() || !report.recipientRegions().isEmpty()) {
      List<Share> shares = RecipientSplit.of(report).shares();
      return named.stream()
          .map(
              country ->
                  new CountryShare(
                      country, percentage(shares, Kind.COUNTRY, Optional.empty(), country.code())))
          .toList();
    }
    report.transactions().stream()
        .flatMap(transaction -> transaction.recipientCountry().stream())
        .forEach(country -> known(country).ifPresent(named::add));
    boolean oneForAll =
        named.size() == 1
            && report.transactions().stream().allMatch(FactsReader::namesOnlyACountry);
    return named.stream()
        .map(
            country ->
                new CountryShare(
                    country, oneForAll ? Optional.of(Percentages.WHOLE) : Optional.empty()))
        .toList();
  }

  private static boolean namesOnlyACountry(Transaction transaction) {
    return transaction.recipientCountry().flatMap(FactsReader::known).isPresent()
        && transaction.recipientRegion().isEmpty();
  }

  private static Optional<CountryCode> known(Recipient country) {
    return CountryCode.find(country.code().strip());
  }

  private static List<CodeShare> regions(IatiActivity report) {
    List<Share> shares = RecipientSplit.of(report).shares();
    Set<CodeShare> regions = new LinkedHashSet<>();
    for (Recipient region : report.recipientRegions()) {
      String vocabulary = region.vocabulary().orElse(IatiActivity.DEFAULT_REGION_VOCABULARY);
      regions.add(
          new CodeShare(
              vocabulary,
              region.code(),
              percentage(shares, Kind.REGION, region.vocabulary(), region.code())));
    }
    return bounded(regions, REGIONS);
  }

  /** Sectors of the activity; where it names none, those of its transactions. */
  private static List<CodeShare> sectors(IatiActivity report) {
    Set<CodeShare> sectors = new LinkedHashSet<>();
    Map<String, List<Share>> sharesByVocabulary = new LinkedHashMap<>();
    for (Sector sector : report.sectors()) {
      List<Share> shares =
          sharesByVocabulary.computeIfAbsent(
              sector.vocabulary(),
              vocabulary -> RecipientSplit.sectors(report, vocabulary).shares());
      sectors.add(
          new CodeShare(
              sector.vocabulary(),
              sector.code(),
              percentage(shares, Kind.SECTOR, Optional.of(sector.vocabulary()), sector.code())));
    }
    if (sectors.isEmpty()) {
      report.transactions().stream()
          .flatMap(transaction -> transaction.sectors().stream())
          .forEach(
              sector ->
                  sectors.add(new CodeShare(sector.vocabulary(), sector.code(), Optional.empty())));
    }
    return bounded(sectors, SECTORS);
  }

  private static List<CodeShare> bounded(Set<CodeShare> shares, int most) {
    return shares.stream()
        .filter(
            share ->
                share.code().length() <= CODE_CHARACTERS
                    && share.vocabulary().length() <= CODE_CHARACTERS)
        .limit(most)
        .toList();
  }

  /** All that is given to the same code; a file may name one twice. */
  private static Optional<BigDecimal> percentage(
      List<Share> shares, Kind kind, Optional<String> vocabulary, String code) {
    List<BigDecimal> fractions = new ArrayList<>();
    for (Share share : shares) {
      if (share.kind() == kind
          && share.vocabulary().equals(vocabulary)
          && share.code().strip().equals(code.strip())) {
        fractions.add(share.fraction());
      }
    }
    return fractions.stream()
        .reduce(BigDecimal::add)
        .map(fraction -> Percentages.rounded(fraction.multiply(Percentages.WHOLE)));
  }
}
