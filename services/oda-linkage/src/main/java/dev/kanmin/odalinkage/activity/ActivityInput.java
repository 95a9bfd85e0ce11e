package dev.kanmin.odalinkage.activity;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An activity as an officer enters it. Codes are those of the IATI standard 2.03 unless it says
 * otherwise; the whole must be a valid activity of that standard.
 *
 * @param iatiIdentifier begins with the identifier of the reporting organisation
 * @param reportingOrganisation the caller's own agency if not given
 * @param status code of {@code activity-states}
 * @param scheme a code of the list of schemes; may only be given when entering, {@code set-scheme}
 *     changes it
 * @param participatingOrganisations at least one
 */
record ActivityInput(
    String iatiIdentifier,
    Optional<Organisation> reportingOrganisation,
    LocalizedText title,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<DescriptionInput> descriptions,
    String status,
    Optional<String> scheme,
    Dates dates,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<CountryInput> countries,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<CodeInput> regions,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<CodeInput> sectors,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Participant> participatingOrganisations,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Identifier> otherIdentifiers,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<LocationInput> locations,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<BudgetInput> budgets,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<TransactionInput> transactions,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Related> relatedActivities) {

  /**
   * An organisation that reports.
   *
   * @param ref organisation identifier, such as {@code XM-DAC-701-8}
   * @param type OrganisationType, such as 10 for a government
   */
  record Organisation(String ref, String type, LocalizedText name) {}

  /**
   * What the activity is about, in words.
   *
   * @param type DescriptionType: 1 general, 2 objectives, 3 target groups, 4 other
   */
  record DescriptionInput(Optional<String> type, LocalizedText text) {}

  /** When it begins and ends; at least one of them. */
  record Dates(
      Optional<LocalDate> plannedStart,
      Optional<LocalDate> actualStart,
      Optional<LocalDate> plannedEnd,
      Optional<LocalDate> actualEnd) {}

  /**
   * A country that receives.
   *
   * @param percentage 0 to 100, at most 6 decimals
   */
  record CountryInput(CountryCode country, Optional<BigDecimal> percentage) {}

  /**
   * A region or sector.
   *
   * @param vocabulary RegionVocabulary or SectorVocabulary; 1 (OECD DAC) if not given
   * @param percentage 0 to 100, at most 6 decimals
   */
  record CodeInput(Optional<String> vocabulary, String code, Optional<BigDecimal> percentage) {}

  /**
   * An organisation that takes part; it has a ref or a name.
   *
   * @param role OrganisationRole: 1 funding, 2 accountable, 3 extending, 4 implementing
   */
  record Participant(
      Optional<String> ref, Optional<String> type, String role, Optional<LocalizedText> name) {}

  /**
   * Another name of the same activity.
   *
   * @param type OtherIdentifierType, such as A1 for the publisher's internal one
   */
  record Identifier(String ref, String type) {}

  /**
   * A place.
   *
   * @param latitude decimal degrees, −90 to 90
   * @param longitude decimal degrees, −180 to 180
   */
  record LocationInput(
      Optional<LocalizedText> name,
      Optional<BigDecimal> latitude,
      Optional<BigDecimal> longitude) {}

  /**
   * A budget.
   *
   * @param revised whether it takes the place of the original one of the same period
   * @param valueDate by whose rate it is to be converted; the start of the period if not given
   */
  record BudgetInput(
      boolean revised,
      LocalDate periodStart,
      LocalDate periodEnd,
      Money value,
      Optional<LocalDate> valueDate) {}

  /**
   * Money that was promised or has moved.
   *
   * @param type TransactionType: 2 outgoing commitment, 3 disbursement, 4 expenditure, …
   * @param valueDate by whose rate it is to be converted; the date if not given
   * @param country where it goes, if that differs from the activity
   * @param sectors what it is for, if that differs from the activity; without percentages
   */
  record TransactionInput(
      String type,
      LocalDate date,
      Money value,
      Optional<LocalDate> valueDate,
      Optional<LocalizedText> description,
      Optional<CountryCode> country,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<CodeInput> sectors) {}

  /**
   * Another activity this one belongs with.
   *
   * @param ref its IATI identifier
   * @param type RelatedActivityType: 1 parent, 2 child, 3 sibling, 4 co-funded, 5 third party
   */
  record Related(String ref, String type) {}
}
