package dev.kanmin.trademissions.meeting;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A meeting plan as it is shown. Who takes part is for the mission's agencies alone.
 *
 * @param version for If-Match; the ETag
 * @param mission whose meetings these are
 * @param setUp days, tables, interpreters and parties, as they can be set up anew
 * @param requested pairs of which at least one side asked
 * @param planned meetings
 * @param pinned of these, those that every search leaves where they are
 * @param held meetings that took place
 * @param search how far the search has got that goes on now
 * @param quality what the last search achieved, beside planning request by request
 * @param reason why it was cancelled; for the mission's agencies
 * @param actions what the reader's agency may do with it now, and why not the rest
 */
public record MeetingPlanView(
    String id,
    long version,
    MeetingPlanState state,
    String mission,
    LocalizedText title,
    AgencyCode organiser,
    List<AgencyCode> coOrganisers,
    List<AgencyCode> supporters,
    List<CountryCode> countries,
    List<Field> fields,
    Optional<MeetingSetUp> setUp,
    long requested,
    long planned,
    long pinned,
    long held,
    Optional<SearchProgress> search,
    Optional<PlanQuality> quality,
    Optional<LocalizedText> reason,
    Instant createdAt,
    Instant updatedAt,
    List<ActionView> actions) {

  static MeetingPlanView of(
      Stored<MeetingPlan> stored, Optional<SearchProgress> search, Reader reader) {
    MeetingPlan plan = stored.state();
    boolean own = plan.isRunBy(reader.agency());
    return new MeetingPlanView(
        stored.id(),
        stored.version(),
        plan.state(),
        plan.outline().id(),
        plan.outline().title(),
        plan.outline().organiser(),
        plan.outline().coOrganisers(),
        plan.outline().supporters(),
        plan.outline().countries(),
        plan.outline().fields(),
        plan.setUp().filter(it -> own),
        plan.pairs(),
        plan.meetings().size(),
        plan.meetings().stream().filter(Meeting::pinned).count(),
        plan.held(),
        search,
        plan.quality(),
        plan.reason().filter(it -> own),
        stored.createdAt(),
        stored.updatedAt(),
        ActionView.of(MeetingPlanLifeCycle.TABLE, plan, reader));
  }

  /** A meeting plan in a list. */
  @Schema(name = "MeetingPlanSummary")
  public record Summary(
      String id,
      long version,
      MeetingPlanState state,
      String mission,
      LocalizedText title,
      AgencyCode organiser,
      List<CountryCode> countries,
      List<Field> fields,
      long requested,
      long planned,
      long held) {

    static Summary of(Stored<MeetingPlan> stored) {
      MeetingPlan plan = stored.state();
      return new Summary(
          stored.id(),
          stored.version(),
          plan.state(),
          plan.outline().id(),
          plan.outline().title(),
          plan.outline().organiser(),
          plan.outline().countries(),
          plan.outline().fields(),
          plan.pairs(),
          plan.meetings().size(),
          plan.held());
    }
  }
}
