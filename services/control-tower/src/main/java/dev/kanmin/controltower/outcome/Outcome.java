package dev.kanmin.controltower.outcome;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.Decimal;
import dev.kanmin.controltower.agency.TowerAgencies;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The state of an outcome.
 *
 * @param owner the agency that claimed it
 * @param shares what part of it each agency is credited with; empty until agreed
 * @param similar outcomes that may be the same one, and whether somebody said that they are not
 * @param mergedInto the record that counts instead
 */
record Outcome(
    String id,
    OutcomeState state,
    Optional<AgencyCode> owner,
    Optional<Claim> claim,
    @JsonSetter(nulls = AS_EMPTY) List<Share> shares,
    Optional<Confirming> confirming,
    @JsonSetter(nulls = AS_EMPTY) List<Similar> similar,
    Optional<String> mergedInto) {

  static final Outcome NONE =
      new Outcome(
          "",
          OutcomeState.CLAIMED,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty());

  /** The kind that never counts as reached, even when the company confirms that it expects it. */
  static final String EXPECTED_CONTRACT = "expected-contract";

  /**
   * An agency's part.
   *
   * @param percentage above 0; all together make 100
   */
  @Schema(name = "OutcomeShare")
  record Share(AgencyCode agency, Decimal percentage) {}

  /** An outcome that may be the same one. */
  @Schema(name = "SimilarOutcome")
  record Similar(String outcomeId, boolean declined) {}

  /** In which of the three columns of the headline figures an outcome counts. */
  enum Column implements Coded {
    CONFIRMED,
    EXPECTED,
    CLAIMED;

    /** The figure kind of its sums. */
    String figure() {
      return "outcome-" + code();
    }
  }

  Claim known() {
    return claim.orElseThrow();
  }

  Confirming confirmation() {
    return confirming.orElseThrow();
  }

  boolean isOwnedBy(AgencyCode agency) {
    return owner.equals(Optional.of(agency));
  }

  boolean involves(AgencyCode agency) {
    return claim.filter(it -> it.involved().contains(agency)).isPresent();
  }

  /** Whether an agency may see what is for the agencies of the outcome alone. */
  boolean isOf(AgencyCode agency) {
    return isOwnedBy(agency) || involves(agency) || TowerAgencies.has(agency);
  }

  Set<AgencyCode> agencies() {
    Set<AgencyCode> all = new LinkedHashSet<>();
    owner.ifPresent(all::add);
    claim.ifPresent(it -> all.addAll(it.involved()));
    return all;
  }

  /** Where it counts; what is disputed, expired or merged counts nowhere. */
  Optional<Column> column() {
    boolean expected = known().kind().equals(EXPECTED_CONTRACT);
    return switch (state) {
      case CLAIMED -> Optional.of(expected ? Column.EXPECTED : Column.CLAIMED);
      case CONFIRMED -> Optional.of(expected ? Column.EXPECTED : Column.CONFIRMED);
      case DISPUTED, EXPIRED, MERGED -> Optional.empty();
    };
  }

  Outcome in(OutcomeState newState) {
    return new Outcome(id, newState, owner, claim, shares, confirming, similar, mergedInto);
  }

  /** Shares are agreed anew when other agencies are involved. */
  Outcome saying(Claim newClaim) {
    boolean sameAgencies = newClaim.involved().equals(known().involved());
    return new Outcome(
        id,
        state,
        owner,
        Optional.of(newClaim),
        sameAgencies ? shares : List.of(),
        confirming,
        similar,
        mergedInto);
  }

  Outcome shared(List<Share> newShares) {
    return new Outcome(id, state, owner, claim, newShares, confirming, similar, mergedInto);
  }

  Outcome with(Confirming newConfirming) {
    return new Outcome(
        id, state, owner, claim, shares, Optional.of(newConfirming), similar, mergedInto);
  }

  Outcome similarTo(String other, boolean declined) {
    List<Similar> all =
        Stream.concat(
                similar.stream().filter(it -> !it.outcomeId().equals(other)),
                Stream.of(new Similar(other, declined)))
            .toList();
    return new Outcome(id, state, owner, claim, shares, confirming, all, mergedInto);
  }

  Outcome mergedInto(String other) {
    return new Outcome(
        id, OutcomeState.MERGED, owner, claim, shares, confirming, similar, Optional.of(other));
  }
}
