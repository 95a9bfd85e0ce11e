package dev.kanmin.controltower.roadmap;

import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.controltower.page.Decision;
import dev.kanmin.controltower.page.Wanted;
import dev.kanmin.controltower.roadmap.RoadmapAction.ChangeState;
import dev.kanmin.controltower.roadmap.RoadmapAction.DateChange;
import dev.kanmin.controltower.roadmap.RoadmapAction.Update;
import dev.kanmin.controltower.roadmap.RoadmapAction.UpdateState;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.Reader;
import dev.kanmin.web.overview.Overview.Cell;
import dev.kanmin.web.overview.Overview.Column;
import dev.kanmin.web.overview.Overview.Mark;
import dev.kanmin.web.overview.Overview.Row;
import dev.kanmin.web.overview.Overview.Section;
import dev.kanmin.web.overview.Overview.Shape;
import dev.kanmin.web.overview.Overview.Span;
import dev.kanmin.web.overview.Overview.Tone;
import dev.kanmin.web.overview.Saying;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The roadmap, for pages. */
@Component
public class RoadmapSections {
  private static final String STATES = "roadmap-action-states";
  private static final int MONTHS = 6;

  private static final Comparator<Stored<RoadmapAction>> ORDER =
      Comparator.<Stored<RoadmapAction>, String>comparing(it -> it.state().known().measure())
          .thenComparing(it -> it.state().due().orElse(LocalDate.MAX))
          .thenComparing(Stored::id);

  private final Aggregates<RoadmapCommand, RoadmapEvent, RoadmapAction> actions;
  private final RoadmapQueries queries;

  RoadmapSections(
      Aggregates<RoadmapCommand, RoadmapEvent, RoadmapAction> actions, RoadmapQueries queries) {
    this.actions = actions;
    this.queries = queries;
  }

  /** New dates that wait for an answer. */
  public Flux<Decision> decisions(Wanted wanted, Reader reader) {
    Saying saying = new Saying(reader.language());
    return found(wanted)
        .concatMapIterable(
            stored ->
                stored.state().changes().stream()
                    .filter(it -> it.state() == ChangeState.REQUESTED)
                    .map(change -> decision(stored, change, saying))
                    .toList());
  }

  private static Decision decision(Stored<RoadmapAction> stored, DateChange change, Saying saying) {
    String from = change.from().map(saying::day).orElse(saying.of("期日なし", "no date"));
    return new Decision(
        stored.id(),
        saying.text(stored.state().known().title()),
        saying.of(
            "新しい期日を承認するか決める（%s → %s）".formatted(from, saying.day(change.to())),
            "Approve or reject a new date (%s → %s)".formatted(from, saying.day(change.to()))),
        Decision.tower(saying));
  }

  /** All actions over time; delays, and whom they reach; what was said month by month. */
  public Mono<List<Section>> sections(Wanted wanted, Reader reader) {
    return found(wanted)
        .filter(it -> it.state().state() != RoadmapState.ARCHIVED)
        .collectSortedList(ORDER)
        .flatMap(
            all -> {
              Maker maker =
                  new Maker(
                      all,
                      all.stream()
                          .collect(Collectors.toMap(Stored::id, Stored::state, (one, _) -> one)),
                      FiscalYears.day(reader.at()),
                      new Saying(reader.language()));
              return Flux.fromIterable(all)
                  .filter(it -> maker.isLate(it.state()))
                  .concatMap(
                      it ->
                          queries
                              .waitingFor(it.id())
                              .collectList()
                              .map(reached -> maker.late(it, reached)))
                  .concatMapIterable(rows -> rows)
                  .collectList()
                  .map(late -> List.of(maker.plan(), maker.delays(late), maker.months()));
            });
  }

  private Flux<Stored<RoadmapAction>> found(Wanted wanted) {
    return Flux.from(
            actions
                .collection()
                .find(
                    new RoadmapQueries.RoadmapFilter(
                            wanted.country(), wanted.field(), Optional.empty(), wanted.agency())
                        .toBson())
                .limit(Wanted.MOST))
        .map(actions::read);
  }

  private record Maker(
      List<Stored<RoadmapAction>> all,
      Map<String, RoadmapAction> byId,
      LocalDate today,
      Saying saying) {
    Section plan() {
      Map<String, String> titles = new HashMap<>();
      byId.forEach((id, action) -> titles.put(id, title(action)));
      return Section.table(
              "plan",
              saying.of("工程表", "Roadmap"),
              saying.of(
                  "帯は、先行する取組の期日（なければ最初の記録）から期日までです。破線は遅れの見込み、丸は中間目標です。",
                  "A bar reaches from the end of what the action waits for, else from its first record, to"
                      + " its date. Dashes are what it may be late, circles milestones."),
              List.of(
                  Column.words(saying.of("取組", "Action")),
                  Column.words(saying.of("施策", "Measure")),
                  Column.words(saying.of("機関", "Agency")),
                  Column.words(saying.of("期日", "Due")),
                  Column.words(saying.of("先行する取組", "Waits for")),
                  Column.words(saying.of("状況", "State")),
                  Column.words(saying.of("最新の報告", "Latest update"))),
              all.stream().map(it -> row(it, titles)).toList())
          .drawn(Shape.TIMELINE);
    }

    private Row row(Stored<RoadmapAction> stored, Map<String, String> titles) {
      RoadmapAction action = stored.state();
      RoadmapAction.Plan plan = action.known();
      return Row.of(
              Cell.to(stored.id(), title(action)),
              Cell.of(plan.measure()),
              Cell.of(saying.agency(action.owner().orElseThrow())),
              Cell.of(due(action)),
              Cell.of(
                  plan.dependsOn().stream()
                      .flatMap(id -> Stream.ofNullable(titles.get(id)))
                      .collect(Collectors.joining(saying.of("、", ", ")))),
              Cell.toned(tone(action.state()), state(action)),
              Cell.of(latest(action).map(this::update).orElse("")))
          .during(
              new Span(
                  stored.id(),
                  from(stored),
                  action.due(),
                  action.due().map(_ -> end(action)).filter(end -> isAfterDue(action, end)),
                  plan.milestones().stream()
                      .map(
                          it ->
                              new Mark(
                                  it.due(), saying.text(it.name()), isReached(action, it.code())))
                      .toList(),
                  plan.dependsOn(),
                  state(action),
                  tone(action.state())));
    }

    private Optional<LocalDate> from(Stored<RoadmapAction> stored) {
      RoadmapAction action = stored.state();
      LocalDate first =
          Stream.concat(
                  Stream.of(FiscalYears.day(stored.createdAt())),
                  action.updates().stream().map(it -> YearMonth.parse(it.month()).atDay(1)))
              .min(LocalDate::compareTo)
              .orElseThrow();
      return action.known().dependsOn().stream()
          .flatMap(id -> Stream.ofNullable(byId.get(id)))
          .flatMap(it -> it.due().stream())
          .max(LocalDate::compareTo)
          .or(() -> Optional.of(first))
          .filter(it -> action.due().filter(it::isAfter).isEmpty());
    }

    private String due(RoadmapAction action) {
      String due = action.due().map(saying::day).orElse(saying.of("期日なし", "No end"));
      return action.changes().stream()
          .filter(it -> it.state() != ChangeState.REJECTED)
          .reduce((_, later) -> later)
          .map(
              it ->
                  it.state() == ChangeState.REQUESTED
                      ? saying.of(
                          due + "（" + saying.day(it.to()) + "への変更を申請中）",
                          due + " (" + saying.day(it.to()) + " is asked for)")
                      : it.from()
                          .map(
                              from ->
                                  saying.of(
                                      due + "（当初 " + saying.day(from) + "）",
                                      due + " (was " + saying.day(from) + ")"))
                          .orElse(due))
          .orElse(due);
    }

    private String update(Update update) {
      String month = saying.month(YearMonth.parse(update.month())) + saying.of("：", ": ");
      return month
          + Stream.concat(Stream.of(update.progress()), update.reason().stream())
              .collect(Collectors.joining(saying.of(" 理由：", " Why: ")));
    }

    private static Optional<Update> latest(RoadmapAction action) {
      return submitted(action).reduce((_, later) -> later);
    }

    /** What is not submitted is its agency's own. */
    private static Stream<Update> submitted(RoadmapAction action) {
      return action.updates().stream().filter(it -> it.state() == UpdateState.SUBMITTED);
    }

    private static boolean isReached(RoadmapAction action, String milestone) {
      return submitted(action).anyMatch(it -> it.reached().contains(milestone));
    }

    /** Its day was moved, is asked to be, or has passed; or its agency says so. */
    boolean isLate(RoadmapAction action) {
      return action.state() != RoadmapState.DONE
          && (action.state() == RoadmapState.DELAYED
              || action.changes().stream().anyMatch(it -> it.state() != ChangeState.REJECTED)
              || isAfterDue(action, end(action)));
    }

    /** When it will be finished, by what is known: not before a date that is asked for. */
    private LocalDate end(RoadmapAction action) {
      return Stream.concat(
              action.changes().stream()
                  .filter(it -> it.state() == ChangeState.REQUESTED)
                  .map(DateChange::to),
              Stream.concat(
                  action.due().stream(),
                  Stream.of(today).filter(_ -> action.state() != RoadmapState.DONE)))
          .max(LocalDate::compareTo)
          .orElse(today);
    }

    private static boolean isAfterDue(RoadmapAction action, LocalDate end) {
      return action.due().filter(end::isAfter).isPresent();
    }

    Section delays(List<Row> rows) {
      return Section.table(
          "delays",
          saying.of("遅れと波及先", "Delays, and whom they reach"),
          saying.of(
              "期日の変更・超過のある取組と、それを待つ取組です。日数は、待つ側の期日を超える日数です。",
              "Actions whose date moved or has passed, and those that wait for them. Days are those beyond"
                  + " the date of the one that waits."),
          List.of(
              Column.words(saying.of("遅れている取組", "Late")),
              Column.words(saying.of("終了見込み", "Expected end")),
              Column.words(saying.of("波及先", "Reaches")),
              Column.words(saying.of("波及先の機関", "Its agency")),
              Column.words(saying.of("波及先の期日", "Its date")),
              Column.figures(saying.of("超過日数", "Days beyond"))),
          rows);
    }

    List<Row> late(Stored<RoadmapAction> one, List<Stored<RoadmapAction>> waiting) {
      Cell name = Cell.to(one.id(), title(one.state()));
      Cell end = Cell.of(saying.day(end(one.state())));
      return waiting.isEmpty()
          ? List.of(
              Row.of(
                  name,
                  end,
                  Cell.of(saying.of("なし", "None")),
                  Cell.NOTHING,
                  Cell.NOTHING,
                  Cell.NOTHING))
          : waiting.stream()
              .sorted(Comparator.comparing(other -> other.state().due().orElse(LocalDate.MAX)))
              .map(other -> late(name, end, end(one.state()), other))
              .toList();
    }

    private Row late(Cell name, Cell end, LocalDate theirEnd, Stored<RoadmapAction> other) {
      RoadmapAction action = other.state();
      return Row.of(
          name,
          end,
          Cell.to(other.id(), title(action)),
          Cell.of(saying.agency(action.owner().orElseThrow())),
          Cell.of(action.due().map(saying::day).orElse("")),
          Cell.of(
              action
                  .due()
                  .map(due -> saying.number(Math.max(0, ChronoUnit.DAYS.between(due, theirEnd))))
                  .orElse("")));
    }

    Section months() {
      List<YearMonth> months =
          IntStream.range(0, MONTHS)
              .mapToObj(it -> YearMonth.from(today).minusMonths(MONTHS - 1L - it))
              .toList();
      return Section.table(
          "months",
          saying.of("月次報告", "Monthly updates"),
          saying.of(
              "提出された報告の状況です。空欄は未提出です。",
              "What submitted updates say. Where nothing stands, none is submitted."),
          Stream.concat(
                  Stream.of(Column.words(saying.of("取組", "Action"))),
                  months.stream().map(it -> Column.words(saying.month(it))))
              .toList(),
          all.stream()
              .map(
                  it ->
                      new Row(
                          Stream.concat(
                                  Stream.of(Cell.to(it.id(), title(it.state()))),
                                  months.stream().map(month -> said(it.state(), month)))
                              .toList(),
                          Optional.empty(),
                          Optional.empty()))
              .toList());
    }

    private Cell said(RoadmapAction action, YearMonth month) {
      return submitted(action)
          .filter(it -> it.month().equals(month.toString()))
          .findFirst()
          .map(it -> Cell.toned(tone(it.status()), saying.code(STATES, it.status())))
          .orElse(Cell.NOTHING);
    }

    private String state(RoadmapAction action) {
      return saying.code(STATES, action.state());
    }

    private String title(RoadmapAction action) {
      return saying.text(action.known().title());
    }

    private static Tone tone(RoadmapState state) {
      return switch (state) {
        case ON_TRACK, DONE -> Tone.GOOD;
        case AT_RISK -> Tone.WARNING;
        case DELAYED -> Tone.BAD;
        case PLANNED, ONGOING, ARCHIVED -> Tone.PLAIN;
      };
    }
  }
}
