package dev.kanmin.directory.company;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.directory.sme.SmeAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A company's record as it stands.
 *
 * @param owner the agency that is responsible for it
 * @param profile empty once it is erased
 * @param sme as it was judged when the profile was last told
 * @param revision of the profile, rising by one
 * @param into the record that goes on in its place, once it is merged
 */
record Company(
    String id,
    CompanyState state,
    AgencyCode owner,
    Optional<CompanyProfile> profile,
    SmeAnswer sme,
    long revision,
    @JsonSetter(nulls = AS_EMPTY) List<ConsentGrant> consent,
    Optional<String> into) {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  /** Before the first event. */
  static final Company NONE =
      new Company(
          "",
          CompanyState.ACTIVE,
          AgencyCode.of("nobody"),
          Optional.empty(),
          SmeAnswer.CANNOT_BE_JUDGED,
          0,
          List.of(),
          Optional.empty());

  boolean exists() {
    return !id.isEmpty();
  }

  @JsonIgnore
  boolean isErased() {
    return state == CompanyState.ERASED;
  }

  boolean isOwnedBy(AgencyCode agency) {
    return owner.equals(agency);
  }

  /** The responsible agency may see all of it, others what the company lets them. */
  boolean allows(ConsentPurpose purpose, AgencyCode agency, Instant at) {
    LocalDate day = day(at);
    return isOwnedBy(agency) || consent.stream().anyMatch(it -> it.allows(purpose, agency, day));
  }

  /** The profile of a record that is not erased. */
  CompanyProfile known() {
    return profile.orElseThrow();
  }

  Company told(CompanyProfile newProfile, SmeAnswer newSme, long newRevision) {
    return new Company(
        id, state, owner, Optional.of(newProfile), newSme, newRevision, consent, into);
  }

  Company consenting(List<ConsentGrant> grants) {
    return new Company(id, state, owner, profile, sme, revision, grants, into);
  }

  Company mergedInto(String other) {
    return new Company(
        id, CompanyState.MERGED, owner, profile, sme, revision, List.of(), Optional.of(other));
  }

  /** Nothing of it is left but that it was, and what it was merged into. */
  Company erased() {
    return new Company(
        id,
        CompanyState.ERASED,
        owner,
        Optional.empty(),
        SmeAnswer.CANNOT_BE_JUDGED,
        revision,
        List.of(),
        into);
  }

  /** Days of consents and limits are days in Japan. */
  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, JAPAN);
  }
}
