package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Cell;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.Stored;
import dev.kanmin.trademissions.activity.ActivityView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
 * @param activities ODA activities of its cells, copied from oda-linkage
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
    Optional<Period> period,
    Optional<LocalizedText> reason,
    Optional<Report> report,
    Map<ApplicationState, Long> applications,
    Optional<Integer> freePlaces,
    Instant createdAt,
    Instant updatedAt,
    ActivityView.OfCells activities) {

  static MissionView of(Stored<Mission> stored, ActivityView.OfCells activities) {
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
        stored.createdAt(),
        stored.updatedAt(),
        activities);
  }

  private static Map<ApplicationState, Long> counts(Mission mission) {
    Map<ApplicationState, Long> counts = new LinkedHashMap<>();
    Arrays.stream(ApplicationState.values()).forEach(state -> counts.put(state, 0L));
    mission.applications().forEach(it -> counts.merge(it.state(), 1L, Long::sum));
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
      Optional<Period> period,
      AgencyCode organiser,
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
          mission.plan().supporters(),
          mission.plan().deadline());
    }
  }
}
