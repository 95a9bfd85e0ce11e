package dev.kanmin.odalinkage.need;

import dev.kanmin.codes.LocalizedText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** All that can be asked of a need. When and by whom stands in {@link NeedLifeCycle}. */
public sealed interface NeedCommand {

  record Register(NeedPlan plan) implements NeedCommand {}

  record Revise(NeedPlan plan) implements NeedCommand {}

  /**
   * The counterpart was asked and has the need.
   *
   * @param remark how it was made sure of, at most 1,000 characters
   */
  @Schema(name = "VerifyNeed")
  record Verify(Optional<LocalizedText> remark) implements NeedCommand {}

  /**
   * A linkage to it was agreed.
   *
   * @param linkage its id
   */
  record Match(String linkage) implements NeedCommand {}

  /** An agreed linkage to it fell through. */
  record Unmatch(String linkage) implements NeedCommand {}

  /** The owner says that it is met. */
  record Meet() implements NeedCommand {}

  /** A linkage was delivered, and with that the need is met. */
  record MeetByLinkage(String linkage) implements NeedCommand {}

  /** It will not be met through here. The reason {@code other} needs a remark. */
  @Schema(name = "LapseNeed")
  record Lapse(LapseReason reason, Optional<LocalizedText> remark) implements NeedCommand {}

  /** A lapsed need is looked after again. */
  record Reopen() implements NeedCommand {}
}
