package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.AgencyCode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/**
 * The case was shown to another agency, or the company to a mission.
 *
 * @param reason for the agencies that advise alone
 * @param declined why it was declined; the same
 */
record Referral(
    String id,
    Target to,
    ReferralState state,
    Instant madeAt,
    Optional<String> reason,
    Optional<String> declined) {

  /**
   * To whom; one of the two is there.
   *
   * @param agency agency code
   * @param missionId id of a mission, {@code msn_…}
   */
  @Schema(name = "ReferralTarget")
  public record Target(Optional<AgencyCode> agency, Optional<String> missionId) {}

  Referral in(ReferralState newState, Optional<String> why) {
    return new Referral(id, to, newState, madeAt, reason, why);
  }

  boolean isTo(AgencyCode agency) {
    return to.agency().equals(Optional.of(agency));
  }
}
