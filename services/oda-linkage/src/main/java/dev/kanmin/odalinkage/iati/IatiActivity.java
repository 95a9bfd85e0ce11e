package dev.kanmin.odalinkage.iati;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What Kanmin works with of an activity, typed; {@link IatiElement} has all of it. Codes are those
 * of the IATI code lists, as written. Money is never converted here.
 *
 * @param identifier {@code iati-identifier}
 * @param defaultLanguage BCP 47 language of narratives that name none
 * @param defaultCurrency ISO 4217 currency of sums that name none
 * @param lastUpdated when the publisher says it was last changed; a time without a zone is read as
 *     UTC
 * @param hierarchy level in the publisher's own hierarchy, 1 where not given
 * @param humanitarian whether it is humanitarian aid, false where not given
 * @param status ActivityStatus code
 * @param scope ActivityScope code
 */
public record IatiActivity(
    String identifier,
    Optional<String> defaultLanguage,
    Optional<String> defaultCurrency,
    Optional<Instant> lastUpdated,
    int hierarchy,
    boolean humanitarian,
    ReportingOrganisation reportingOrganisation,
    LocalizedText title,
    List<Description> descriptions,
    List<ParticipatingOrganisation> participatingOrganisations,
    List<OtherIdentifier> otherIdentifiers,
    String status,
    List<ActivityDate> dates,
    Optional<String> scope,
    List<Recipient> recipientCountries,
    List<Recipient> recipientRegions,
    List<Location> locations,
    List<Sector> sectors,
    List<PolicyMarker> policyMarkers,
    Optional<String> collaborationType,
    Optional<String> defaultFlowType,
    Optional<String> defaultFinanceType,
    List<AidType> defaultAidTypes,
    Optional<String> defaultTiedStatus,
    List<Budget> budgets,
    List<PlannedDisbursement> plannedDisbursements,
    List<Transaction> transactions,
    List<RelatedActivity> relatedActivities) {

  /**
   * The vocabulary meant where a sector names none: DAC 5-digit purpose codes. Source: standard
   * 2.03, sector/@vocabulary; before 2.02 the same list was the default.
   */
  public static final String DEFAULT_SECTOR_VOCABULARY = "1";

  /**
   * The vocabulary meant where a region names none: OECD DAC. Source: standard 2.03,
   * recipient-region/@vocabulary.
   */
  public static final String DEFAULT_REGION_VOCABULARY = "1";

  /**
   * The organisation that reports the activity.
   *
   * @param ref its identifier, such as {@code XM-DAC-701-8}
   * @param type OrganisationType code
   * @param secondaryReporter whether it reproduces what it is not responsible for
   */
  public record ReportingOrganisation(
      String ref, String type, boolean secondaryReporter, LocalizedText names) {}

  /**
   * A description, or another text about the activity as a whole.
   *
   * @param type DescriptionType code: 1 general, 2 objectives, 3 target groups, 4 other
   */
  public record Description(Optional<String> type, LocalizedText text) {}

  /**
   * An organisation with a part in the activity.
   *
   * @param role OrganisationRole code: 1 funding, 2 accountable, 3 extending, 4 implementing
   */
  public record ParticipatingOrganisation(
      Optional<String> ref,
      Optional<String> type,
      String role,
      Optional<String> activityIdentifier,
      LocalizedText names) {}

  /**
   * Another identifier of the activity, or an earlier one.
   *
   * @param type OtherIdentifierType code; B1 is an earlier identifier of the reporting organisation
   */
  public record OtherIdentifier(
      String ref, String type, Optional<String> ownerRef, LocalizedText ownerNames) {}

  /**
   * A planned or actual start or end.
   *
   * @param type ActivityDateType code: 1 planned start, 2 actual start, 3 planned end, 4 actual end
   */
  public record ActivityDate(String type, LocalDate date) {}

  /**
   * A country (ISO 3166-1 alpha-2) or a region of a vocabulary.
   *
   * @param vocabulary RegionVocabulary code; empty for countries
   * @param percentage as reported, 0 to 100; see {@link RecipientSplit} for what its absence means
   */
  public record Recipient(
      Optional<String> vocabulary,
      String code,
      Optional<BigDecimal> percentage,
      LocalizedText names) {}

  /**
   * A place below the level of countries.
   *
   * @param point position, where it is given in the two numbers that the standard asks for
   * @param unreadable what is given instead
   */
  public record Location(
      Optional<String> ref,
      LocalizedText name,
      Optional<Point> point,
      Optional<String> unreadable) {}

  /**
   * Decimal degrees, WGS 84.
   *
   * @param latitude −90 to 90
   * @param longitude −180 to 180
   */
  public record Point(BigDecimal latitude, BigDecimal longitude) {}

  /**
   * What the activity is for.
   *
   * @param vocabulary SectorVocabulary code, {@link #DEFAULT_SECTOR_VOCABULARY} where not given
   * @param percentage as reported; always empty in transactions, which are not divided
   */
  public record Sector(
      String vocabulary, String code, Optional<BigDecimal> percentage, LocalizedText names) {}

  /** A policy marker with its significance, both by their code lists. */
  public record PolicyMarker(
      Optional<String> vocabulary, String code, Optional<String> significance) {}

  /**
   * The form of the aid.
   *
   * @param vocabulary AidTypeVocabulary code, empty where the default (OECD DAC) is meant
   */
  public record AidType(Optional<String> vocabulary, String code) {}

  /**
   * A sum of money.
   *
   * @param amount any sign
   * @param currency ISO 4217, the activity's default where the sum names none
   * @param valueDate the day by whose rate the sum is to be converted
   */
  public record Money(
      BigDecimal amount, Optional<String> currency, Optional<LocalDate> valueDate) {}

  /**
   * The budget of a period, both days included.
   *
   * @param type BudgetType code: 1 original, 2 revised; 1 where not given
   * @param status BudgetStatus code: 1 indicative, 2 committed; 1 where not given
   */
  public record Budget(
      String type, String status, LocalDate periodStart, LocalDate periodEnd, Money value) {}

  /**
   * A payment that is planned.
   *
   * @param type BudgetType code where given
   */
  public record PlannedDisbursement(
      Optional<String> type,
      LocalDate periodStart,
      Optional<LocalDate> periodEnd,
      Money value,
      Optional<Party> provider,
      Optional<Party> receiver) {}

  /** One side of a transaction or planned disbursement. */
  public record Party(
      Optional<String> ref,
      Optional<String> type,
      Optional<String> activityIdentifier,
      LocalizedText names) {}

  /**
   * Money that was committed or has moved.
   *
   * @param type TransactionType code: 2 outgoing commitment, 3 disbursement, 4 expenditure, …
   * @param sectors what this transaction is for where it differs from the activity
   * @param recipientCountry where it goes to where it differs from the activity
   * @param recipientRegion likewise
   */
  public record Transaction(
      Optional<String> ref,
      String type,
      LocalDate date,
      Money value,
      LocalizedText description,
      Optional<Party> provider,
      Optional<Party> receiver,
      List<Sector> sectors,
      Optional<Recipient> recipientCountry,
      Optional<Recipient> recipientRegion,
      Optional<String> flowType,
      Optional<String> financeType,
      List<AidType> aidTypes,
      Optional<String> tiedStatus) {}

  /**
   * Another activity that this one belongs with.
   *
   * @param type RelatedActivityType code: 1 parent, 2 child, 3 sibling, 4 co-funded, 5 third party
   */
  public record RelatedActivity(String ref, String type) {}

  public IatiActivity {
    descriptions = List.copyOf(descriptions);
    participatingOrganisations = List.copyOf(participatingOrganisations);
    otherIdentifiers = List.copyOf(otherIdentifiers);
    dates = List.copyOf(dates);
    recipientCountries = List.copyOf(recipientCountries);
    recipientRegions = List.copyOf(recipientRegions);
    locations = List.copyOf(locations);
    sectors = List.copyOf(sectors);
    policyMarkers = List.copyOf(policyMarkers);
    defaultAidTypes = List.copyOf(defaultAidTypes);
    budgets = List.copyOf(budgets);
    plannedDisbursements = List.copyOf(plannedDisbursements);
    transactions = List.copyOf(transactions);
    relatedActivities = List.copyOf(relatedActivities);
  }

  /**
   * The typed view of a tree.
   *
   * @throws IllegalArgumentException when the tree is not that of a valid activity (see {@link
   *     IatiValidator})
   */
  public static IatiActivity of(IatiElement tree) {
    return new ActivityExtractor(tree).extract();
  }
}
