package dev.kanmin.directory.counterpart;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.directory.office.ResponsibleOffice;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A counterpart as it is shown; every agency may see all of it.
 *
 * @param version for If-Match; the ETag
 * @param mergedFrom the id that was asked for, if that record was merged into this one
 * @param responsible the agency that looks after it
 * @param revision of the profile, as on the events
 * @param actions what the reader's agency may do with it now, and why not the rest
 */
public record CounterpartView(
    String id,
    long version,
    Optional<String> mergedFrom,
    CounterpartState state,
    AgencyCode responsible,
    Optional<ResponsibleOffice> office,
    long revision,
    CounterpartKind kind,
    LocalizedText names,
    CountryCode country,
    Optional<String> city,
    List<Identifier> identifiers,
    boolean sample,
    Instant createdAt,
    Instant updatedAt,
    List<ActionView> actions) {

  static CounterpartView of(
      Stored<Counterpart> stored, Optional<String> mergedFrom, Reader reader) {
    Counterpart counterpart = stored.state();
    CounterpartProfile profile = counterpart.known();
    return new CounterpartView(
        stored.id(),
        stored.version(),
        mergedFrom,
        counterpart.state(),
        counterpart.owner(),
        profile.office(),
        counterpart.revision(),
        profile.kind(),
        profile.names(),
        profile.country(),
        profile.city(),
        profile.identifiers(),
        profile.sample(),
        stored.createdAt(),
        stored.updatedAt(),
        ActionView.of(CounterpartLifeCycle.TABLE, counterpart, reader));
  }

  /** A counterpart in a list. */
  @Schema(name = "CounterpartSummary")
  public record Summary(
      String id,
      long version,
      CounterpartState state,
      CounterpartKind kind,
      LocalizedText names,
      CountryCode country,
      Optional<String> city,
      AgencyCode responsible,
      Optional<String> mergedInto) {

    static Summary of(Stored<Counterpart> stored) {
      Counterpart counterpart = stored.state();
      CounterpartProfile profile = counterpart.known();
      return new Summary(
          stored.id(),
          stored.version(),
          counterpart.state(),
          profile.kind(),
          profile.names(),
          profile.country(),
          profile.city(),
          counterpart.owner(),
          counterpart.into());
    }
  }
}
