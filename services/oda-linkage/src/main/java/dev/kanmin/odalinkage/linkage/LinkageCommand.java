package dev.kanmin.odalinkage.linkage;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.LocalizedText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;

/** All that can be asked of a linkage. When and by whom stands in {@link LinkageLifeCycle}. */
public sealed interface LinkageCommand {

  record Propose(Proposal proposal) implements LinkageCommand {}

  record Shortlist() implements LinkageCommand {}

  /**
   * Company and target have agreed.
   *
   * @param on when, not in the future
   */
  @Schema(name = "AgreeLinkage")
  record Agree(LocalDate on, Optional<LocalizedText> remark) implements LinkageCommand {}

  /**
   * What was agreed is delivered.
   *
   * @param on when, not before the agreement nor in the future
   * @param meetsNeed whether with that the need is met; only of a linkage to a need
   */
  @Schema(name = "DeliverLinkage")
  record Deliver(
      LocalDate on, @JsonSetter(nulls = AS_EMPTY) boolean meetsNeed, Optional<LocalizedText> remark)
      implements LinkageCommand {}

  /**
   * What was delivered was looked at.
   *
   * @param on when, not before the delivery nor in the future
   */
  @Schema(name = "FollowUpLinkage")
  record FollowUp(LocalDate on, Optional<LocalizedText> remark) implements LinkageCommand {}

  /**
   * A follow-on order shows that what was delivered serves: its confirmation is the follow-up.
   *
   * @param on the day of the confirmation; no earlier than the delivery
   */
  record FollowUpOnOrder(LocalDate on) implements LinkageCommand {}

  /** Nothing comes of it. The reason {@code other} needs a remark. */
  @Schema(name = "RejectLinkage")
  record Reject(RejectionReason reason, Optional<LocalizedText> remark) implements LinkageCommand {}

  /** The directory erased the company. */
  record RejectErased() implements LinkageCommand {}
}
