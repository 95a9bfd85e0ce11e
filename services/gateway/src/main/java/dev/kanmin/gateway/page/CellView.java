package dev.kanmin.gateway.page;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Field;
import dev.kanmin.gateway.page.CellFacts.Activity;
import dev.kanmin.gateway.page.CellFacts.Amount;
import dev.kanmin.gateway.page.CellFacts.Changed;
import dev.kanmin.gateway.page.CellFacts.Gap;
import dev.kanmin.gateway.page.CellFacts.LeftOut;
import dev.kanmin.gateway.page.CellFacts.Mission;
import dev.kanmin.gateway.page.CellFacts.NextDate;
import dev.kanmin.gateway.page.CellFacts.Office;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A cell, ready to be written out in the order in which it is read. */
record CellView(
    String country,
    String field,
    List<Neighbour> neighbours,
    List<Line> changes,
    List<Line> nextDates,
    List<Line> gaps,
    List<Line> offices,
    List<MoneyGroup> totals,
    List<ActivityLine> activities,
    List<MissionLine> missions,
    String unclassified,
    String unclassifiedHref,
    List<String> leftOut) {

  /** The same country in another field. */
  record Neighbour(MatrixView.Square square, String label, boolean here) {}

  /**
   * One line of a list.
   *
   * @param machine the date as {@code datetime} in HTML; empty if none
   * @param date in words; empty if none
   * @param detail what more there is to say; empty if nothing
   * @param subject id of the record; empty if none
   */
  record Line(
      String machine, String date, String label, String text, String detail, String subject) {}

  /** Money of one kind, one line per currency, never added up. */
  record MoneyGroup(String label, List<MoneyLine> lines) {}

  record MoneyLine(String currency, String amount) {}

  record ActivityLine(
      String subject,
      String identifier,
      String title,
      String agency,
      String scheme,
      String step,
      String status,
      String share,
      List<MoneyGroup> money) {}

  record MissionLine(
      String subject,
      String title,
      String kind,
      String state,
      String from,
      String to,
      String deadline,
      String agencies,
      String applications) {}

  static CellView of(CellFacts facts, MatrixFacts matrix, Wording wording) {
    return new Builder(facts, matrix, wording).view();
  }

  private record Builder(CellFacts facts, MatrixFacts matrix, Wording wording) {
    private static final String STEP = "step:";

    CellView view() {
      return new CellView(
          wording.country(facts.cell().country()),
          wording.field(facts.cell().field()),
          MatrixView.columnCodes().stream().map(this::neighbour).toList(),
          facts.changes().stream().map(this::changed).toList(),
          facts.nextDates().stream().map(this::nextDate).toList(),
          facts.gaps().stream().map(this::gap).toList(),
          facts.offices().stream().map(this::office).toList(),
          money(facts.totals()),
          facts.activities().stream().map(this::activity).toList(),
          facts.missions().stream().map(this::mission).toList(),
          wording.number(facts.unclassified()),
          new CellId(facts.cell().country(), Field.UNCLASSIFIED).path(),
          facts.leftOut().stream().map(this::leftOut).toList());
    }

    private Neighbour neighbour(String field) {
      var cell = new CellId(facts.cell().country(), field);
      var square = SquareWords.square(cell, matrix, Measure.RECORDS, wording);
      return new Neighbour(square, wording.field(field), cell.equals(facts.cell()));
    }

    private Line changed(Changed change) {
      return new Line(
          change.at().toString(),
          wording.moment(change.at()),
          wording.sayOr("event." + change.event(), change.event()),
          wording.title(change.title(), change.subject()),
          "",
          change.subject());
    }

    private Line nextDate(NextDate next) {
      var machine =
          next.day().map(LocalDate::toString).or(() -> next.moment().map(Object::toString));
      var words = next.day().map(wording::day).or(() -> next.moment().map(wording::moment));
      return new Line(
          machine.orElse(""),
          words.orElse(""),
          dateKind(next.kind()),
          wording.title(next.title(), next.subject()),
          "",
          next.subject());
    }

    private String dateKind(String kind) {
      return kind.startsWith(STEP)
          ? wording.label(CodeLists.SCHEME_STEPS, kind.substring(STEP.length()))
          : wording.sayOr("date." + kind, kind);
    }

    private Line gap(Gap gap) {
      var title = wording.title(gap.title(), gap.subject());
      return new Line(
          "", "", wording.sayOr("gap." + gap.kind(), gap.kind()), title, "", gap.subject());
    }

    private Line office(Office office) {
      return new Line(
          "",
          "",
          wording.agency(office.agency()),
          wording.language().pick(office.name()).orElse(""),
          wording.say("cell.records", office.records()),
          "");
    }

    private List<MoneyGroup> money(List<Amount> amounts) {
      Map<String, List<MoneyLine>> byKind =
          amounts.stream()
              .collect(
                  Collectors.groupingBy(
                      Amount::kind,
                      LinkedHashMap::new,
                      Collectors.mapping(this::moneyLine, Collectors.toList())));
      return byKind.entrySet().stream()
          .map(kind -> new MoneyGroup(wording.say("money." + kind.getKey()), kind.getValue()))
          .toList();
    }

    private MoneyLine moneyLine(Amount amount) {
      return new MoneyLine(amount.currency(), wording.amount(amount.amount(), amount.currency()));
    }

    private ActivityLine activity(Activity activity) {
      return new ActivityLine(
          activity.subject(),
          activity.identifier(),
          wording.title(activity.title(), activity.subject()),
          wording.agency(activity.agency()),
          labelOrNothing(CodeLists.SCHEMES, activity.scheme()),
          labelOrNothing(CodeLists.SCHEME_STEPS, activity.step()),
          labelOrNothing(CodeLists.ACTIVITY_STATES, activity.status()),
          activity.share().map(wording::percentage).orElseGet(() -> wording.say("share.unknown")),
          money(activity.money()));
    }

    private MissionLine mission(Mission mission) {
      return new MissionLine(
          mission.subject(),
          wording.title(mission.title(), mission.subject()),
          wording.label(CodeLists.MISSION_KINDS, mission.kind()),
          wording.label(CodeLists.MISSION_STATES, mission.state()),
          mission.from().map(wording::day).orElse(""),
          mission.to().map(wording::day).orElse(""),
          mission.deadline().map(wording::moment).orElse(""),
          mission.agencies().stream()
              .map(wording::agency)
              .collect(Collectors.joining(wording.say("list.comma"))),
          wording.number(mission.applications()));
    }

    private String leftOut(LeftOut leftOut) {
      return wording.say(
          "left-out",
          wording.sayOr("left-out." + leftOut.reason(), leftOut.reason()),
          leftOut.count());
    }

    private String labelOrNothing(String list, Optional<String> code) {
      return code.map(known -> wording.label(list, known)).orElse("");
    }
  }
}
