package dev.kanmin.odalinkage.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Money;
import dev.kanmin.odalinkage.iati.RecipientSplit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An activity as every agency may see it: ids, codes and facts, no narratives but the title.
 * Bounded in size ({@link FactsReader} says how), so that it always fits on an event.
 *
 * @param iatiIdentifier at most 500 characters
 * @param owner the agency that answers for it here, and which alone (with its delegates) changes it
 * @param lastUpdated when the publisher says that the report was last changed, not after it was
 *     read; an older report does not take its place
 * @param title BCP 47 language without region ({@code und} when none is known) to text, shortened
 *     to 300 characters with "…" at the end
 * @param status code of {@code activity-states}; absent when the report has a code that the
 *     standard does not know
 * @param countries countries that ISO 3166-1 knows, each once, of the activity and of its
 *     transactions
 * @param regions regions of the standard's vocabularies, likewise
 * @param sectors sectors, likewise
 * @param fields what the activity is about; none means {@code unclassified}
 * @param fieldSharesOverlap whether money is counted for several of the fields, so that cells of a
 *     country add up to more than the country; absent on events from before this was told
 * @param related other activities it belongs with, the first 50
 * @param scheme a code of the list of schemes
 * @param step the last step reached, code of {@code scheme-steps}
 * @param stepDate when it was reached
 * @param nextStep what is expected next
 * @param nextDate when that is expected
 * @param contentHash SHA-256 of the report's content, 64 hexadecimal digits
 * @param leftOut what of the report cannot be seen here, and why
 */
public record ActivityFacts(
    String iatiIdentifier,
    ReportingOrganisation reportingOrganisation,
    AgencyCode owner,
    Origin origin,
    Optional<Instant> lastUpdated,
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
    Optional<Boolean> fieldSharesOverlap,
    Totals money,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<RelatedTo> related,
    Optional<String> scheme,
    Optional<String> step,
    Optional<LocalDate> stepDate,
    Optional<String> nextStep,
    Optional<LocalDate> nextDate,
    String contentHash,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Omission> leftOut) {

  private static final Set<String> OVER = Set.of("closed", "cancelled");

  ActivityState state() {
    return status.map(ActivityState::of).orElse(ActivityState.NOT_REPORTED);
  }

  ActivityFacts with(Course course) {
    return new ActivityFacts(
        iatiIdentifier,
        reportingOrganisation,
        owner,
        origin,
        lastUpdated,
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
        fieldSharesOverlap,
        money,
        related,
        course.scheme(),
        course.current().map(Course.ReachedStep::step),
        course.current().map(Course.ReachedStep::date),
        course.nextStep(),
        course.nextDate(),
        contentHash,
        leftOut);
  }

  /** The same with fields in another state, for which nothing else changes. */
  ActivityFacts with(List<FieldMapping> confirmed) {
    return new ActivityFacts(
        iatiIdentifier,
        reportingOrganisation,
        owner,
        origin,
        lastUpdated,
        title,
        status,
        plannedStart,
        actualStart,
        plannedEnd,
        actualEnd,
        countries,
        regions,
        sectors,
        confirmed,
        fieldSharesOverlap,
        money,
        related,
        scheme,
        step,
        stepDate,
        nextStep,
        nextDate,
        contentHash,
        leftOut);
  }

  /**
   * What is still expected and when, overdue or not: what has happened, and what a closed or
   * cancelled activity planned, is no longer expected.
   */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public List<Expected> expected() {
    boolean over = status.filter(OVER::contains).isPresent() || actualEnd.isPresent();
    List<Expected> expected = new ArrayList<>();
    if (!over && actualStart.isEmpty()) {
      plannedStart.ifPresent(date -> expected.add(new Expected("planned-start", date)));
    }
    if (!over) {
      plannedEnd.ifPresent(date -> expected.add(new Expected("planned-end", date)));
    }
    if (nextStep.isPresent()) {
      nextDate.ifPresent(date -> expected.add(new Expected("next-step", date)));
    }
    return expected;
  }

  /**
   * Something that is expected.
   *
   * @param what {@code planned-start}, {@code planned-end} or {@code next-step}
   */
  public record Expected(String what, LocalDate on) {}

  /**
   * Another activity.
   *
   * @param type RelatedActivityType: 1 parent, 2 child, 3 sibling, 4 co-funded, 5 third party
   */
  public record RelatedTo(String type, String iatiIdentifier) {}

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
   * @param percentage the part that goes there of the money that does not say itself where it goes,
   *     0 to 100 with at most 12 decimals, by the rules of {@link RecipientSplit}; 0 when only sums
   *     of its own ({@link Figure}) go there; absent when the report does not say, and then no part
   *     of the money can be given to the country
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
   * currencies. Sorted by currency; a total may be negative. What counts says {@link
   * ActivityMoney}.
   *
   * @param budgets a revised budget counts instead of the original one of its time
   * @param commitments outgoing commitments (transaction type 2)
   * @param disbursements type 3
   * @param expenditures type 4
   * @param leftOut how many sums are in none of these; {@link ActivityFacts#leftOut} says why
   * @param figures the same sums told apart by where they go, at most 100; none on events from
   *     before this was told
   */
  public record Totals(
      List<Money> budgets,
      List<Money> commitments,
      List<Money> disbursements,
      List<Money> expenditures,
      int leftOut,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<Figure> figures) {}
}
