package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Cell;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.trademissions.activity.ActivityView;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mission as it is shown.
 *
 * @param version for If-Match; the ETag
 * @param resumesIn while it is postponed: the state it returns to
 * @param plan as it can be revised while it is a draft
 * @param countries the markets it is about
 * @param cells each market with each field
 * @param applications how many there are in each state
 * @param freePlaces neither taken nor offered; absent without capacity
 * @param amendments of what had been announced, the first one first
 * @param past of a mission that was entered when it was over: what is known of it
 * @param activities ODA activities of its cells, copied from oda-linkage
 * @param actions what the reader's agency may do with it now, and why not the rest
 */
public record MissionView(
    String id,
    long version,
    MissionState state,
    Optional<MissionState> resumesIn,
    AgencyCode organiser,
    MissionPlan plan,
    List<CountryCode> countries,
    List<Cell> cells,
    Optional<MissionPeriod> period,
    Optional<LocalizedText> reason,
    Optional<MissionReport> report,
    Map<ApplicationState, Long> applications,
    Optional<Integer> freePlaces,
    List<Amendment> amendments,
    Optional<PastMission> past,
    Instant createdAt,
    Instant updatedAt,
    ActivityView.OfCells activities,
    List<ActionView> actions) {

  static MissionView of(Stored<Mission> stored, ActivityView.OfCells activities, Reader reader) {
    Mission mission = stored.state();
    return new MissionView(
        stored.id(),
        stored.version(),
        mission.state(),
        mission.resumesIn(),
        mission.organiser(),
        mission.plan(),
        mission.plan().markets(),
        mission.plan().cells(),
        mission.plan().period(),
        mission.reason(),
        mission.report(),
        counts(mission),
        mission.plan().capacity().map(capacity -> mission.freePlaces()),
        mission.amendments(),
        mission.past(),
        stored.createdAt(),
        stored.updatedAt(),
        activities,
        ActionView.of(MissionLifeCycle.TABLE, mission, reader));
  }

  private static Map<ApplicationState, Long> counts(Mission mission) {
    Map<ApplicationState, Long> counts = new EnumMap<>(ApplicationState.class);
    for (ApplicationState state : ApplicationState.values()) {
      counts.put(state, mission.applicationsIn(state));
    }
    return counts;
  }

  /** A mission in a list. */
  @Schema(name = "MissionSummary")
  public record Summary(
      String id,
      long version,
      MissionState state,
      String kind,
      LocalizedText title,
      List<CountryCode> countries,
      List<Field> fields,
      Optional<MissionPeriod> period,
      AgencyCode organiser,
      List<AgencyCode> coOrganisers,
      List<AgencyCode> supporters,
      Optional<Deadline> deadline) {

    static Summary of(Stored<Mission> stored) {
      Mission mission = stored.state();
      return new Summary(
          stored.id(),
          stored.version(),
          mission.state(),
          mission.plan().kind(),
          mission.plan().title(),
          mission.plan().markets(),
          mission.plan().fields(),
          mission.plan().period(),
          mission.organiser(),
          mission.plan().coOrganisers(),
          mission.plan().supporters(),
          mission.plan().deadline());
    }
  }
}
