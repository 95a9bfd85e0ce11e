package dev.kanmin.odalinkage.iati;

import dev.kanmin.odalinkage.iati.IatiActivity.ActivityDate;
import dev.kanmin.odalinkage.iati.IatiActivity.Budget;
import dev.kanmin.odalinkage.iati.IatiActivity.Description;
import dev.kanmin.odalinkage.iati.IatiActivity.Location;
import dev.kanmin.odalinkage.iati.IatiActivity.Money;
import dev.kanmin.odalinkage.iati.IatiActivity.OtherIdentifier;
import dev.kanmin.odalinkage.iati.IatiActivity.ParticipatingOrganisation;
import dev.kanmin.odalinkage.iati.IatiActivity.Point;
import dev.kanmin.odalinkage.iati.IatiActivity.Recipient;
import dev.kanmin.odalinkage.iati.IatiActivity.RelatedActivity;
import dev.kanmin.odalinkage.iati.IatiActivity.ReportingOrganisation;
import dev.kanmin.odalinkage.iati.IatiActivity.Sector;
import dev.kanmin.odalinkage.iati.IatiActivity.Transaction;
import dev.kanmin.odalinkage.iati.LocalizedText.Narrative;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns typed parts that officers enter into elements: the way back from {@link ActivityExtractor}.
 */
final class ActivityParts {

  /**
   * WGS 84; the only reference system that the standard allows. Source: standard 2.03,
   * location/point/@srsName.
   */
  private static final String REFERENCE_SYSTEM = "http://www.opengis.net/def/crs/EPSG/0/4326";

  private final String name;

  /**
   * @param name the name of the elements to make
   */
  ActivityParts(String name) {
    this.name = name;
  }

  /** An element under construction. */
  private static final class Draft {
    private final String name;
    private final List<IatiAttribute> attributes = new ArrayList<>();
    private final List<IatiNode> content = new ArrayList<>();

    Draft(String name) {
      this.name = name;
    }

    Draft with(String attribute, String value) {
      attributes.add(IatiAttribute.of(attribute, value));
      return this;
    }

    Draft with(String attribute, Optional<String> value) {
      value.ifPresent(given -> with(attribute, given));
      return this;
    }

    Draft add(IatiNode node) {
      content.add(node);
      return this;
    }

    Draft addAll(List<IatiElement> elements) {
      content.addAll(elements);
      return this;
    }

    IatiElement done() {
      return IatiElement.of(name, attributes, content);
    }
  }

  static IatiElement code(String name, String code) {
    return new Draft(name).with("code", code).done();
  }

  IatiElement texts(LocalizedText text) {
    return new Draft(name).addAll(narratives(text)).done();
  }

  IatiElement reportingOrganisation(ReportingOrganisation organisation) {
    Draft draft = new Draft(name).with("ref", organisation.ref()).with("type", organisation.type());
    if (organisation.secondaryReporter()) {
      draft.with("secondary-reporter", "1");
    }
    return draft.addAll(narratives(organisation.names())).done();
  }

  IatiElement description(Description description) {
    return new Draft(name)
        .with("type", description.type())
        .addAll(narratives(description.text()))
        .done();
  }

  IatiElement participatingOrganisation(ParticipatingOrganisation organisation) {
    return new Draft(name)
        .with("ref", organisation.ref())
        .with("type", organisation.type())
        .with("role", organisation.role())
        .with("activity-id", organisation.activityIdentifier())
        .addAll(narratives(organisation.names()))
        .done();
  }

  IatiElement otherIdentifier(OtherIdentifier identifier) {
    Draft draft = new Draft(name).with("ref", identifier.ref()).with("type", identifier.type());
    if (identifier.ownerRef().isPresent() || !identifier.ownerNames().isEmpty()) {
      draft.add(
          new Draft("owner-org")
              .with("ref", identifier.ownerRef())
              .addAll(narratives(identifier.ownerNames()))
              .done());
    }
    return draft.done();
  }

  IatiElement date(ActivityDate date) {
    return new Draft(name)
        .with("type", date.type())
        .with("iso-date", date.date().toString())
        .done();
  }

  IatiElement recipient(Recipient recipient) {
    return new Draft(name)
        .with("code", recipient.code())
        .with("vocabulary", recipient.vocabulary())
        .with("percentage", recipient.percentage().map(BigDecimal::toPlainString))
        .addAll(narratives(recipient.names()))
        .done();
  }

  IatiElement location(Location location) {
    Draft draft = new Draft(name).with("ref", location.ref());
    if (!location.name().isEmpty()) {
      draft.add(new Draft("name").addAll(narratives(location.name())).done());
    }
    location.point().ifPresent(point -> draft.add(point(point)));
    return draft.done();
  }

  IatiElement sector(Sector sector) {
    return new Draft(name)
        .with("vocabulary", sector.vocabulary())
        .with("code", sector.code())
        .with("percentage", sector.percentage().map(BigDecimal::toPlainString))
        .addAll(narratives(sector.names()))
        .done();
  }

  IatiElement budget(Budget budget) {
    return new Draft(name)
        .with("type", budget.type())
        .with("status", budget.status())
        .add(day("period-start", budget.periodStart()))
        .add(day("period-end", budget.periodEnd()))
        .add(money(budget.value()))
        .done();
  }

  IatiElement transaction(Transaction transaction) {
    Draft draft =
        new Draft(name)
            .with("ref", transaction.ref())
            .add(code("transaction-type", transaction.type()))
            .add(day("transaction-date", transaction.date()))
            .add(money(transaction.value()));
    if (!transaction.description().isEmpty()) {
      draft.add(new Draft("description").addAll(narratives(transaction.description())).done());
    }
    draft.addAll(transaction.sectors().stream().map(named("sector")::sector).toList());
    transaction
        .recipientCountry()
        .ifPresent(each -> draft.add(named("recipient-country").recipient(each)));
    return draft.done();
  }

  IatiElement relatedActivity(RelatedActivity activity) {
    return new Draft(name).with("ref", activity.ref()).with("type", activity.type()).done();
  }

  private ActivityParts named(String other) {
    return new ActivityParts(other);
  }

  private static IatiElement point(Point point) {
    String position = point.latitude().toPlainString() + " " + point.longitude().toPlainString();
    return new Draft("point")
        .with("srsName", REFERENCE_SYSTEM)
        .add(new Draft("pos").add(new IatiText(position)).done())
        .done();
  }

  private static IatiElement day(String name, LocalDate date) {
    return new Draft(name).with("iso-date", date.toString()).done();
  }

  private static IatiElement money(Money money) {
    return new Draft("value")
        .with("currency", money.currency())
        .with("value-date", money.valueDate().map(LocalDate::toString))
        .add(new IatiText(money.amount().toPlainString()))
        .done();
  }

  private List<IatiElement> narratives(LocalizedText text) {
    return text.narratives().stream().map(this::narrative).toList();
  }

  private IatiElement narrative(Narrative narrative) {
    boolean silent = narrative.language().equals(LocalizedText.UNDETERMINED);
    return new IatiElement(
        IatiName.of("narrative"),
        silent ? List.of() : List.of(new IatiAttribute(IatiName.LANGUAGE, narrative.language())),
        List.of(new IatiText(narrative.text())));
  }
}
