package dev.kanmin.controltower.outcome;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All that can be asked of an outcome. When and by whom stands in {@link OutcomeLifeCycle}. */
sealed interface OutcomeCommand {
  record MakeClaim(String id, Claim claim) implements OutcomeCommand {}

  /** Another claim; what was disputed can be claimed anew. */
  record Revise(Claim claim) implements OutcomeCommand {}

  /**
   * What the agencies agreed on.
   *
   * @param shares of agencies of the outcome; 100 % in all
   */
  @Schema(name = "AgreeShares")
  record AgreeShares(@JsonSetter(nulls = AS_EMPTY) List<Outcome.Share> shares)
      implements OutcomeCommand {}

  /**
   * The company is sent a link.
   *
   * @param hash hex SHA-256 of the link's secret
   */
  record AskCompany(String hash, Instant expires) implements OutcomeCommand {}

  /**
   * What the company answered with its link.
   *
   * @param hash of the secret that it showed
   */
  record AnswerByCompany(
      String hash, boolean confirmed, Optional<String> counterfactual, Optional<String> remark)
      implements OutcomeCommand {}

  /**
   * Evidence for a second officer.
   *
   * @param kind a code of {@code outcome-evidence}
   * @param reference where it is kept: number or address of the document
   * @param dated day of the document, not in the future
   */
  @Schema(name = "SubmitEvidence")
  record SubmitEvidence(String kind, String reference, LocalDate dated) implements OutcomeCommand {}

  /**
   * A second officer finds that the evidence shows it.
   *
   * @param counterfactual a code of {@code outcome-counterfactuals}, if the company was asked
   */
  @Schema(name = "AcceptEvidence")
  record AcceptEvidence(Optional<String> counterfactual) implements OutcomeCommand {}

  /** It does not. */
  @Schema(name = "ReturnEvidence")
  record ReturnEvidence(LocalizedText remark) implements OutcomeCommand {}

  /** An agency says that it is not so, or that it had nothing to do with it. */
  @Schema(name = "DisputeOutcome")
  record Dispute(String reason) implements OutcomeCommand {}

  /** It can be confirmed for longer; an expired claim is a claim again. */
  @Schema(name = "ExtendClaim")
  record Extend(LocalDate confirmBy) implements OutcomeCommand {}

  /** From the service's own timer. */
  record Expire() implements OutcomeCommand {}

  /** Another record may be of the same result. */
  record ProposeMerge(String outcomeId) implements OutcomeCommand {}

  /**
   * This record is of the same result as another one, which counts from now on.
   *
   * @param into the record that stays
   */
  record Merge(String into, Claim other) implements OutcomeCommand {}

  /** They are two results. */
  @Schema(name = "DeclineMerge")
  record DeclineMerge(String outcomeId) implements OutcomeCommand {}

  /** Origins and agencies of a record that was merged into this one. */
  record Absorb(String from, List<String> arisesFrom, List<AgencyCode> agencies)
      implements OutcomeCommand {}
}
