package dev.kanmin.gateway.view;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.gateway.picture.ActivityRow;
import dev.kanmin.gateway.picture.MissionRow;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.view.ViewParts.Labelled;
import dev.kanmin.gateway.view.ViewParts.NextDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is to happen, from today on. Of missions that will not take place, nothing. */
final class NextDates {
  private static final Set<String> OVER =
      Set.of("reported", "postponed", "cancelled", "terminated");
  private static final Set<String> ENDED = Set.of("closed", "cancelled");
  private static final Comparator<NextDate> SOONEST_FIRST =
      Comparator.comparing(NextDate::date)
          .thenComparing(NextDate::what)
          .thenComparing(date -> date.subject().id());

  private final Labels labels;
  private final LocalDate today;

  NextDates(Labels labels, LocalDate today) {
    this.labels = labels;
    this.today = today;
  }

  List<NextDate> of(List<Row> rows) {
    List<NextDate> dates = new ArrayList<>();
    for (Row row : rows) {
      switch (row) {
        case MissionRow mission -> ofMission(mission, dates);
        case ActivityRow activity -> ofActivity(activity, dates);
      }
    }
    dates.sort(SOONEST_FIRST);
    return dates;
  }

  private void ofMission(MissionRow row, List<NextDate> dates) {
    if (OVER.contains(row.state())) {
      return;
    }
    row.deadline()
        .ifPresent(
            at ->
                add(
                    dates,
                    row,
                    LocalDate.ofInstant(at, CellViews.ZONE),
                    "deadline",
                    Optional.empty(),
                    Optional.of(at)));
    row.from().ifPresent(day -> add(dates, row, day, "mission-begins"));
    row.to().ifPresent(day -> add(dates, row, day, "mission-ends"));
  }

  private void ofActivity(ActivityRow row, List<NextDate> dates) {
    if (row.status().filter(ENDED::contains).isPresent()) {
      return;
    }
    row.nextDate()
        .ifPresent(
            day ->
                add(
                    dates,
                    row,
                    day,
                    "step",
                    row.nextStep().map(step -> labels.of(CodeLists.SCHEME_STEPS, step)),
                    Optional.empty()));
    row.plannedStart().ifPresent(day -> add(dates, row, day, "planned-start"));
    row.plannedEnd().ifPresent(day -> add(dates, row, day, "planned-end"));
  }

  private void add(List<NextDate> dates, Row row, LocalDate day, String what) {
    add(dates, row, day, what, Optional.empty(), Optional.empty());
  }

  private void add(
      List<NextDate> dates,
      Row row,
      LocalDate day,
      String what,
      Optional<Labelled> step,
      Optional<Instant> at) {
    if (!day.isBefore(today)) {
      dates.add(new NextDate(day.toString(), what, step, at, CellViews.subject(row, labels)));
    }
  }
}
