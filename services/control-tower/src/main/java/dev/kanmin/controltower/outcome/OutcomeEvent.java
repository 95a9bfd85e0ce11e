package dev.kanmin.controltower.outcome;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that can happen to an outcome. Links, evidence, remarks and answers of the company stay with
 * this service; amounts are on the card (docs/decisions/0080-what-outcome-events-carry.md).
 */
public sealed interface OutcomeEvent {
  String outcomeId();

  /** A result was claimed. */
  @EventType("outcome-claimed")
  record OutcomeClaimed(
      String outcomeId,
      String kind,
      String companyId,
      CountryCode country,
      List<Field> fields,
      List<String> arisesFrom,
      LocalDate confirmBy,
      @NotPublished Optional<AgencyCode> owner,
      @NotPublished Optional<Claim> claim)
      implements OutcomeEvent {}

  @EventType("outcome-revised")
  record OutcomeRevised(
      String outcomeId,
      String kind,
      String companyId,
      CountryCode country,
      List<Field> fields,
      List<String> arisesFrom,
      @NotPublished Optional<Claim> claim)
      implements OutcomeEvent {}

  @EventType("outcome-shares-agreed")
  record OutcomeSharesAgreed(String outcomeId, List<Outcome.Share> shares)
      implements OutcomeEvent {}

  /** The company was sent a link. */
  @EventType("outcome-confirmation-asked")
  record OutcomeConfirmationAsked(
      String outcomeId, Instant at, Instant expires, @NotPublished Optional<String> hash)
      implements OutcomeEvent {}

  @EventType("outcome-evidence-submitted")
  record OutcomeEvidenceSubmitted(
      String outcomeId, String kind, @NotPublished Optional<Confirming.Evidence> evidence)
      implements OutcomeEvent {}

  @EventType("outcome-evidence-returned")
  record OutcomeEvidenceReturned(String outcomeId, @NotPublished Optional<LocalizedText> remark)
      implements OutcomeEvent {}

  /**
   * It is so.
   *
   * @param how a code of {@code outcome-confirmations}
   */
  @EventType("outcome-confirmed")
  record OutcomeConfirmed(
      String outcomeId,
      String kind,
      String companyId,
      CountryCode country,
      List<Field> fields,
      List<String> arisesFrom,
      String how,
      LocalDate on,
      @NotPublished Optional<Confirming.Answer> answer)
      implements OutcomeEvent {}

  @EventType("outcome-disputed")
  record OutcomeDisputed(String outcomeId, @NotPublished Optional<Confirming.Answer> answer)
      implements OutcomeEvent {}

  @EventType("outcome-extended")
  record OutcomeExtended(String outcomeId, LocalDate confirmBy) implements OutcomeEvent {}

  @EventType("outcome-expired")
  record OutcomeExpired(String outcomeId) implements OutcomeEvent {}

  /** Another record may be of the same result. */
  @EventType("outcome-merge-proposed")
  record OutcomeMergeProposed(String outcomeId, String similar) implements OutcomeEvent {}

  /** They are two results. */
  @EventType("outcome-merge-declined")
  record OutcomeMergeDeclined(String outcomeId, String similar) implements OutcomeEvent {}

  /** The other record counts from now on. */
  @EventType("outcome-merged")
  record OutcomeMerged(
      String outcomeId, String into, List<String> arisesFrom, List<AgencyCode> agencies)
      implements OutcomeEvent {}

  /** Origins and agencies of a merged record are this one's. */
  @EventType("outcome-absorbed")
  record OutcomeAbsorbed(
      String outcomeId, String from, List<String> arisesFrom, List<AgencyCode> involved)
      implements OutcomeEvent {}
}
