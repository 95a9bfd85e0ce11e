package dev.kanmin.controltower.outcome;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.Actor;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far the confirmation of an outcome has come.
 *
 * @param by last day on which the claim can be confirmed; in Japan
 * @param asked when the company was asked, oldest first
 * @param link the latest link; those before it are worth nothing any more
 * @param evidence under review
 * @param answer that confirmed or disputed it
 */
record Confirming(
    LocalDate by,
    List<Instant> asked,
    Optional<Link> link,
    Optional<Evidence> evidence,
    Optional<Answer> answer) {

  static Confirming until(LocalDate day) {
    return new Confirming(day, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * A single-use link as it is kept.
   *
   * @param hash hex SHA-256 of its secret; the secret is in the letter alone
   * @param used whether the company has answered with it
   */
  record Link(String hash, Instant expires, boolean used) {}

  /**
   * What shows that it is so.
   *
   * @param kind a code of {@code outcome-evidence}
   * @param reference where it is kept: number or address of the document
   * @param by who submitted it, and so may not review it
   * @param remark why it was returned, if it was
   */
  record Evidence(
      String kind,
      String reference,
      LocalDate dated,
      Actor by,
      boolean returned,
      Optional<LocalizedText> remark) {}

  /**
   * What settled the claim.
   *
   * @param how a code of {@code outcome-confirmations}; absent for a dispute by an agency
   * @param counterfactual a code of {@code outcome-counterfactuals}, if it was answered
   * @param remark for the agencies of the outcome alone
   */
  @Schema(name = "OutcomeAnswer")
  record Answer(
      boolean confirmed,
      Optional<String> how,
      LocalDate on,
      Optional<String> counterfactual,
      Optional<String> remark) {}

  Confirming asked(Instant at, Link newLink) {
    List<Instant> all = new ArrayList<>(asked);
    all.add(at);
    return new Confirming(by, List.copyOf(all), Optional.of(newLink), evidence, answer);
  }

  Confirming showing(Evidence newEvidence) {
    return new Confirming(by, asked, link, Optional.of(newEvidence), answer);
  }

  Confirming answered(Answer newAnswer) {
    return new Confirming(
        by,
        asked,
        link.map(it -> new Link(it.hash(), it.expires(), true)),
        evidence,
        Optional.of(newAnswer));
  }

  Confirming by(LocalDate day) {
    return new Confirming(day, asked, link, evidence, answer);
  }

  /** Another claim has to be confirmed anew; how often was asked is not forgotten. */
  Confirming again() {
    return new Confirming(by, asked, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
