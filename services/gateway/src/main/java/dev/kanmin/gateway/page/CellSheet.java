package dev.kanmin.gateway.page;

import dev.kanmin.codes.Field;
import dev.kanmin.gateway.view.CellView;
import dev.kanmin.gateway.view.ViewParts.ActivityView;
import dev.kanmin.gateway.view.ViewParts.Changed;
import dev.kanmin.gateway.view.ViewParts.Labelled;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import dev.kanmin.gateway.view.ViewParts.MissionView;
import dev.kanmin.gateway.view.ViewParts.NextDate;
import dev.kanmin.gateway.view.ViewParts.ResponsibleView;
import dev.kanmin.gateway.view.ViewParts.Subject;
import dev.kanmin.gateway.view.ViewParts.Sum;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A cell, ready to be written out in the order in which it is read. */
record CellSheet(
    String country,
    String field,
    List<Neighbour> neighbours,
    List<Line> changes,
    List<Line> nextDates,
    List<Line> offices,
    List<MoneyGroup> totals,
    List<ActivityLine> activities,
    List<MissionLine> missions,
    String unclassified,
    String unclassifiedHref,
    List<String> leftOut) {

  /** The same country in another field. */
  record Neighbour(HeatMap.Square square, String label, boolean here) {}

  /**
   * One line of a list.
   *
   * @param machine the date as {@code datetime} in HTML; empty if none
   * @param date in words; empty if none
   * @param detail what more there is to say; empty if nothing
   */
  record Line(String machine, String date, String label, String text, String detail) {}

  /** Money of one kind, one line per currency, never added up. */
  record MoneyGroup(String label, List<MoneyLine> lines) {}

  record MoneyLine(String currency, String amount) {}

  record ActivityLine(
      String identifier,
      String title,
      String agency,
      String scheme,
      String step,
      String status,
      List<String> shares,
      List<MoneyGroup> money) {}

  record MissionLine(
      String title,
      String kind,
      String state,
      String from,
      String to,
      String deadline,
      String applications) {}

  static CellSheet of(
      CellId cell, CellView view, List<LeftOut> elsewhere, MatrixFacts matrix, Wording wording) {
    return new Builder(cell, view, elsewhere, matrix, wording).sheet();
  }

  private record Builder(
      CellId cell, CellView view, List<LeftOut> elsewhere, MatrixFacts matrix, Wording wording) {

    CellSheet sheet() {
      return new CellSheet(
          view.country().label(),
          view.field().label(),
          HeatMap.columnCodes().stream().map(this::neighbour).toList(),
          view.changed().items().stream().map(this::changed).toList(),
          view.nextDates().items().stream().map(this::nextDate).toList(),
          view.responsible().stream().map(this::office).toList(),
          money(view.totals().money()),
          view.activities().items().stream().map(this::activity).toList(),
          view.missions().items().stream().map(this::mission).toList(),
          wording.number(view.unclassified()),
          new CellId(cell.country(), Field.UNCLASSIFIED).path(),
          leftOut());
    }

    private Neighbour neighbour(String field) {
      var other = new CellId(cell.country(), field);
      var square = SquareWords.square(other, matrix, Measure.RECORDS, wording);
      return new Neighbour(square, wording.field(field), other.equals(cell));
    }

    private Line changed(Changed changed) {
      var at = changed.change().at();
      return new Line(
          at.toString(),
          wording.moment(at),
          wording.sayOr("event." + changed.event(), changed.event()),
          title(changed.subject()),
          "");
    }

    private Line nextDate(NextDate next) {
      var words =
          next.at().map(wording::moment).orElseGet(() -> wording.day(LocalDate.parse(next.date())));
      var label =
          next.step().map(Labelled::label).orElseGet(() -> wording.say("date." + next.what()));
      return new Line(
          next.at().map(Object::toString).orElse(next.date()),
          words,
          label,
          title(next.subject()),
          "");
    }

    private Line office(ResponsibleView office) {
      return new Line(
          "",
          "",
          office.agency().label(),
          office.officeName().or(office::office).orElse(""),
          wording.say("square.records", office.activities(), office.missions()));
    }

    private List<MoneyGroup> money(List<Sum> sums) {
      Map<String, List<MoneyLine>> byKind =
          sums.stream()
              .collect(
                  Collectors.groupingBy(
                      Sum::kind,
                      LinkedHashMap::new,
                      Collectors.mapping(this::moneyLine, Collectors.toList())));
      return byKind.entrySet().stream()
          .map(kind -> new MoneyGroup(wording.say("money." + kind.getKey()), kind.getValue()))
          .toList();
    }

    private MoneyLine moneyLine(Sum sum) {
      var amount = wording.amount(new BigDecimal(sum.amount()), sum.currency());
      return new MoneyLine(sum.currency(), amount);
    }

    private ActivityLine activity(ActivityView activity) {
      return new ActivityLine(
          activity.iatiIdentifier(),
          activity.title().orElse(activity.id()),
          activity.owner().label(),
          label(activity.scheme()),
          label(activity.step()),
          label(activity.status()),
          shares(activity),
          money(activity.money()));
    }

    private List<String> shares(ActivityView activity) {
      var published =
          activity.percentages().entrySet().stream()
              .map(
                  share ->
                      wording.say(
                          "share." + share.getKey(),
                          wording.percentage(new BigDecimal(share.getValue()))));
      var missing =
          activity.undivided() ? Stream.of(wording.say("share.undivided")) : Stream.<String>empty();
      return Stream.concat(published, missing).toList();
    }

    private MissionLine mission(MissionView mission) {
      return new MissionLine(
          mission.title().orElse(mission.id()),
          mission.kind().label(),
          mission.state().label(),
          mission.from().map(LocalDate::parse).map(wording::day).orElse(""),
          mission.to().map(LocalDate::parse).map(wording::day).orElse(""),
          mission.deadline().map(wording::moment).orElse(""),
          wording.number(mission.applications()));
    }

    /** Of this cell, of its lists, and of the whole picture. */
    private List<String> leftOut() {
      return Stream.of(
              view.leftOut(),
              view.changed().leftOut(),
              view.nextDates().leftOut(),
              view.activities().leftOut(),
              view.missions().leftOut(),
              elsewhere)
          .flatMap(List::stream)
          .map(this::leftOut)
          .toList();
    }

    private String leftOut(LeftOut one) {
      var most = one.reason().replaceFirst("^beyond-the-first-", "");
      var reason =
          most.equals(one.reason())
              ? wording.sayOr("left-out." + one.reason(), one.reason())
              : wording.say("left-out.beyond", most);
      return wording.say("left-out", reason, one.count());
    }

    private static String title(Subject subject) {
      return subject.title().orElse(subject.id());
    }

    private static String label(Optional<Labelled> code) {
      return code.map(Labelled::label).orElse("");
    }
  }
}
