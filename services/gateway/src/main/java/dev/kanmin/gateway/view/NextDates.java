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
  private static final String STEP = "step";
  private static final String DEADLINE = "deadline";
  private static final Comparator<Due> SOONEST_FIRST =
      Comparator.comparing(Due::day)
          .thenComparing(Due::what)
          .thenComparing(due -> due.row().subject());

  private final Labels labels;
  private final LocalDate today;

  NextDates(Labels labels, LocalDate today) {
    this.labels = labels;
    this.today = today;
  }

  /** One thing that is to happen, not yet in words. */
  record Due(LocalDate day, String what, Row row) {}

  /** All of them, soonest first. */
  List<Due> of(List<Row> rows) {
    List<Due> dates = new ArrayList<>();
    for (Row row : rows) {
      switch (row) {
        case MissionRow mission -> ofMission(mission, dates);
        case ActivityRow activity -> ofActivity(activity, dates);
      }
    }
    dates.sort(SOONEST_FIRST);
    return dates;
  }

  NextDate shown(Due due) {
    Optional<Labelled> step = Optional.empty();
    Optional<Instant> at = Optional.empty();
    switch (due.row()) {
      case MissionRow mission -> {
        if (due.what().equals(DEADLINE)) {
          at = mission.deadline();
        }
      }
      case ActivityRow activity -> {
        if (due.what().equals(STEP)) {
          step = activity.nextStep().map(code -> labels.of(CodeLists.SCHEME_STEPS, code));
        }
      }
    }
    return new NextDate(
        due.day().toString(), due.what(), step, at, CellViews.subject(due.row(), labels));
  }

  private void ofMission(MissionRow row, List<Due> dates) {
    if (OVER.contains(row.state())) {
      return;
    }
    row.deadline()
        .ifPresent(at -> add(dates, row, LocalDate.ofInstant(at, CellViews.ZONE), DEADLINE));
    row.from().ifPresent(day -> add(dates, row, day, "mission-begins"));
    row.to().ifPresent(day -> add(dates, row, day, "mission-ends"));
  }

  private void ofActivity(ActivityRow row, List<Due> dates) {
    if (row.status().filter(ENDED::contains).isPresent()) {
      return;
    }
    row.nextDate().ifPresent(day -> add(dates, row, day, STEP));
    row.plannedStart().ifPresent(day -> add(dates, row, day, "planned-start"));
    row.plannedEnd().ifPresent(day -> add(dates, row, day, "planned-end"));
  }

  private void add(List<Due> dates, Row row, LocalDate day, String what) {
    if (!day.isBefore(today)) {
      dates.add(new Due(day, what, row));
    }
  }
}
