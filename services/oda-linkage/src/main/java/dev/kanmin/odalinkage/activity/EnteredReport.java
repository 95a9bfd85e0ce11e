package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.Agencies;
import dev.kanmin.codes.Agency;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Language;
import dev.kanmin.odalinkage.activity.ActivityInput.BudgetInput;
import dev.kanmin.odalinkage.activity.ActivityInput.CodeInput;
import dev.kanmin.odalinkage.activity.ActivityInput.LocationInput;
import dev.kanmin.odalinkage.activity.ActivityInput.TransactionInput;
import dev.kanmin.odalinkage.iati.ActivityBuilder;
import dev.kanmin.odalinkage.iati.IatiActivity;
import dev.kanmin.odalinkage.iati.IatiActivity.ActivityDate;
import dev.kanmin.odalinkage.iati.IatiActivity.Budget;
import dev.kanmin.odalinkage.iati.IatiActivity.Description;
import dev.kanmin.odalinkage.iati.IatiActivity.Location;
import dev.kanmin.odalinkage.iati.IatiActivity.OtherIdentifier;
import dev.kanmin.odalinkage.iati.IatiActivity.ParticipatingOrganisation;
import dev.kanmin.odalinkage.iati.IatiActivity.Point;
import dev.kanmin.odalinkage.iati.IatiActivity.Recipient;
import dev.kanmin.odalinkage.iati.IatiActivity.RelatedActivity;
import dev.kanmin.odalinkage.iati.IatiActivity.ReportingOrganisation;
import dev.kanmin.odalinkage.iati.IatiActivity.Sector;
import dev.kanmin.odalinkage.iati.IatiActivity.Transaction;
import dev.kanmin.odalinkage.iati.IatiElement;
import dev.kanmin.odalinkage.iati.LocalizedText;
import dev.kanmin.odalinkage.iati.LocalizedText.Narrative;
import dev.kanmin.web.FaultCodes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what an officer entered into the report that an IATI file would have. */
final class EnteredReport {
  private static final String GOVERNMENT = "10";
  private static final BigDecimal MOST_NORTHERN = BigDecimal.valueOf(90);
  private static final BigDecimal MOST_EASTERN = BigDecimal.valueOf(180);
  private static final int LONGEST_IDENTIFIER = 500;

  private final ActivityInput input;
  private final InputFaults faults = new InputFaults();

  private EnteredReport(ActivityInput input) {
    this.input = input;
  }

  /**
   * The report.
   *
   * @param agency for which the officer acts
   * @param at when
   * @throws dev.kanmin.web.BadInput naming every value that there cannot be
   */
  static IatiElement tree(ActivityInput input, AgencyCode agency, Instant at) {
    return new EnteredReport(input).build(agency, at);
  }

  private IatiElement build(AgencyCode agency, Instant at) {
    faults.check(
        !input.iatiIdentifier().isBlank() && input.iatiIdentifier().length() <= LONGEST_IDENTIFIER,
        "/iatiIdentifier",
        "An IATI identifier has 1 to " + LONGEST_IDENTIFIER + " characters.");
    String status = status();
    Optional<ReportingOrganisation> reporting = reportingOrganisation(agency);
    ActivityBuilder builder =
        ActivityBuilder.of(input.iatiIdentifier())
            .lastUpdated(at)
            .title(text(input.title()))
            .status(status)
            .descriptions(
                input.descriptions().stream()
                    .map(each -> new Description(each.type(), text(each.text())))
                    .toList())
            .participatingOrganisations(
                input.participatingOrganisations().stream()
                    .map(
                        each ->
                            new ParticipatingOrganisation(
                                each.ref(),
                                each.type(),
                                each.role(),
                                Optional.empty(),
                                text(each.name())))
                    .toList())
            .otherIdentifiers(
                input.otherIdentifiers().stream()
                    .map(
                        each ->
                            new OtherIdentifier(
                                each.ref(), each.type(), Optional.empty(), LocalizedText.EMPTY))
                    .toList())
            .dates(dates())
            .recipientCountries(countries())
            .recipientRegions(regions())
            .sectors(sectors())
            .locations(locations())
            .budgets(budgets())
            .transactions(transactions())
            .relatedActivities(
                input.relatedActivities().stream()
                    .map(each -> new RelatedActivity(each.ref(), each.type()))
                    .toList());
    faults.throwIfAny();
    return builder.reportingOrganisation(reporting.orElseThrow()).build();
  }

  private String status() {
    Optional<String> code =
        CodeLists.list(CodeLists.ACTIVITY_STATES)
            .find(input.status())
            .flatMap(state -> state.text("iatiActivityStatus"));
    faults.check(
        code.isPresent(),
        "/status",
        "status must be one of " + String.join(", ", ActivityState.reportable()) + ".");
    return code.orElse("1");
  }

  private Optional<ReportingOrganisation> reportingOrganisation(AgencyCode agency) {
    Optional<ReportingOrganisation> given =
        input
            .reportingOrganisation()
            .map(
                each ->
                    new ReportingOrganisation(each.ref(), each.type(), false, text(each.name())))
            .or(() -> Agencies.find(agency).flatMap(EnteredReport::organisation));
    faults.check(
        given.isPresent(),
        "/reportingOrganisation",
        FaultCodes.MISSING,
        "No organisation identifier of " + agency + " is known: give the reporting organisation.");
    return given;
  }

  private static Optional<ReportingOrganisation> organisation(Agency agency) {
    return agency.identifiers().stream()
        .findFirst()
        .map(
            ref ->
                new ReportingOrganisation(
                    ref,
                    GOVERNMENT,
                    false,
                    LocalizedText.of("ja", agency.name(Language.JAPANESE))
                        .and("en", agency.name(Language.ENGLISH))));
  }

  private List<ActivityDate> dates() {
    List<ActivityDate> dates = new ArrayList<>();
    add(dates, "1", input.dates().plannedStart());
    add(dates, "2", input.dates().actualStart());
    add(dates, "3", input.dates().plannedEnd());
    add(dates, "4", input.dates().actualEnd());
    return dates;
  }

  private static void add(List<ActivityDate> dates, String type, Optional<LocalDate> date) {
    date.ifPresent(day -> dates.add(new ActivityDate(type, day)));
  }

  private List<Recipient> countries() {
    return faults.each(
        input.countries(),
        "/countries",
        (country, pointer) ->
            new Recipient(
                Optional.empty(),
                country.country().code(),
                percentage(country.percentage(), pointer),
                LocalizedText.EMPTY));
  }

  private List<Recipient> regions() {
    return faults.each(
        input.regions(),
        "/regions",
        (region, pointer) ->
            new Recipient(
                Optional.of(vocabulary(region)),
                region.code(),
                percentage(region.percentage(), pointer),
                LocalizedText.EMPTY));
  }

  private List<Sector> sectors() {
    return faults.each(
        input.sectors(),
        "/sectors",
        (sector, pointer) ->
            new Sector(
                vocabulary(sector),
                sector.code(),
                percentage(sector.percentage(), pointer),
                LocalizedText.EMPTY));
  }

  private static String vocabulary(CodeInput input) {
    return input.vocabulary().orElse(IatiActivity.DEFAULT_SECTOR_VOCABULARY);
  }

  private Optional<BigDecimal> percentage(Optional<BigDecimal> given, String pointer) {
    boolean good =
        given
            .map(
                value ->
                    value.signum() >= 0
                        && value.compareTo(Percentages.WHOLE) <= 0
                        && Percentages.isExact(value))
            .orElse(true);
    faults.check(
        good, pointer + "/percentage", "A percentage is 0 to 100 with at most 6 decimals.");
    return good ? given.map(Percentages::plain) : Optional.empty();
  }

  private List<Location> locations() {
    return faults.each(
        input.locations(),
        "/locations",
        (location, pointer) ->
            new Location(
                Optional.empty(),
                text(location.name()),
                point(location, pointer),
                Optional.empty()));
  }

  private Optional<Point> point(LocationInput location, String pointer) {
    boolean both = location.latitude().isPresent() == location.longitude().isPresent();
    faults.check(both, pointer, "latitude and longitude go together.");
    boolean onEarth =
        isWithin(location.latitude(), MOST_NORTHERN)
            && isWithin(location.longitude(), MOST_EASTERN);
    faults.check(
        onEarth,
        pointer,
        "latitude is -90 to 90 and longitude -180 to 180, in decimal degrees with at most 6"
            + " decimals.");
    return both && onEarth
        ? location
            .latitude()
            .flatMap(
                latitude -> location.longitude().map(longitude -> new Point(latitude, longitude)))
        : Optional.empty();
  }

  private static boolean isWithin(Optional<BigDecimal> degrees, BigDecimal most) {
    return degrees
        .map(value -> Percentages.isExact(value) && value.abs().compareTo(most) <= 0)
        .orElse(true);
  }

  private List<Budget> budgets() {
    return faults.each(input.budgets(), "/budgets", this::budget);
  }

  private Budget budget(BudgetInput budget, String pointer) {
    return new Budget(
        budget.revised() ? "2" : "1",
        "1",
        budget.periodStart(),
        budget.periodEnd(),
        money(budget.value(), budget.valueDate().orElse(budget.periodStart()), pointer));
  }

  private List<Transaction> transactions() {
    return faults.each(input.transactions(), "/transactions", this::transaction);
  }

  private Transaction transaction(TransactionInput transaction, String pointer) {
    return new Transaction(
        Optional.empty(),
        transaction.type(),
        transaction.date(),
        money(transaction.value(), transaction.valueDate().orElse(transaction.date()), pointer),
        text(transaction.description()),
        Optional.empty(),
        Optional.empty(),
        faults.each(transaction.sectors(), pointer + "/sectors", this::sectorOfTransaction),
        transaction
            .country()
            .map(
                country ->
                    new Recipient(
                        Optional.empty(), country.code(), Optional.empty(), LocalizedText.EMPTY)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private Sector sectorOfTransaction(CodeInput sector, String pointer) {
    faults.check(
        sector.percentage().isEmpty(),
        pointer + "/percentage",
        "A transaction is not divided: leave the percentage away, or enter two transactions.");
    return new Sector(vocabulary(sector), sector.code(), Optional.empty(), LocalizedText.EMPTY);
  }

  private IatiActivity.Money money(
      dev.kanmin.codes.Money value, LocalDate valueDate, String pointer) {
    try {
      value.requireMinorUnits();
    } catch (IllegalArgumentException tooManyDecimals) {
      faults.check(false, pointer + "/value/amount", String.valueOf(tooManyDecimals.getMessage()));
    }
    return new IatiActivity.Money(
        value.amount(), Optional.of(value.currency().code()), Optional.of(valueDate));
  }

  private static LocalizedText text(Optional<dev.kanmin.codes.LocalizedText> given) {
    return given.map(EnteredReport::text).orElse(LocalizedText.EMPTY);
  }

  private static LocalizedText text(dev.kanmin.codes.LocalizedText given) {
    return new LocalizedText(
        given.texts().entrySet().stream()
            .map(text -> new Narrative(text.getKey(), text.getValue().strip()))
            .toList());
  }
}
