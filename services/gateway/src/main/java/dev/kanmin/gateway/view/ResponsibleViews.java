package dev.kanmin.gateway.view;

import dev.kanmin.events.wire.Card.Responsible;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.view.ViewParts.KindCount;
import dev.kanmin.gateway.view.ViewParts.ResponsibleView;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who is responsible in a cell: each agency and office once, those with most live work first. */
final class ResponsibleViews {
  private static final Comparator<ResponsibleView> MOST_WORK_FIRST =
      Comparator.comparingInt(ResponsibleViews::live)
          .reversed()
          .thenComparing(one -> one.agency().code())
          .thenComparing(one -> one.office().orElse(""));

  private final Map<Key, Work> work = new LinkedHashMap<>();

  private record Key(String agency, Optional<String> office) {
    static Key of(Responsible one) {
      return new Key(one.agency(), one.office());
    }
  }

  private static final class Work {
    private final Map<String, int[]> kinds = new TreeMap<>(CardCodes.kindOrder());
    private Map<String, String> officeName = Map.of();

    List<KindCount> counts() {
      return kinds.entrySet().stream()
          .map(kind -> new KindCount(kind.getKey(), kind.getValue()[0], kind.getValue()[1]))
          .toList();
    }
  }

  private ResponsibleViews() {}

  /** Rows come latest change first: the newest name of an office counts. */
  static List<ResponsibleView> of(List<Row> rows, Labels labels) {
    ResponsibleViews all = new ResponsibleViews();
    rows.forEach(all::add);
    return all.work.entrySet().stream()
        .map(entry -> view(entry.getKey(), entry.getValue(), labels))
        .sorted(MOST_WORK_FIRST)
        .toList();
  }

  private void add(Row row) {
    Set<Key> counted = new HashSet<>();
    for (Responsible one : row.card().responsible()) {
      Work of = work.computeIfAbsent(Key.of(one), _ -> new Work());
      of.officeName = of.officeName.isEmpty() ? one.officeName() : of.officeName;
      if (counted.add(Key.of(one))) {
        of.kinds.computeIfAbsent(row.card().kind(), _ -> new int[2])[row.ended() ? 1 : 0]++;
      }
    }
  }

  private static ResponsibleView view(Key key, Work of, Labels labels) {
    return new ResponsibleView(
        labels.agency(key.agency()), key.office(), labels.text(of.officeName), of.counts());
  }

  private static int live(ResponsibleView view) {
    return view.kinds().stream().mapToInt(KindCount::live).sum();
  }
}
