package dev.kanmin.directory.company;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A company's consent (同意) for one agency.
 *
 * @param until last day on which it holds, in Japan; without one until it is withdrawn
 */
public record ConsentGrant(
    AgencyCode agency,
    @JsonSetter(nulls = AS_EMPTY) List<ConsentPurpose> purposes,
    Optional<LocalDate> until) {

  boolean allows(ConsentPurpose purpose, AgencyCode who, LocalDate day) {
    return agency.equals(who)
        && purposes.contains(purpose)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }
}
