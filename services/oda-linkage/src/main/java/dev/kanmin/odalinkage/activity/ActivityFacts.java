package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Money;
import dev.kanmin.odalinkage.iati.RecipientSplit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An activity as every agency may see it: ids, codes and facts, no narratives but the title.
 * Bounded in size ({@link FactsReader} says how), so that it always fits on an event.
 *
 * @param iatiIdentifier at most 500 characters
 * @param owner the agency that answers for it here, and which alone (with its delegates) changes it
 * @param title BCP 47 language to text, shortened to 300 characters with "…" at the end
 * @param status code of {@code activity-states}; absent when the report has a code that the
 *     standard does not know
 * @param countries countries that ISO 3166-1 knows, each once
 * @param regions regions of the standard's vocabularies
 * @param sectors sectors of the activity as a whole, else of its transactions
 * @param fields what the activity is about; none means {@code unclassified}
 * @param scheme a code of the list of schemes
 * @param step the last step reached, code of {@code scheme-steps}
 * @param stepDate when it was reached
 * @param nextStep what is expected next
 * @param nextDate when that is expected
 * @param contentHash SHA-256 of the report's content, 64 hexadecimal digits
 */
public record ActivityFacts(
    String iatiIdentifier,
    ReportingOrganisation reportingOrganisation,
    AgencyCode owner,
    Origin origin,
    Map<String, String> title,
    Optional<String> status,
    Optional<LocalDate> plannedStart,
    Optional<LocalDate> actualStart,
    Optional<LocalDate> plannedEnd,
    Optional<LocalDate> actualEnd,
    List<CountryShare> countries,
    List<CodeShare> regions,
    List<CodeShare> sectors,
    List<FieldMapping> fields,
    Totals money,
    Optional<String> scheme,
    Optional<String> step,
    Optional<LocalDate> stepDate,
    Optional<String> nextStep,
    Optional<LocalDate> nextDate,
    String contentHash) {

  ActivityFacts with(Course course) {
    return new ActivityFacts(
        iatiIdentifier,
        reportingOrganisation,
        owner,
        origin,
        title,
        status,
        plannedStart,
        actualStart,
        plannedEnd,
        actualEnd,
        countries,
        regions,
        sectors,
        fields,
        money,
        course.scheme(),
        course.current().map(Course.ReachedStep::step),
        course.current().map(Course.ReachedStep::date),
        course.nextStep(),
        course.nextDate(),
        contentHash);
  }

  ActivityFacts with(List<FieldMapping> newFields) {
    return new ActivityFacts(
        iatiIdentifier,
        reportingOrganisation,
        owner,
        origin,
        title,
        status,
        plannedStart,
        actualStart,
        plannedEnd,
        actualEnd,
        countries,
        regions,
        sectors,
        newFields,
        money,
        scheme,
        step,
        stepDate,
        nextStep,
        nextDate,
        contentHash);
  }

  /**
   * Who reports the activity.
   *
   * @param ref organisation identifier, such as {@code XM-DAC-701-8}
   * @param agency which of our agencies that is; absent when it is another publisher
   */
  public record ReportingOrganisation(String ref, Optional<AgencyCode> agency) {}

  /**
   * A country's part of the activity.
   *
   * @param percentage the part of the money that goes there, more than 0 and up to 100 with at most
   *     6 decimals, by the rules of {@link RecipientSplit}; absent when the report does not say,
   *     and then no part of the money can be given to the country
   */
  public record CountryShare(CountryCode country, Optional<BigDecimal> percentage) {}

  /**
   * A part of the activity by a vocabulary of the standard.
   *
   * @param vocabulary RegionVocabulary or SectorVocabulary code; 1 is OECD DAC in both
   * @param percentage as for countries, within the vocabulary; absent when the report does not say
   */
  public record CodeShare(String vocabulary, String code, Optional<BigDecimal> percentage) {}

  /**
   * The activity's money as published: totals per currency, never converted and never added across
   * currencies. Sorted by currency; a total may be negative.
   *
   * @param budgets a revised budget counts instead of the original one of the same period
   * @param commitments outgoing commitments (transaction type 2)
   * @param disbursements type 3
   * @param expenditures type 4
   * @param leftOut how many sums are in none of these, because they name no known currency or have
   *     more digits than money can have
   */
  public record Totals(
      List<Money> budgets,
      List<Money> commitments,
      List<Money> disbursements,
      List<Money> expenditures,
      int leftOut) {}
}
