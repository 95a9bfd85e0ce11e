package dev.kanmin.odalinkage.iati;

import dev.kanmin.odalinkage.iati.IatiActivity.ActivityDate;
import dev.kanmin.odalinkage.iati.IatiActivity.AidType;
import dev.kanmin.odalinkage.iati.IatiActivity.Budget;
import dev.kanmin.odalinkage.iati.IatiActivity.Description;
import dev.kanmin.odalinkage.iati.IatiActivity.Location;
import dev.kanmin.odalinkage.iati.IatiActivity.Money;
import dev.kanmin.odalinkage.iati.IatiActivity.OtherIdentifier;
import dev.kanmin.odalinkage.iati.IatiActivity.ParticipatingOrganisation;
import dev.kanmin.odalinkage.iati.IatiActivity.Party;
import dev.kanmin.odalinkage.iati.IatiActivity.PlannedDisbursement;
import dev.kanmin.odalinkage.iati.IatiActivity.Point;
import dev.kanmin.odalinkage.iati.IatiActivity.PolicyMarker;
import dev.kanmin.odalinkage.iati.IatiActivity.Recipient;
import dev.kanmin.odalinkage.iati.IatiActivity.RelatedActivity;
import dev.kanmin.odalinkage.iati.IatiActivity.ReportingOrganisation;
import dev.kanmin.odalinkage.iati.IatiActivity.Sector;
import dev.kanmin.odalinkage.iati.IatiActivity.Transaction;
import dev.kanmin.odalinkage.iati.LocalizedText.Narrative;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes the typed view out of the tree of a valid activity. */
final class ActivityExtractor {

  private static final BigDecimal MOST_NORTHERN = BigDecimal.valueOf(90);
  private static final BigDecimal MOST_EASTERN = BigDecimal.valueOf(180);

  private final IatiElement tree;
  private final Optional<String> language;
  private final Optional<String> currency;

  ActivityExtractor(IatiElement tree) {
    this.tree = tree;
    this.language =
        tree.attribute(IatiName.LANGUAGE).map(String::strip).filter(given -> !given.isEmpty());
    this.currency =
        tree.attribute("default-currency").map(String::strip).filter(given -> !given.isEmpty());
  }

  IatiActivity extract() {
    return new IatiActivity(
        StandardRules.identifier(tree),
        language,
        currency,
        tree.attribute("last-updated-datetime").flatMap(XmlDates::instant),
        tree.attribute("hierarchy").map(level -> Integer.parseInt(level.strip())).orElse(1),
        flag(tree, "humanitarian"),
        reportingOrganisation(child(tree, "reporting-org")),
        texts(child(tree, "title")),
        all("description", each -> new Description(each.attribute("type"), texts(each))),
        all("participating-org", this::participatingOrganisation),
        all("other-identifier", this::otherIdentifier),
        codeOf(tree, "activity-status").orElseThrow(() -> missing("activity-status")),
        all(
            "activity-date",
            each ->
                new ActivityDate(
                    required(each, "type"), XmlDates.date(required(each, "iso-date")))),
        codeOf(tree, "activity-scope"),
        all("recipient-country", this::country),
        all("recipient-region", this::region),
        all("location", this::location),
        all("sector", this::sector),
        all("policy-marker", this::policyMarker),
        codeOf(tree, "collaboration-type"),
        codeOf(tree, "default-flow-type"),
        codeOf(tree, "default-finance-type"),
        all("default-aid-type", this::aidType),
        codeOf(tree, "default-tied-status"),
        all("budget", this::budget),
        all("planned-disbursement", this::plannedDisbursement),
        all("transaction", this::transaction),
        all(
            "related-activity",
            each -> new RelatedActivity(required(each, "ref"), required(each, "type"))));
  }

  private <T> List<T> all(String name, Function<IatiElement, T> extraction) {
    return tree.children(name).stream().map(extraction).toList();
  }

  private ReportingOrganisation reportingOrganisation(IatiElement element) {
    return new ReportingOrganisation(
        required(element, "ref"),
        required(element, "type"),
        flag(element, "secondary-reporter"),
        texts(element));
  }

  private ParticipatingOrganisation participatingOrganisation(IatiElement element) {
    return new ParticipatingOrganisation(
        element.attribute("ref"),
        element.attribute("type"),
        required(element, "role"),
        element.attribute("activity-id"),
        texts(element));
  }

  private OtherIdentifier otherIdentifier(IatiElement element) {
    Optional<IatiElement> owner = element.child("owner-org");
    return new OtherIdentifier(
        required(element, "ref"),
        required(element, "type"),
        owner.flatMap(org -> org.attribute("ref")),
        owner.map(this::texts).orElse(LocalizedText.EMPTY));
  }

  private Recipient country(IatiElement element) {
    return new Recipient(
        Optional.empty(), required(element, "code"), percentage(element), texts(element));
  }

  private Recipient region(IatiElement element) {
    return new Recipient(
        Optional.of(element.attribute("vocabulary").orElse(IatiActivity.DEFAULT_REGION_VOCABULARY)),
        required(element, "code"),
        percentage(element),
        texts(element));
  }

  private Sector sector(IatiElement element) {
    return new Sector(
        element.attribute("vocabulary").orElse(IatiActivity.DEFAULT_SECTOR_VOCABULARY),
        required(element, "code"),
        percentage(element),
        texts(element));
  }

  private Location location(IatiElement element) {
    Optional<String> position =
        element.child("point").flatMap(point -> point.child("pos")).map(IatiElement::text);
    Optional<Point> point = position.flatMap(ActivityExtractor::point);
    return new Location(
        element.attribute("ref"),
        element.child("name").map(this::texts).orElse(LocalizedText.EMPTY),
        point,
        point.isPresent() ? Optional.empty() : position);
  }

  /**
   * The standard asks for "latitude longitude" but its schema takes any text: what is not that is
   * no point.
   */
  static Optional<Point> point(String position) {
    String pair = XmlSpace.collapsed(position);
    int space = pair.indexOf(' ');
    if (space < 0
        || !SimpleType.DECIMAL.accepts(pair.substring(0, space))
        || !SimpleType.DECIMAL.accepts(pair.substring(space + 1))) {
      return Optional.empty();
    }
    BigDecimal latitude = new BigDecimal(pair.substring(0, space));
    BigDecimal longitude = new BigDecimal(pair.substring(space + 1));
    boolean onEarth =
        latitude.abs().compareTo(MOST_NORTHERN) <= 0
            && longitude.abs().compareTo(MOST_EASTERN) <= 0;
    return onEarth ? Optional.of(new Point(latitude, longitude)) : Optional.empty();
  }

  private PolicyMarker policyMarker(IatiElement element) {
    return new PolicyMarker(
        element.attribute("vocabulary"),
        required(element, "code"),
        element.attribute("significance"));
  }

  private AidType aidType(IatiElement element) {
    return new AidType(element.attribute("vocabulary"), required(element, "code"));
  }

  private Budget budget(IatiElement element) {
    return new Budget(
        element.attribute("type").orElse("1"),
        element.attribute("status").orElse("1"),
        XmlDates.date(required(child(element, "period-start"), "iso-date")),
        XmlDates.date(required(child(element, "period-end"), "iso-date")),
        money(child(element, "value")));
  }

  private PlannedDisbursement plannedDisbursement(IatiElement element) {
    return new PlannedDisbursement(
        element.attribute("type"),
        XmlDates.date(required(child(element, "period-start"), "iso-date")),
        element.child("period-end").map(end -> XmlDates.date(required(end, "iso-date"))),
        money(child(element, "value")),
        party(element, "provider"),
        party(element, "receiver"));
  }

  private Transaction transaction(IatiElement element) {
    return new Transaction(
        element.attribute("ref"),
        codeOf(element, "transaction-type").orElseThrow(() -> missing("transaction-type")),
        XmlDates.date(required(child(element, "transaction-date"), "iso-date")),
        money(child(element, "value")),
        element.child("description").map(this::texts).orElse(LocalizedText.EMPTY),
        party(element, "provider"),
        party(element, "receiver"),
        element.children("sector").stream().map(this::sector).toList(),
        element.child("recipient-country").map(this::country),
        element.child("recipient-region").map(this::region),
        codeOf(element, "flow-type"),
        codeOf(element, "finance-type"),
        element.children("aid-type").stream().map(this::aidType).toList(),
        codeOf(element, "tied-status"));
  }

  private Optional<Party> party(IatiElement parent, String side) {
    return parent
        .child(side + "-org")
        .map(
            org ->
                new Party(
                    org.attribute("ref"),
                    org.attribute("type"),
                    org.attribute(side + "-activity-id"),
                    texts(org)));
  }

  private Money money(IatiElement value) {
    return new Money(
        decimal(value.text()),
        value
            .attribute("currency")
            .map(String::strip)
            .filter(given -> !given.isEmpty())
            .or(() -> currency),
        value.attribute("value-date").map(XmlDates::date));
  }

  private LocalizedText texts(IatiElement parent) {
    return new LocalizedText(
        parent.children("narrative").stream()
            .map(
                narrative -> new Narrative(languageOf(parent, narrative), narrative.text().strip()))
            .filter(narrative -> !narrative.text().isEmpty())
            .toList());
  }

  /**
   * {@code xml:lang} holds for everything below the element that has it, so a parent's counts
   * before the activity's.
   */
  private String languageOf(IatiElement parent, IatiElement narrative) {
    return narrative
        .attribute(IatiName.LANGUAGE)
        .or(() -> parent.attribute(IatiName.LANGUAGE))
        .map(String::strip)
        .filter(given -> !given.isEmpty())
        .or(() -> language)
        .map(SimpleType.LANGUAGE_OR_EMPTY::canonical)
        .orElse(LocalizedText.UNDETERMINED);
  }

  private static Optional<BigDecimal> percentage(IatiElement element) {
    return element.attribute("percentage").map(ActivityExtractor::decimal);
  }

  private static BigDecimal decimal(String written) {
    return new BigDecimal(written.strip());
  }

  private static boolean flag(IatiElement element, String attribute) {
    return element
        .attribute(attribute)
        .map(String::strip)
        .filter(value -> value.equals("1") || value.equals("true"))
        .isPresent();
  }

  private static Optional<String> codeOf(IatiElement parent, String name) {
    return parent.child(name).map(element -> required(element, "code"));
  }

  private static IatiElement child(IatiElement parent, String name) {
    return parent.child(name).orElseThrow(() -> missing(parent.name().local() + "/" + name));
  }

  private static String required(IatiElement element, String attribute) {
    return element
        .attribute(attribute)
        .orElseThrow(() -> missing(element.name().local() + "/@" + attribute));
  }

  private static IllegalArgumentException missing(String what) {
    return new IllegalArgumentException("Not a valid activity: " + what + " is missing");
  }
}
