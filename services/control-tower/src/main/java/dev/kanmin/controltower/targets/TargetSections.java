package dev.kanmin.controltower.targets;

import dev.kanmin.codes.Decimal;
import dev.kanmin.controltower.page.Decision;
import dev.kanmin.controltower.page.Wanted;
import dev.kanmin.controltower.targets.Progress.Status;
import dev.kanmin.web.Reader;
import dev.kanmin.web.overview.Overview.Cell;
import dev.kanmin.web.overview.Overview.Column;
import dev.kanmin.web.overview.Overview.Row;
import dev.kanmin.web.overview.Overview.Section;
import dev.kanmin.web.overview.Overview.Shape;
import dev.kanmin.web.overview.Overview.Tone;
import dev.kanmin.web.overview.Saying;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Targets against what was reached, for pages. */
@Component
public class TargetSections {
  private static final String STATES = "progress-states";
  private static final Set<Status> WELL =
      EnumSet.of(Status.ON_TRACK, Status.REACHED, Status.FAR_EXCEEDED);

  private final Standings standings;

  TargetSections(Standings standings) {
    this.standings = standings;
  }

  /**
   * What pages say of targets.
   *
   * @param progress each target in the year
   * @param groups the same counted by country, field and agency
   * @param trend the same counted by fiscal year
   * @param decisions what their owners have to say
   */
  public record Told(
      Section progress, List<Section> groups, Section trend, List<Decision> decisions) {}

  public Mono<Told> told(Wanted wanted, Reader reader) {
    Saying saying = new Saying(reader.language());
    return Mono.defer(() -> standings.of(wanted, reader))
        .map(all -> new Maker(all, wanted.year(reader), standings.thresholds(), saying).told());
  }

  private record Maker(
      List<Standing> all, int year, Progress.Thresholds thresholds, Saying saying) {
    Told told() {
      return new Told(
          progress(),
          List.of(
              group(
                  "countries",
                  saying.of("国・地域別", "By country or region"),
                  saying.of("国・地域", "Country or region"),
                  it -> it.known().scope().country().map(saying::country).stream()),
              group(
                  "fields",
                  saying.of("分野別", "By field"),
                  saying.of("分野", "Field"),
                  it -> it.known().scope().field().map(saying::field).stream()),
              group(
                  "agencies",
                  saying.of("機関別", "By agency"),
                  saying.of("機関（設定・寄与）", "Agency that sets or contributes"),
                  it ->
                      Stream.concat(it.owner().stream(), it.known().contributors().stream())
                          .map(saying::agency))),
          trend(),
          decisions());
    }

    private Section progress() {
      return Section.table(
              "progress",
              saying.of(
                  "目標と実績（" + saying.year(year) + "）", "Targets and results, " + saying.year(year)),
              saying.of(
                  "各目標の現在の版に対する達成状況です。見込みは実績に含みません。",
                  "Against the current version of each target. The forecast is no part of the result."),
              List.of(
                  Column.words(saying.of("成果指標", "Indicator")),
                  Column.words(saying.of("対象", "Place")),
                  Column.words(saying.of("機関", "Agency")),
                  Column.figures(saying.of("目標", "Target")),
                  Column.figures(saying.of("実績", "Result")),
                  Column.figures(saying.of("達成率", "Reached")),
                  Column.figures(saying.of("進捗ペース", "Run rate")),
                  Column.figures(saying.of("年度末見込み", "Forecast")),
                  Column.words(saying.of("状況", "Status"))),
              all.stream().flatMap(one -> one.in(year).map(it -> row(one, it)).stream()).toList())
          .noting(
              saying.of(
                  "進捗ペースは、営業日の経過に対する実績の割合です。%s 以上は順調、%s 以上は要注意、それ未満は遅れ。達成率 %s 以上は大幅超過です。*は暫定値。"
                      .formatted(
                          saying.number(thresholds.onTrack()),
                          saying.number(thresholds.atRisk()),
                          saying.percent(thresholds.farExceeded())),
                  ("The run rate is the result in proportion to the working days that have passed: on"
                          + " track from %s, at risk from %s, behind below. From %s of the target on"
                          + " it is far exceeded. * is provisional.")
                      .formatted(
                          saying.number(thresholds.onTrack()),
                          saying.number(thresholds.atRisk()),
                          saying.percent(thresholds.farExceeded()))));
    }

    private Row row(Standing one, Progress progress) {
      Target target = one.target().state();
      return Row.of(
          Cell.to(one.target().id(), name(one)),
          Cell.of(Wanted.place(target.known().scope(), saying)),
          Cell.of(saying.agency(target.owner().orElseThrow())),
          number(progress.againstCurrent().target(), " " + one.definition().unit()),
          number(progress.value(), progress.provisional() ? " *" : ""),
          number(progress.againstCurrent().achievement(), " %"),
          number(progress.runRate(), ""),
          number(progress.forecast(), ""),
          Cell.toned(tone(progress.status()), saying.code(STATES, progress.status())));
    }

    private Section group(
        String code, String heading, String column, Function<Target, Stream<String>> places) {
      Map<String, List<Status>> byPlace = new TreeMap<>();
      all.forEach(
          one ->
              one.in(year)
                  .ifPresent(
                      progress ->
                          places
                              .apply(one.target().state())
                              .forEach(
                                  place ->
                                      byPlace
                                          .computeIfAbsent(place, _ -> new ArrayList<>())
                                          .add(progress.status()))));
      return Section.table(
          code,
          heading,
          saying.of(
              saying.year(year) + "の目標の数です。一つの目標が複数の行に入ることがあります。",
              "Number of targets of "
                  + saying.year(year)
                  + ". A target can stand in several rows."),
          counted(column),
          byPlace.entrySet().stream().map(it -> counted(it.getKey(), it.getValue())).toList());
    }

    private Section trend() {
      Map<Integer, List<Status>> byYear = new TreeMap<>();
      all.forEach(
          one ->
              one.progress()
                  .forEach(
                      (fiscalYear, progress) ->
                          byYear
                              .computeIfAbsent(fiscalYear, _ -> new ArrayList<>())
                              .add(progress.status())));
      return Section.table(
              "trend",
              saying.of("年度別の推移", "Trend by fiscal year"),
              saying.of(
                  "実績のある目標のうち、達成または順調なものの割合です。単位の異なる目標の値は合算しません。",
                  "Of the targets with a figure, how many are reached or on track. Values of different units are never added up."),
              counted(saying.of("年度", "Fiscal year")),
              byYear.entrySet().stream()
                  .map(it -> counted(saying.year(it.getKey()), it.getValue()))
                  .toList())
          .drawn(Shape.COLUMNS);
    }

    private List<Column> counted(String first) {
      return Stream.concat(
              Stream.of(
                  Column.words(first),
                  Column.figures(saying.of("達成・順調", "Reached or on track")),
                  Column.figures(saying.of("目標", "Targets"))),
              Arrays.stream(Status.values())
                  .map(status -> Column.figures(saying.code(STATES, status))))
          .toList();
    }

    private Row counted(String first, List<Status> statuses) {
      long known = statuses.stream().filter(it -> it != Status.NO_FIGURE).count();
      long well = statuses.stream().filter(WELL::contains).count();
      Optional<Decimal> part =
          known == 0
              ? Optional.empty()
              : Optional.of(Decimal.of(Long.toString(Math.round(100.0 * well / known))));
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.of(first));
      cells.add(number(part, " %"));
      cells.add(Cell.of(saying.number(statuses.size())));
      for (Status status : Status.values()) {
        cells.add(Cell.of(saying.number(statuses.stream().filter(status::equals).count())));
      }
      return new Row(cells, Optional.of(part.orElse(Decimal.of("0"))), Optional.empty());
    }

    private List<Decision> decisions() {
      return all.stream().flatMap(one -> decision(one).stream()).toList();
    }

    /** The years of a target of which its owner has to say why they came out so. */
    private Optional<Decision> decision(Standing one) {
      Target target = one.target().state();
      String years =
          one.progress().values().stream()
              .filter(it -> it.causeAsked() && it.cause().isEmpty())
              .map(
                  it ->
                      "%s (%s)"
                          .formatted(
                              saying.year(it.fiscalYear()), saying.code(STATES, it.status())))
              .collect(Collectors.joining(saying.of("、", ", ")));
      return years.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Decision(
                  one.target().id(),
                  "%s (%s)".formatted(name(one), Wanted.place(target.known().scope(), saying)),
                  saying.of(years + "の要因を記す", "Say why: " + years),
                  saying.agency(target.owner().orElseThrow())));
    }

    private String name(Standing one) {
      return saying.text(one.definition().name());
    }

    private Cell number(Optional<Decimal> number, String after) {
      return number.map(it -> Cell.of(saying.number(it) + after)).orElse(Cell.NOTHING);
    }

    private static Tone tone(Status status) {
      return switch (status) {
        case NO_FIGURE -> Tone.PLAIN;
        case ON_TRACK, REACHED -> Tone.GOOD;
        case AT_RISK, FAR_EXCEEDED -> Tone.WARNING;
        case BEHIND, MISSED -> Tone.BAD;
      };
    }
  }
}
