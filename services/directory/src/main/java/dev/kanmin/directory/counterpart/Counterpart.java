package dev.kanmin.directory.counterpart;

import dev.kanmin.codes.AgencyCode;
import java.util.Optional;

/**
 * A counterpart's record as it stands.
 *
 * @param owner the agency that is responsible for it
 * @param revision of the profile, rising by one
 * @param into the record that goes on in its place, once it is merged
 */
record Counterpart(
    String id,
    CounterpartState state,
    AgencyCode owner,
    Optional<CounterpartProfile> profile,
    long revision,
    Optional<String> into) {

  /** Before the first event. */
  static final Counterpart NONE =
      new Counterpart(
          "",
          CounterpartState.ACTIVE,
          AgencyCode.of("nobody"),
          Optional.empty(),
          0,
          Optional.empty());

  boolean exists() {
    return !id.isEmpty();
  }

  boolean isOwnedBy(AgencyCode agency) {
    return owner.equals(agency);
  }

  /** The profile of one that exists. */
  CounterpartProfile known() {
    return profile.orElseThrow();
  }

  Counterpart told(CounterpartProfile newProfile, long newRevision) {
    return new Counterpart(id, state, owner, Optional.of(newProfile), newRevision, into);
  }

  Counterpart mergedInto(String other) {
    return new Counterpart(
        id, CounterpartState.MERGED, owner, profile, revision, Optional.of(other));
  }
}
