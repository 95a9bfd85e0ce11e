package dev.kanmin.gateway.view;

import dev.kanmin.codes.Field;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.gateway.picture.CellSnapshot;
import dev.kanmin.gateway.picture.CellSnapshot.Placed;
import dev.kanmin.gateway.picture.CellTotals;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.rule.ToDos;
import dev.kanmin.gateway.rule.ToDos.ToDo;
import dev.kanmin.gateway.view.ViewParts.Changed;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import dev.kanmin.gateway.view.ViewParts.NextDate;
import dev.kanmin.gateway.view.ViewParts.Section;
import dev.kanmin.gateway.view.ViewParts.Shown;
import dev.kanmin.gateway.view.ViewParts.ToDoView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds the view of one cell: a pure function of picture, language and day. */
public final class CellViews {
  /** Where "today" is decided. */
  public static final ZoneId ZONE = ToDos.ZONE;

  private static final Duration RECENT = Duration.ofDays(30);
  private static final int MOST_CHANGES = 50;
  private static final int MOST_GAPS = 50;
  private static final int MOST_ROWS = 200;
  private final Labels labels;
  private final LocalDate today;
  private final ToDos toDos;
  private final CardViews cards;
  private final NextDates nextDates;

  public CellViews(Labels labels, LocalDate today, ToDos toDos) {
    this.labels = labels;
    this.today = today;
    this.toDos = toDos;
    this.cards = new CardViews(labels, today);
    this.nextDates = new NextDates(cards, today);
  }

  /** From when on a change is recent on that day. */
  public static Instant recentSince(LocalDate today) {
    return today.atStartOfDay(ZONE).toInstant().minus(RECENT);
  }

  public CellView view(PictureSnapshot picture, CellKey key) {
    return view(picture, key, KeptParts.none());
  }

  /**
   * The same, with what is ready of it.
   *
   * @param parts of this cell in this language
   */
  CellView view(PictureSnapshot picture, CellKey key, KeptParts parts) {
    Optional<CellSnapshot> cell = picture.cell(key);
    List<Placed> latestFirst = cell.map(CellSnapshot::placed).orElseGet(ArrayList::new);
    List<Placed> placed = new ArrayList<>(latestFirst.size());
    latestFirst.stream().filter(it -> !it.row().ended()).forEach(placed::add);
    latestFirst.stream().filter(it -> it.row().ended()).forEach(placed::add);
    List<Row> rows = placed.stream().map(Placed::row).toList();
    return new CellView(
        labels.country(key.country()),
        labels.field(key.field()),
        Shown.firstOf(
            recent(latestFirst),
            MOST_CHANGES,
            row -> parts.part(Changed.class, row, "", () -> changed(row))),
        nextDates.shown(
            rows,
            due -> parts.part(NextDate.class, due.row(), due.name(), () -> nextDates.view(due))),
        Shown.firstOf(
            gaps(rows),
            MOST_GAPS,
            gap -> parts.part(ToDoView.class, gap.row(), gap.rule().code(), () -> cards.toDo(gap))),
        ResponsibleViews.of(rows, labels),
        sections(placed, key, parts),
        Labels.totals(cell.map(CellSnapshot::totals)),
        unclassified(picture, key.country()),
        leftOut(cell));
  }

  private List<Section> sections(List<Placed> placed, CellKey key, KeptParts parts) {
    Map<String, List<Placed>> byKind = new TreeMap<>(CardCodes.kindOrder());
    for (Placed one : placed) {
      byKind.computeIfAbsent(one.row().card().kind(), _ -> new ArrayList<>()).add(one);
    }
    List<Section> sections = new ArrayList<>(byKind.size());
    byKind.forEach(
        (kind, ofKind) -> {
          Shown<CardView> shown =
              Shown.firstOf(
                  ofKind,
                  MOST_ROWS,
                  one -> parts.part(CardView.class, one.row(), "", () -> cards.inCell(one, key)));
          sections.add(
              new Section(
                  kind, labels.of(CardCodes.KINDS, kind).label(), shown.items(), shown.leftOut()));
        });
    return sections;
  }

  private List<Row> recent(List<Placed> latestFirst) {
    Instant since = recentSince(today);
    return latestFirst.stream()
        .map(Placed::row)
        .takeWhile(row -> !row.last().at().isBefore(since))
        .toList();
  }

  private Changed changed(Row row) {
    return new Changed(
        cards.subject(row),
        row.last().event(),
        CardViews.change(row),
        labels.agency(row.last().by()),
        row.last().from().map(state -> cards.state(row.card().kind(), state)));
  }

  private List<ToDo> gaps(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> toDos.gaps(row, today).stream())
        .sorted(Comparator.comparing(ToDo::due).thenComparing(toDo -> toDo.row().subject()))
        .toList();
  }

  static int unclassified(PictureSnapshot picture, String country) {
    return picture
        .cell(new CellKey(country, Field.UNCLASSIFIED))
        .map(CellSnapshot::totals)
        .map(totals -> totals.live() + totals.ended())
        .orElse(0);
  }

  static List<LeftOut> leftOut(Optional<CellSnapshot> cell) {
    int undivided = cell.map(CellSnapshot::totals).map(CellTotals::undivided).orElse(0);
    return undivided == 0 ? List.of() : List.of(new LeftOut("money-without-percentage", undivided));
  }
}
