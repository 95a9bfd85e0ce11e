package dev.kanmin.odalinkage.iati;

import dev.kanmin.odalinkage.iati.IatiActivity.ActivityDate;
import dev.kanmin.odalinkage.iati.IatiActivity.AidType;
import dev.kanmin.odalinkage.iati.IatiActivity.Budget;
import dev.kanmin.odalinkage.iati.IatiActivity.Description;
import dev.kanmin.odalinkage.iati.IatiActivity.Location;
import dev.kanmin.odalinkage.iati.IatiActivity.OtherIdentifier;
import dev.kanmin.odalinkage.iati.IatiActivity.ParticipatingOrganisation;
import dev.kanmin.odalinkage.iati.IatiActivity.PlannedDisbursement;
import dev.kanmin.odalinkage.iati.IatiActivity.PolicyMarker;
import dev.kanmin.odalinkage.iati.IatiActivity.Recipient;
import dev.kanmin.odalinkage.iati.IatiActivity.RelatedActivity;
import dev.kanmin.odalinkage.iati.IatiActivity.ReportingOrganisation;
import dev.kanmin.odalinkage.iati.IatiActivity.Sector;
import dev.kanmin.odalinkage.iati.IatiActivity.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Makes the tree of an activity from typed parts, each put where the schema of 2.03 has it. A part
 * that is set replaces all that was there of its kind; what is not set stays. The result is not
 * checked: {@link IatiValidator} does that.
 *
 * <p>Set {@link #defaultLanguage} before any text: a text in that language is written without
 * naming it.
 */
public final class ActivityBuilder {

  private final Map<String, List<IatiElement>> children = new LinkedHashMap<>();
  private final List<IatiElement> extensions = new ArrayList<>();
  private IatiElement frame;

  private ActivityBuilder(IatiElement frame) {
    this.frame = new IatiElement(frame.name(), frame.attributes(), List.of());
    frame
        .elements()
        .forEach(
            child -> {
              if (child.name().standard()) {
                children.computeIfAbsent(child.name().local(), key -> new ArrayList<>()).add(child);
              } else {
                extensions.add(child);
              }
            });
  }

  /** Begins an activity with nothing but its identifier. */
  public static ActivityBuilder of(String identifier) {
    ActivityBuilder builder =
        new ActivityBuilder(IatiElement.of("iati-activity", List.of(), List.of()));
    builder.children.put(
        "iati-identifier",
        List.of(IatiElement.of("iati-identifier", List.of(), List.of(new IatiText(identifier)))));
    return builder;
  }

  /** Begins with an existing activity, of which parts can be set anew. */
  public static ActivityBuilder from(IatiElement activity) {
    return new ActivityBuilder(activity);
  }

  /** Sets the language (BCP 47) of texts that name none. */
  public ActivityBuilder defaultLanguage(String language) {
    frame = frame.withAttribute(new IatiAttribute(IatiName.LANGUAGE, language));
    return this;
  }

  /** Sets the currency (ISO 4217) of sums that name none. */
  public ActivityBuilder defaultCurrency(String currency) {
    return attribute("default-currency", currency);
  }

  /** Sets when the activity was last changed. */
  public ActivityBuilder lastUpdated(Instant moment) {
    return attribute("last-updated-datetime", moment.toString());
  }

  /** Sets the level in the reporting organisation's hierarchy, from 1. */
  public ActivityBuilder hierarchy(int level) {
    return attribute("hierarchy", Integer.toString(level));
  }

  /** Sets whether the activity is humanitarian aid. */
  public ActivityBuilder humanitarian(boolean humanitarian) {
    return attribute("humanitarian", humanitarian ? "1" : "0");
  }

  /** Sets the reporting organisation. */
  public ActivityBuilder reportingOrganisation(ReportingOrganisation organisation) {
    return all("reporting-org", List.of(organisation), ActivityParts::reportingOrganisation);
  }

  /** Sets the title. */
  public ActivityBuilder title(LocalizedText title) {
    return all("title", List.of(title), ActivityParts::texts);
  }

  /** Sets all descriptions. */
  public ActivityBuilder descriptions(List<Description> descriptions) {
    return all("description", descriptions, ActivityParts::description);
  }

  /** Sets all participating organisations. */
  public ActivityBuilder participatingOrganisations(List<ParticipatingOrganisation> organisations) {
    return all("participating-org", organisations, ActivityParts::participatingOrganisation);
  }

  /** Sets all other identifiers. */
  public ActivityBuilder otherIdentifiers(List<OtherIdentifier> identifiers) {
    return all("other-identifier", identifiers, ActivityParts::otherIdentifier);
  }

  /** Sets the status, an ActivityStatus code. */
  public ActivityBuilder status(String code) {
    return code("activity-status", code);
  }

  /** Sets all activity dates. */
  public ActivityBuilder dates(List<ActivityDate> dates) {
    return all("activity-date", dates, ActivityParts::date);
  }

  /** Sets the scope, an ActivityScope code. */
  public ActivityBuilder scope(String code) {
    return code("activity-scope", code);
  }

  /** Sets all recipient countries. */
  public ActivityBuilder recipientCountries(List<Recipient> countries) {
    return all("recipient-country", countries, ActivityParts::recipient);
  }

  /** Sets all recipient regions. */
  public ActivityBuilder recipientRegions(List<Recipient> regions) {
    return all("recipient-region", regions, ActivityParts::recipient);
  }

  /** Sets all locations. */
  public ActivityBuilder locations(List<Location> locations) {
    return all("location", locations, ActivityParts::location);
  }

  /** Sets all sectors. */
  public ActivityBuilder sectors(List<Sector> sectors) {
    return all("sector", sectors, ActivityParts::sector);
  }

  /** Sets all policy markers. */
  public ActivityBuilder policyMarkers(List<PolicyMarker> markers) {
    return all("policy-marker", markers, ActivityParts::policyMarker);
  }

  /** Sets the collaboration type, a CollaborationType code. */
  public ActivityBuilder collaborationType(String code) {
    return code("collaboration-type", code);
  }

  /** Sets the flow type of transactions that name none, a FlowType code. */
  public ActivityBuilder defaultFlowType(String code) {
    return code("default-flow-type", code);
  }

  /** Sets the finance type of transactions that name none, a FinanceType code. */
  public ActivityBuilder defaultFinanceType(String code) {
    return code("default-finance-type", code);
  }

  /** Sets the aid types of transactions that name none. */
  public ActivityBuilder defaultAidTypes(List<AidType> types) {
    return all("default-aid-type", types, ActivityParts::aidType);
  }

  /** Sets the tied status of transactions that name none, a TiedStatus code. */
  public ActivityBuilder defaultTiedStatus(String code) {
    return code("default-tied-status", code);
  }

  /** Sets all budgets. */
  public ActivityBuilder budgets(List<Budget> budgets) {
    return all("budget", budgets, ActivityParts::budget);
  }

  /** Sets all planned disbursements. */
  public ActivityBuilder plannedDisbursements(List<PlannedDisbursement> disbursements) {
    return all("planned-disbursement", disbursements, ActivityParts::plannedDisbursement);
  }

  /** Sets all transactions. */
  public ActivityBuilder transactions(List<Transaction> transactions) {
    return all("transaction", transactions, ActivityParts::transaction);
  }

  /** Sets all related activities. */
  public ActivityBuilder relatedActivities(List<RelatedActivity> activities) {
    return all("related-activity", activities, ActivityParts::relatedActivity);
  }

  /** The tree, its elements in the order of the schema, extensions last. */
  public IatiElement build() {
    List<IatiNode> content = new ArrayList<>();
    for (Shape.ChildRule rule :
        ActivitySchema.of(IatiVersion.V2_03).activity().shape().children()) {
      content.addAll(children.getOrDefault(rule.name(), List.of()));
    }
    content.addAll(extensions);
    return new IatiElement(frame.name(), frame.attributes(), content);
  }

  private ActivityBuilder attribute(String name, String value) {
    frame = frame.withAttribute(IatiAttribute.of(name, value));
    return this;
  }

  private ActivityBuilder code(String element, String code) {
    children.put(element, List.of(ActivityParts.code(element, code)));
    return this;
  }

  private <T> ActivityBuilder all(
      String element, List<T> values, BiFunction<ActivityParts, T, IatiElement> writing) {
    ActivityParts parts =
        new ActivityParts(
            element, frame.attribute(IatiName.LANGUAGE).orElse(LocalizedText.UNDETERMINED));
    children.put(element, values.stream().map(value -> writing.apply(parts, value)).toList());
    return this;
  }
}
