package dev.kanmin.gateway.view;

import dev.kanmin.gateway.picture.ActivityRow;
import dev.kanmin.gateway.picture.MissionRow;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.picture.Row.Responsible;
import dev.kanmin.gateway.view.ViewParts.ResponsibleView;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is responsible in a cell: each agency and office once, those with most work first. */
final class ResponsibleViews {
  private static final Comparator<ResponsibleView> MOST_WORK_FIRST =
      Comparator.comparingInt((ResponsibleView one) -> -(one.missions() + one.activities()))
          .thenComparing(one -> one.agency().code())
          .thenComparing(one -> one.office().orElse(""));

  private final Map<Key, Work> work = new LinkedHashMap<>();

  private record Key(String agency, Optional<String> office) {}

  private static final class Work {
    private Map<String, String> officeName = Map.of();
    private int missions;
    private int activities;
  }

  private ResponsibleViews() {}

  static List<ResponsibleView> of(List<Row> rows, Labels labels) {
    ResponsibleViews all = new ResponsibleViews();
    rows.forEach(all::add);
    return all.work.entrySet().stream()
        .map(entry -> all.view(entry.getKey(), entry.getValue(), labels))
        .sorted(MOST_WORK_FIRST)
        .toList();
  }

  private void add(Row row) {
    switch (row) {
      case MissionRow mission -> {
        for (Responsible one : mission.responsible()) {
          Work of = workOf(one.agency(), one.office());
          of.missions++;
          // rows come latest change first: the newest name of an office counts
          of.officeName = of.officeName.isEmpty() ? one.officeName() : of.officeName;
        }
      }
      case ActivityRow activity -> workOf(activity.owner(), Optional.empty()).activities++;
    }
  }

  private Work workOf(String agency, Optional<String> office) {
    return work.computeIfAbsent(new Key(agency, office), key -> new Work());
  }

  private ResponsibleView view(Key key, Work of, Labels labels) {
    return new ResponsibleView(
        labels.agency(key.agency()),
        key.office(),
        labels.text(of.officeName),
        of.missions,
        of.activities);
  }
}
