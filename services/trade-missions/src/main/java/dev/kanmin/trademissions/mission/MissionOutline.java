package dev.kanmin.trademissions.mission;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stays the same of a mission that was announced: enough to plan its meetings.
 *
 * @param countries the markets it is about
 */
public record MissionOutline(
    String id,
    AgencyCode organiser,
    @JsonSetter(nulls = AS_EMPTY) List<AgencyCode> coOrganisers,
    @JsonSetter(nulls = AS_EMPTY) List<AgencyCode> supporters,
    LocalizedText title,
    @JsonSetter(nulls = AS_EMPTY) List<CountryCode> countries,
    @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
    boolean sample) {

  /** All of the mission's agencies. */
  public Stream<AgencyCode> agencies() {
    return Stream.of(Stream.of(organiser), coOrganisers.stream(), supporters.stream())
        .flatMap(agencies -> agencies);
  }

  static MissionOutline of(String id, Mission mission) {
    MissionPlan plan = mission.plan();
    return new MissionOutline(
        id,
        mission.organiser(),
        plan.coOrganisers(),
        plan.supporters(),
        plan.title(),
        plan.markets(),
        plan.fields(),
        plan.sample());
  }
}
