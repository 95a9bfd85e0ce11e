package dev.kanmin.gateway.view;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Field;
import dev.kanmin.gateway.picture.ActivityRow;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.gateway.picture.CellSnapshot;
import dev.kanmin.gateway.picture.CellSnapshot.Placed;
import dev.kanmin.gateway.picture.CellTotals;
import dev.kanmin.gateway.picture.MissionRow;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.picture.Share;
import dev.kanmin.gateway.view.ViewParts.ActivityView;
import dev.kanmin.gateway.view.ViewParts.ChangeRef;
import dev.kanmin.gateway.view.ViewParts.Changed;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import dev.kanmin.gateway.view.ViewParts.MissionView;
import dev.kanmin.gateway.view.ViewParts.NextDate;
import dev.kanmin.gateway.view.ViewParts.NotYetFed;
import dev.kanmin.gateway.view.ViewParts.Shown;
import dev.kanmin.gateway.view.ViewParts.Subject;
import dev.kanmin.gateway.view.ViewParts.Totals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the view of one cell: a pure function of picture, language and day. */
public final class CellViews {
  /** Where "today" is decided: the officers' desk. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private static final Duration RECENT = Duration.ofDays(30);
  private static final int MOST_CHANGES = 50;
  private static final int MOST_DATES = 30;
  private static final int MOST_ROWS = 200;
  private static final Comparator<Placed> LATEST_FIRST =
      (one, other) -> Long.compare(other.row().change().position(), one.row().change().position());

  private final Labels labels;
  private final LocalDate today;
  private final NextDates nextDates;

  public CellViews(Labels labels, LocalDate today) {
    this.labels = labels;
    this.today = today;
    this.nextDates = new NextDates(labels, today);
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
    List<Placed> placed = picture.cell(key).map(CellSnapshot::placed).orElseGet(ArrayList::new);
    placed.sort(LATEST_FIRST);
    List<Row> rows = new ArrayList<>(placed.size());
    List<Placed> activities = new ArrayList<>();
    List<Placed> missions = new ArrayList<>();
    for (Placed one : placed) {
      rows.add(one.row());
      switch (one.row()) {
        case ActivityRow activity -> activities.add(one);
        case MissionRow mission -> missions.add(one);
      }
    }
    return new CellView(
        labels.country(key.country()),
        labels.field(key.field()),
        Shown.firstOf(
            recent(rows),
            MOST_CHANGES,
            row -> parts.part(Changed.class, row, "", () -> changed(row))),
        Shown.firstOf(
            nextDates.of(rows),
            MOST_DATES,
            due -> parts.part(NextDate.class, due.row(), due.what(), () -> nextDates.shown(due))),
        NotYetFed.INSTANCE,
        ResponsibleViews.of(rows, labels),
        Shown.firstOf(
            activities,
            MOST_ROWS,
            one -> parts.part(ActivityView.class, one.row(), "", () -> activity(one, key))),
        Shown.firstOf(
            missions,
            MOST_ROWS,
            one -> parts.part(MissionView.class, one.row(), "", () -> mission(one))),
        NotYetFed.INSTANCE,
        NotYetFed.INSTANCE,
        NotYetFed.INSTANCE,
        unclassified(picture, key.country()),
        totals(picture.cell(key)),
        leftOut(picture.cell(key)));
  }

  static Totals totals(Optional<CellSnapshot> cell) {
    return cell.map(
            it ->
                new Totals(
                    it.totals().missions(),
                    it.totals().activities(),
                    Labels.money(it.totals().money()),
                    Optional.of(
                        new ChangeRef(
                            Long.toString(it.version()),
                            Instant.ofEpochMilli(it.changedMillis())))))
        .orElse(new Totals(0, 0, List.of(), Optional.empty()));
  }

  static int unclassified(PictureSnapshot picture, String country) {
    return picture
        .cell(new CellKey(country, Field.UNCLASSIFIED))
        .map(CellSnapshot::totals)
        .map(totals -> totals.missions() + totals.activities())
        .orElse(0);
  }

  private static List<LeftOut> leftOut(Optional<CellSnapshot> cell) {
    int undivided = cell.map(CellSnapshot::totals).map(CellTotals::undivided).orElse(0);
    return undivided == 0 ? List.of() : List.of(new LeftOut("money-without-percentage", undivided));
  }

  private List<Row> recent(List<Row> rows) {
    long since = today.atStartOfDay(ZONE).toInstant().minus(RECENT).toEpochMilli();
    List<Row> recent = new ArrayList<>(rows.size());
    for (Row row : rows) {
      if (row.change().millis() >= since) {
        recent.add(row);
      }
    }
    return recent;
  }

  private Changed changed(Row row) {
    return new Changed(subject(row, labels), row.change().event(), changeRef(row));
  }

  static Subject subject(Row row, Labels labels) {
    return switch (row) {
      case MissionRow mission ->
          new Subject(mission.subject(), "mission", labels.text(mission.title()));
      case ActivityRow activity ->
          new Subject(activity.subject(), "activity", labels.text(activity.title()));
    };
  }

  private ActivityView activity(Placed placed, CellKey key) {
    ActivityRow row = (ActivityRow) placed.row();
    return new ActivityView(
        row.subject(),
        row.iatiIdentifier(),
        labels.text(row.title()),
        labels.agency(row.owner()),
        row.status().map(code -> labels.of(CodeLists.ACTIVITY_STATES, code)),
        row.scheme().map(code -> labels.of(CodeLists.SCHEMES, code)),
        row.step().map(code -> labels.of(CodeLists.SCHEME_STEPS, code)),
        percentages(row, key),
        Labels.money(placed.money().asMap()),
        placed.undivided(),
        changeRef(row));
  }

  private static Map<String, String> percentages(ActivityRow row, CellKey key) {
    Map<String, String> percentages = new LinkedHashMap<>();
    percentage(row.countries(), key.country())
        .ifPresent(percentage -> percentages.put("country", percentage));
    percentage(row.fields(), key.field())
        .ifPresent(percentage -> percentages.put("field", percentage));
    return percentages;
  }

  private static Optional<String> percentage(List<Share> shares, String code) {
    return shares.stream()
        .filter(share -> share.code().equals(code))
        .findFirst()
        .flatMap(Share::percentage)
        .map(Labels::plain);
  }

  private MissionView mission(Placed placed) {
    MissionRow row = (MissionRow) placed.row();
    return new MissionView(
        row.subject(),
        labels.text(row.title()),
        labels.of(CodeLists.MISSION_KINDS, row.kind()),
        labels.of(CodeLists.MISSION_STATES, row.state()),
        row.from().map(LocalDate::toString),
        row.to().map(LocalDate::toString),
        row.deadline(),
        row.applications(),
        changeRef(row));
  }

  private static ChangeRef changeRef(Row row) {
    return new ChangeRef(
        Long.toString(row.change().position()), Instant.ofEpochMilli(row.change().millis()));
  }
}
