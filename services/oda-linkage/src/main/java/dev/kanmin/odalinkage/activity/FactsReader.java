package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.Agencies;
import dev.kanmin.codes.Agency;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeEntry;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Language;
import dev.kanmin.odalinkage.activity.ActivityFacts.CodeShare;
import dev.kanmin.odalinkage.activity.ActivityFacts.RelatedTo;
import dev.kanmin.odalinkage.activity.ActivityFacts.ReportingOrganisation;
import dev.kanmin.odalinkage.activity.ActivityFacts.Totals;
import dev.kanmin.odalinkage.activity.Omission.Reason;
import dev.kanmin.odalinkage.iati.IatiActivity;
import dev.kanmin.odalinkage.iati.IatiActivity.ActivityDate;
import dev.kanmin.odalinkage.iati.LocalizedText;
import dev.kanmin.odalinkage.iati.LocalizedText.Narrative;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes the public facts out of a report. What has no bound in the standard gets one here: titles
 * in 10 languages with 300 characters each, 200 regions, 300 sectors, codes of 50 characters, 50
 * related activities; what is beyond it is told.
 */
final class FactsReader {
  private static final int TITLE_LANGUAGES = 10;
  private static final int TITLE_CHARACTERS = 300;
  private static final int REGIONS = 200;
  private static final int SECTORS = 300;
  private static final int CODE_CHARACTERS = 50;
  private static final int RELATED = 50;
  private static final int IDENTIFIER_CHARACTERS = 500;

  private static final Map<String, String> STATUS_BY_IATI_CODE =
      CodeLists.list(CodeLists.ACTIVITY_STATES).entries().stream()
          .filter(entry -> entry.text("iatiActivityStatus").isPresent())
          .collect(
              Collectors.toUnmodifiableMap(
                  entry -> entry.text("iatiActivityStatus").orElseThrow(), CodeEntry::code));

  private final IatiActivity report;
  private final Omissions leftOut = new Omissions();

  private FactsReader(IatiActivity report) {
    this.report = report;
  }

  /**
   * What came with a report.
   *
   * @param at when it came
   */
  record Arrival(String contentHash, AgencyCode owner, Origin origin, Instant at) {}

  /**
   * The facts of a report.
   *
   * @param mapping from the sectors of the report to its fields
   */
  static ActivityFacts read(
      IatiActivity report,
      Arrival arrival,
      Function<List<CodeShare>, List<FieldMapping>> mapping,
      Course course) {
    return new FactsReader(report).read(arrival, mapping, course);
  }

  private ActivityFacts read(
      Arrival arrival, Function<List<CodeShare>, List<FieldMapping>> mapping, Course course) {
    Recipients recipients = Recipients.of(report);
    List<CodeShare> sectors = bounded(SectorShares.of(report), SECTORS);
    List<FieldMapping> fields = mapping.apply(sectors);
    Totals money = ActivityMoney.of(report, recipients, sectors, fields, leftOut);
    leftOut.add(
        Reason.UNREADABLE_POSITION,
        (int) report.locations().stream().filter(each -> each.unreadable().isPresent()).count());
    return new ActivityFacts(
            report.identifier(),
            reportingOrganisation(),
            arrival.owner(),
            arrival.origin(),
            report.lastUpdated().map(given -> given.isAfter(arrival.at()) ? arrival.at() : given),
            title(),
            Optional.ofNullable(STATUS_BY_IATI_CODE.get(report.status())),
            date("1"),
            date("2"),
            date("3"),
            date("4"),
            recipients.countries(),
            bounded(recipients.regions(), REGIONS),
            sectors,
            fields,
            Optional.of(
                FieldMapper.overlap(fields.stream().map(FieldMapping::field).toList(), sectors)),
            money,
            related(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            arrival.contentHash(),
            leftOut.list())
        .with(course);
  }

  private ReportingOrganisation reportingOrganisation() {
    String ref = report.reportingOrganisation().ref();
    return new ReportingOrganisation(ref, Agencies.byIdentifier(ref).map(Agency::code));
  }

  /** By the languages that readers choose; a text of exactly that language goes before others. */
  private Map<String, String> title() {
    Map<String, String> exact = new LinkedHashMap<>();
    Map<String, String> near = new LinkedHashMap<>();
    for (Narrative narrative : report.title().narratives()) {
      String language = language(narrative.language());
      boolean same = language.equalsIgnoreCase(narrative.language());
      (same ? exact : near).putIfAbsent(language, narrative.text());
    }
    near.forEach(exact::putIfAbsent);
    leftOut.add(Reason.TITLE_LANGUAGES, exact.size() - TITLE_LANGUAGES);
    Map<String, String> title = new LinkedHashMap<>();
    exact.entrySet().stream()
        .limit(TITLE_LANGUAGES)
        .forEach(text -> title.put(text.getKey(), shortened(text.getValue())));
    return title;
  }

  private static String language(String tag) {
    return Language.find(tag)
        .map(known -> known.withoutRegion().tag())
        .orElse(LocalizedText.UNDETERMINED);
  }

  private String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= TITLE_CHARACTERS) {
      return text;
    }
    leftOut.add(Reason.TITLE_SHORTENED, 1);
    return text.substring(0, text.offsetByCodePoints(0, TITLE_CHARACTERS - 1)) + "…";
  }

  private Optional<LocalDate> date(String type) {
    return report.dates().stream()
        .filter(date -> date.type().equals(type))
        .map(ActivityDate::date)
        .findFirst();
  }

  private List<RelatedTo> related() {
    return report.relatedActivities().stream()
        .filter(each -> each.ref().length() <= IDENTIFIER_CHARACTERS)
        .map(each -> new RelatedTo(each.type(), each.ref()))
        .limit(RELATED)
        .toList();
  }

  private List<CodeShare> bounded(List<CodeShare> shares, int most) {
    List<CodeShare> bounded =
        shares.stream()
            .filter(
                share ->
                    share.code().length() <= CODE_CHARACTERS
                        && share.vocabulary().length() <= CODE_CHARACTERS)
            .limit(most)
            .toList();
    leftOut.add(Reason.CODES, shares.size() - bounded.size());
    return bounded;
  }
}
