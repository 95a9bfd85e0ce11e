package dev.kanmin.controltower.outcome;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An outcome as it is shown. Description, evidence and answers are for its own agencies and the
 * control tower.
 *
 * @param column in which headline figures count it; absent if they do not
 * @param timesAsked how often the company was sent a link
 * @param linkExpires until when the latest one works
 * @param actions what the reader's agency may do with it now, and why not the rest
 */
@Schema(name = "Outcome")
record OutcomeView(
    String id,
    long version,
    OutcomeState state,
    AgencyCode owner,
    String kind,
    String companyId,
    Optional<String> counterpartId,
    CountryCode country,
    List<Field> fields,
    Optional<Money> value,
    Optional<String> valueBand,
    Optional<LocalDate> on,
    int fiscalYear,
    Optional<Outcome.Column> column,
    List<String> arisesFrom,
    List<AgencyCode> involved,
    List<Outcome.Share> shares,
    LocalDate confirmBy,
    int timesAsked,
    Optional<Instant> linkExpires,
    Optional<LocalizedText> description,
    Optional<EvidenceView> evidence,
    Optional<Confirming.Answer> answer,
    List<Outcome.Similar> similar,
    Optional<String> mergedInto,
    boolean sample,
    Instant createdAt,
    Instant updatedAt,
    List<ActionView> actions) {

  /** Evidence as it is shown. */
  @Schema(name = "OutcomeEvidence")
  record EvidenceView(
      String kind,
      String reference,
      LocalDate dated,
      String submittedBy,
      boolean returned,
      Optional<LocalizedText> remark) {}

  static OutcomeView of(Stored<Outcome> stored, Reader reader) {
    Outcome outcome = stored.state();
    Claim claim = outcome.known();
    Confirming confirming = outcome.confirmation();
    boolean own = outcome.isOf(reader.agency());
    return new OutcomeView(
        stored.id(),
        stored.version(),
        outcome.state(),
        outcome.owner().orElseThrow(),
        claim.kind(),
        claim.companyId(),
        claim.counterpartId(),
        claim.country(),
        claim.fields(),
        claim.value(),
        claim.valueBand(),
        claim.on(),
        claim.fiscalYear(),
        outcome.column(),
        claim.arisesFrom(),
        claim.involved(),
        outcome.shares(),
        confirming.by(),
        confirming.asked().size(),
        confirming.link().filter(it -> !it.used()).map(Confirming.Link::expires),
        claim.description().filter(_ -> own),
        confirming.evidence().filter(_ -> own).map(OutcomeView::shown),
        confirming.answer().filter(_ -> own),
        outcome.similar(),
        outcome.mergedInto(),
        claim.sample(),
        stored.createdAt(),
        stored.updatedAt(),
        ActionView.of(OutcomeLifeCycle.TABLE, outcome, reader));
  }

  private static EvidenceView shown(Confirming.Evidence evidence) {
    return new EvidenceView(
        evidence.kind(),
        evidence.reference(),
        evidence.dated(),
        evidence.by().agency(),
        evidence.returned(),
        evidence.remark());
  }

  /** An outcome in a list. */
  @Schema(name = "OutcomeSummary")
  record Summary(
      String id,
      long version,
      OutcomeState state,
      AgencyCode owner,
      String kind,
      String companyId,
      CountryCode country,
      List<Field> fields,
      Optional<Money> value,
      Optional<String> valueBand,
      int fiscalYear,
      Optional<Outcome.Column> column,
      List<String> arisesFrom) {

    static Summary of(Stored<Outcome> stored) {
      Outcome outcome = stored.state();
      Claim claim = outcome.known();
      return new Summary(
          stored.id(),
          stored.version(),
          outcome.state(),
          outcome.owner().orElseThrow(),
          claim.kind(),
          claim.companyId(),
          claim.country(),
          claim.fields(),
          claim.value(),
          claim.valueBand(),
          claim.fiscalYear(),
          outcome.column(),
          claim.arisesFrom());
    }
  }
}
