package dev.kanmin.odalinkage.linkage;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A linkage as it stands.
 *
 * @param id its own; empty before the first event, as are proposal and submitter
 * @param submitter the agency that proposed it, or for whose event the service did
 * @param rejection why it was rejected
 * @param agreed when and on what
 * @param delivered when and what
 * @param followedUp when, and what was found
 */
public record Linkage(
    String id,
    Optional<Proposal> proposal,
    Optional<AgencyCode> submitter,
    LinkageState state,
    Optional<Rejection> rejection,
    Optional<Note> agreed,
    Optional<Note> delivered,
    Optional<Note> followedUp) {

  /**
   * Why it was rejected.
   *
   * @param remark for the linkage's own agencies alone
   */
  @Schema(name = "LinkageRejection")
  public record Rejection(RejectionReason reason, Optional<LocalizedText> remark) {}

  /**
   * A step that was taken.
   *
   * @param remark for the linkage's own agencies alone
   */
  @Schema(name = "LinkageNote")
  public record Note(LocalDate on, Optional<LocalizedText> remark) {}

  /** Before the first event. */
  static final Linkage NONE =
      new Linkage(
          "",
          Optional.empty(),
          Optional.empty(),
          LinkageState.PROPOSED,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The proposal of a linkage that is there. */
  public Proposal known() {
    return proposal.orElseThrow();
  }

  boolean isOwnedBy(AgencyCode agency) {
    return proposal.filter(it -> it.owner().equals(agency)).isPresent();
  }

  boolean isSubmittedBy(AgencyCode agency) {
    return submitter.equals(Optional.of(agency));
  }

  boolean isOf(AgencyCode agency) {
    return isOwnedBy(agency) || isSubmittedBy(agency);
  }

  /** Whether company and target were, or are, bound. */
  boolean wasAgreed() {
    return agreed.isPresent();
  }

  Linkage in(LinkageState newState) {
    return new Linkage(id, proposal, submitter, newState, rejection, agreed, delivered, followedUp);
  }

  Linkage rejectedFor(Rejection why) {
    return new Linkage(
        id,
        proposal,
        submitter,
        LinkageState.REJECTED,
        Optional.of(why),
        agreed,
        delivered,
        followedUp);
  }

  Linkage agreedBy(Note note) {
    return new Linkage(
        id, proposal, submitter, state, rejection, Optional.of(note), delivered, followedUp);
  }

  Linkage deliveredBy(Note note) {
    return new Linkage(
        id, proposal, submitter, state, rejection, agreed, Optional.of(note), followedUp);
  }

  Linkage followedUpBy(Note note) {
    return new Linkage(
        id, proposal, submitter, state, rejection, agreed, delivered, Optional.of(note));
  }
}
