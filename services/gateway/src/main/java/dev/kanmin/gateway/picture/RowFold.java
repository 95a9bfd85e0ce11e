package dev.kanmin.gateway.picture;

import dev.kanmin.gateway.picture.PictureEvent.ActivityChanged;
import dev.kanmin.gateway.picture.PictureEvent.ApplicationSubmitted;
import dev.kanmin.gateway.picture.PictureEvent.DeadlineExtended;
import dev.kanmin.gateway.picture.PictureEvent.MissionDrafted;
import dev.kanmin.gateway.picture.PictureEvent.MissionMoved;
import dev.kanmin.gateway.picture.PictureEvent.MissionRescheduled;
import dev.kanmin.gateway.picture.PictureEvent.MissionTouched;
import dev.kanmin.gateway.picture.Row.Change;
import java.util.List;
import java.util.Optional;

/** What an event does to the row of its subject: one pure function. */
final class RowFold {
  private static final String JAPAN = "JP";

  private RowFold() {}

  /**
   * The row after an event.
   *
   * @param before empty for the first event of the subject
   */
  static Row fold(String subject, Optional<Row> before, PictureEvent event, Change change) {
    return switch (event) {
      case MissionDrafted() -> mission(subject, before, change);
      case MissionTouched() -> mission(subject, before, change);
      case MissionAnnounced announced -> announced(subject, before, announced, change);
      case MissionMoved(var state) -> mission(subject, before, change).in(state);
      case DeadlineExtended(var deadline) ->
          mission(subject, before, change).until(Optional.of(deadline));
      case MissionRescheduled(var period, var deadline) ->
          mission(subject, before, change)
              .during(Optional.of(period.from()), Optional.of(period.to()))
              .until(deadline);
      case ApplicationSubmitted() -> mission(subject, before, change).withOneMoreApplication();
      case ActivityChanged(var activity) -> activity(subject, before, activity, change);
    };
  }

  private static MissionRow mission(String subject, Optional<Row> before, Change change) {
    return before.orElse(null) instanceof MissionRow mission
        ? mission.at(change)
        : MissionRow.draft(subject, change);
  }

  private static MissionRow announced(
      String subject, Optional<Row> before, MissionAnnounced event, Change change) {
    return new MissionRow(
        subject,
        change,
        event.state(),
        event.kind(),
        event.title(),
        markets(event),
        event.fields().stream().distinct().toList(),
        Optional.of(event.period().from()),
        Optional.of(event.period().to()),
        event.deadline(),
        event.responsible(),
        mission(subject, before, change).applications());
  }

  /** As stated, else the countries abroad of its stops. */
  private static List<String> markets(MissionAnnounced event) {
    List<String> countries =
        event.countries().isEmpty()
            ? event.stopCountries().stream().filter(c -> !c.equals(JAPAN)).toList()
            : event.countries();
    return countries.stream().distinct().toList();
  }

  private static ActivityRow activity(
      String subject, Optional<Row> before, Activity activity, Change change) {
    return before.orElse(null) instanceof ActivityRow known
        ? known.then(activity, change)
        : ActivityRow.of(subject, activity, change);
  }
}
