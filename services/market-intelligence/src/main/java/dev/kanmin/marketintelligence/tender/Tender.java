package dev.kanmin.marketintelligence.tender;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.marketintelligence.ocds.Release;
import java.util.List;
import java.util.Optional;

/**
 * The state of a tender.
 *
 * @param facts what everybody may see; empty before it is known
 * @param releases all that are known, in the order of their arrival
 * @param notice the World Bank's notice, or what was entered, as JSON
 * @param fieldsOverridden whether an officer decided the fields, so that no import changes them
 */
public record Tender(
    Optional<TenderFacts> facts,
    @JsonSetter(nulls = AS_EMPTY) List<Release> releases,
    Optional<String> notice,
    boolean fieldsOverridden) {

  static final Tender UNKNOWN = new Tender(Optional.empty(), List.of(), Optional.empty(), false);

  TenderFacts known() {
    return facts.orElseThrow();
  }

  /** Before it is known it is nowhere; planned stands for that. */
  TenderState state() {
    return facts.map(TenderFacts::state).orElse(TenderState.PLANNED);
  }

  boolean isOwnedBy(AgencyCode agency) {
    return facts.filter(it -> it.owner().equals(agency)).isPresent();
  }
}
