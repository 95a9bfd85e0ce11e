package dev.kanmin.odalinkage.iati;

import dev.kanmin.odalinkage.iati.IatiActivity.ActivityDate;
import dev.kanmin.odalinkage.iati.IatiActivity.Budget;
import dev.kanmin.odalinkage.iati.IatiActivity.Description;
import dev.kanmin.odalinkage.iati.IatiActivity.Location;
import dev.kanmin.odalinkage.iati.IatiActivity.OtherIdentifier;
import dev.kanmin.odalinkage.iati.IatiActivity.ParticipatingOrganisation;
import dev.kanmin.odalinkage.iati.IatiActivity.Recipient;
import dev.kanmin.odalinkage.iati.IatiActivity.RelatedActivity;
import dev.kanmin.odalinkage.iati.IatiActivity.ReportingOrganisation;
import dev.kanmin.odalinkage.iati.IatiActivity.Sector;
import dev.kanmin.odalinkage.iati.IatiActivity.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Makes the tree of an activity from typed parts, each put where the schema of 2.03 has it. The
 * result is not checked: {@link IatiValidator} does that.
 */
public final class ActivityBuilder {

  private final Map<String, List<IatiElement>> children = new HashMap<>();
  private final List<IatiAttribute> attributes = new ArrayList<>();

  private ActivityBuilder() {}

  /** Begins an activity with nothing but its identifier. */
  public static ActivityBuilder of(String identifier) {
    ActivityBuilder builder = new ActivityBuilder();
    builder.children.put(
        "iati-identifier",
        List.of(IatiElement.of("iati-identifier", List.of(), List.of(new IatiText(identifier)))));
    return builder;
  }

  /** Sets when the activity was last changed. */
  public ActivityBuilder lastUpdated(Instant moment) {
    attributes.add(IatiAttribute.of("last-updated-datetime", moment.toString()));
    return this;
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
    children.put("activity-status", List.of(ActivityParts.code("activity-status", code)));
    return this;
  }

  /** Sets all activity dates. */
  public ActivityBuilder dates(List<ActivityDate> dates) {
    return all("activity-date", dates, ActivityParts::date);
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

  /** Sets all budgets. */
  public ActivityBuilder budgets(List<Budget> budgets) {
    return all("budget", budgets, ActivityParts::budget);
  }

  /** Sets all transactions. */
  public ActivityBuilder transactions(List<Transaction> transactions) {
    return all("transaction", transactions, ActivityParts::transaction);
  }

  /** Sets all related activities. */
  public ActivityBuilder relatedActivities(List<RelatedActivity> activities) {
    return all("related-activity", activities, ActivityParts::relatedActivity);
  }

  /** The tree, its elements in the order of the schema. */
  public IatiElement build() {
    List<IatiNode> content = new ArrayList<>();
    for (Shape.ChildRule rule :
        ActivitySchema.of(IatiVersion.V2_03).activity().shape().children()) {
      content.addAll(children.getOrDefault(rule.name(), List.of()));
    }
    return IatiElement.of("iati-activity", attributes, content);
  }

  private <T> ActivityBuilder all(
      String element, List<T> values, BiFunction<ActivityParts, T, IatiElement> writing) {
    ActivityParts parts = new ActivityParts(element);
    children.put(element, values.stream().map(value -> writing.apply(parts, value)).toList());
    return this;
  }
}
