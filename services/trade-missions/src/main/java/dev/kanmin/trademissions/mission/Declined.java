package dev.kanmin.trademissions.mission;

import dev.kanmin.events.aggregates.Checks;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * Why an application is declined: for the mission's agencies and the submitting agency alone, never
 * on an event.
 *
 * @param reason why
 * @param remark up to 500 characters; required when the reason is {@code other}
 */
@Schema(name = "Declined")
public record Declined(DeclineReason reason, Optional<String> remark) {
  static final int LONGEST_REMARK = 500;

  void check() {
    if (reason == DeclineReason.OTHER && remark.isEmpty()) {
      throw MissionRules.REMARK_NEEDED.refuse("Say in words what the reason is.", "/remark");
    }
    remark.ifPresent(it -> Checks.text(it, LONGEST_REMARK, "/remark"));
  }
}
