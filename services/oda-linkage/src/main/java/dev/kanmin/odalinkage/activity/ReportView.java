package dev.kanmin.odalinkage.activity;

import dev.kanmin.odalinkage.iati.IatiActivity;
import dev.kanmin.odalinkage.iati.IatiActivity.ActivityDate;
import dev.kanmin.odalinkage.iati.IatiActivity.OtherIdentifier;
import dev.kanmin.odalinkage.iati.IatiActivity.PolicyMarker;
import dev.kanmin.odalinkage.iati.IatiActivity.RelatedActivity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was reported of an activity, typed; {@code application/xml} has all of it. Codes are those
 * of the IATI standard 2.03, texts are language (BCP 47) to text.
 *
 * @param lastUpdated when the publisher says that it was last changed
 * @param status ActivityStatus code as reported
 */
record ReportView(
    Map<String, String> title,
    Optional<Instant> lastUpdated,
    boolean humanitarian,
    String status,
    Optional<String> scope,
    List<DescriptionView> descriptions,
    Map<String, String> reportingOrganisation,
    List<OrganisationView> participatingOrganisations,
    List<IdentifierView> otherIdentifiers,
    List<ActivityDate> dates,
    List<LocationView> locations,
    List<PolicyMarker> policyMarkers,
    Optional<String> collaborationType,
    Optional<String> flowType,
    Optional<String> financeType,
    Optional<String> tiedStatus,
    List<BudgetView> budgets,
    List<PlannedDisbursementView> plannedDisbursements,
    List<TransactionView> transactions,
    List<RelatedActivity> relatedActivities) {

  /**
   * A sum as reported.
   *
   * @param amount plain decimal, any sign
   * @param currency ISO 4217; absent when the report does not say
   */
  record SumView(String amount, Optional<String> currency, Optional<LocalDate> valueDate) {
    static SumView of(IatiActivity.Money money) {
      return new SumView(money.amount().toPlainString(), money.currency(), money.valueDate());
    }
  }

  record DescriptionView(Optional<String> type, Map<String, String> text) {
    static DescriptionView of(IatiActivity.Description description) {
      return new DescriptionView(description.type(), description.text().byLanguage());
    }
  }

  record OrganisationView(
      Optional<String> ref, Optional<String> type, String role, Map<String, String> name) {
    static OrganisationView of(IatiActivity.ParticipatingOrganisation organisation) {
      return new OrganisationView(
          organisation.ref(),
          organisation.type(),
          organisation.role(),
          organisation.names().byLanguage());
    }
  }

  record IdentifierView(String ref, String type, Optional<String> owner) {
    static IdentifierView of(OtherIdentifier identifier) {
      return new IdentifierView(identifier.ref(), identifier.type(), identifier.ownerRef());
    }
  }

  /**
   * A place.
   *
   * @param unreadable its position, where that is no latitude and longitude
   */
  record LocationView(
      Optional<String> ref,
      Map<String, String> name,
      Optional<BigDecimal> latitude,
      Optional<BigDecimal> longitude,
      Optional<String> unreadable) {
    static LocationView of(IatiActivity.Location location) {
      return new LocationView(
          location.ref(),
          location.name().byLanguage(),
          location.point().map(IatiActivity.Point::latitude),
          location.point().map(IatiActivity.Point::longitude),
          location.unreadable());
    }
  }

  record BudgetView(
      boolean revised, String status, LocalDate periodStart, LocalDate periodEnd, SumView value) {
    static BudgetView of(IatiActivity.Budget budget) {
      return new BudgetView(
          budget.type().equals("2"),
          budget.status(),
          budget.periodStart(),
          budget.periodEnd(),
          SumView.of(budget.value()));
    }
  }

  record PlannedDisbursementView(
      LocalDate periodStart, Optional<LocalDate> periodEnd, SumView value) {
    static PlannedDisbursementView of(IatiActivity.PlannedDisbursement planned) {
      return new PlannedDisbursementView(
          planned.periodStart(), planned.periodEnd(), SumView.of(planned.value()));
    }
  }

  record TransactionView(
      Optional<String> ref,
      String type,
      LocalDate date,
      SumView value,
      Map<String, String> description,
      Optional<PartyView> provider,
      Optional<PartyView> receiver,
      List<String> sectors,
      Optional<String> country) {
    static TransactionView of(IatiActivity.Transaction transaction) {
      return new TransactionView(
          transaction.ref(),
          transaction.type(),
          transaction.date(),
          SumView.of(transaction.value()),
          transaction.description().byLanguage(),
          transaction.provider().map(PartyView::of),
          transaction.receiver().map(PartyView::of),
          transaction.sectors().stream()
              .map(sector -> sector.vocabulary() + ":" + sector.code())
              .toList(),
          transaction.recipientCountry().map(IatiActivity.Recipient::code));
    }
  }

  record PartyView(Optional<String> ref, Map<String, String> name) {
    static PartyView of(IatiActivity.Party party) {
      return new PartyView(party.ref(), party.names().byLanguage());
    }
  }

  static ReportView of(IatiActivity activity) {
    return new ReportView(
        activity.title().byLanguage(),
        activity.lastUpdated(),
        activity.humanitarian(),
        activity.status(),
        activity.scope(),
        activity.descriptions().stream().map(DescriptionView::of).toList(),
        activity.reportingOrganisation().names().byLanguage(),
        activity.participatingOrganisations().stream().map(OrganisationView::of).toList(),
        activity.otherIdentifiers().stream().map(IdentifierView::of).toList(),
        activity.dates(),
        activity.locations().stream().map(LocationView::of).toList(),
        activity.policyMarkers(),
        activity.collaborationType(),
        activity.defaultFlowType(),
        activity.defaultFinanceType(),
        activity.defaultTiedStatus(),
        activity.budgets().stream().map(BudgetView::of).toList(),
        activity.plannedDisbursements().stream().map(PlannedDisbursementView::of).toList(),
        activity.transactions().stream().map(TransactionView::of).toList(),
        activity.relatedActivities());
  }
}
