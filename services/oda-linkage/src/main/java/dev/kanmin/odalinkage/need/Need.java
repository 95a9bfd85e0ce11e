package dev.kanmin.odalinkage.need;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A need as it stands.
 *
 * @param owner the agency that registered it and answers for it; empty before the first event, as
 *     is the plan
 * @param verified whether it has ever been; to there it returns when a match falls away
 * @param matchedBy ids of the agreed linkages to it
 * @param lapsed why it lapsed, while it is lapsed
 */
public record Need(
    Optional<AgencyCode> owner,
    Optional<NeedPlan> plan,
    NeedState state,
    boolean verified,
    @JsonSetter(nulls = AS_EMPTY) List<String> matchedBy,
    Optional<Lapse> lapsed) {

  /**
   * Why a need lapsed.
   *
   * @param remark in the officer's words
   */
  @Schema(name = "NeedLapse")
  public record Lapse(LapseReason reason, Optional<LocalizedText> remark) {}

  /** Before the first event. */
  static final Need NONE =
      new Need(
          Optional.empty(),
          Optional.empty(),
          NeedState.REGISTERED,
          false,
          List.of(),
          Optional.empty());

  boolean exists() {
    return plan.isPresent();
  }

  /** The plan of a need that is there. */
  public NeedPlan known() {
    return plan.orElseThrow();
  }

  boolean isOwnedBy(AgencyCode agency) {
    return owner.equals(Optional.of(agency));
  }

  /** Where it stands without any agreed linkage. */
  NeedState unmatched() {
    return verified ? NeedState.VERIFIED : NeedState.REGISTERED;
  }

  Need planned(NeedPlan newPlan) {
    return new Need(owner, Optional.of(newPlan), state, verified, matchedBy, lapsed);
  }

  Need in(NeedState newState) {
    return new Need(
        owner,
        plan,
        newState,
        verified || newState == NeedState.VERIFIED,
        matchedBy,
        Optional.empty());
  }

  Need lapsedFor(Lapse lapse) {
    return new Need(owner, plan, NeedState.LAPSED, verified, matchedBy, Optional.of(lapse));
  }

  Need with(String linkage) {
    return matched(Stream.concat(matchedBy.stream(), Stream.of(linkage)).distinct().toList());
  }

  Need without(String linkage) {
    return matched(matchedBy.stream().filter(it -> !it.equals(linkage)).toList());
  }

  private Need matched(List<String> linkages) {
    return new Need(owner, plan, state, verified, linkages, lapsed);
  }
}
