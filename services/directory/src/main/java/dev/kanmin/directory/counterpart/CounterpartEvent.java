package dev.kanmin.directory.counterpart;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.directory.office.ResponsibleOffice;
import dev.kanmin.events.wire.EventType;
import java.util.List;
import java.util.Optional;

/** All that can happen to a counterpart's record; every agency may see all of it. */
public sealed interface CounterpartEvent {

  /**
   * A full snapshot; a higher revision replaces a lower one. The first one is the record's birth.
   *
   * @param counterpartId {@code cpt_…}
   * @param revision of the profile, rising by one
   * @param responsible the agency that looks after it
   */
  @EventType("counterpart-changed")
  record CounterpartChanged(
      String counterpartId,
      long revision,
      CounterpartKind kind,
      LocalizedText names,
      CountryCode country,
      Optional<String> city,
      @JsonSetter(nulls = AS_EMPTY) List<Identifier> identifiers,
      AgencyCode responsible,
      Optional<ResponsibleOffice> office,
      boolean sample)
      implements CounterpartEvent {

    static CounterpartChanged of(
        String id, long revision, AgencyCode responsible, CounterpartProfile profile) {
      return new CounterpartChanged(
          id,
          revision,
          profile.kind(),
          profile.names(),
          profile.country(),
          profile.city(),
          profile.identifiers(),
          responsible,
          profile.office(),
          profile.sample());
    }

    CounterpartProfile profile() {
      return new CounterpartProfile(kind, names, country, city, identifiers, office, sample);
    }
  }

  /** Another office of the same agency looks after it. */
  @EventType("counterpart-handed-over")
  record CounterpartHandedOver(String counterpartId, String from, ResponsibleOffice to)
      implements CounterpartEvent {}

  /**
   * Two records were of one counterpart.
   *
   * @param counterpartId the one that ends; its id keeps leading to the other
   * @param into the one that goes on
   */
  @EventType("counterparts-merged")
  record CounterpartsMerged(String counterpartId, String into) implements CounterpartEvent {}
}
