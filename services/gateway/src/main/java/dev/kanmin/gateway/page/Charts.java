package dev.kanmin.gateway.page;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.gateway.card.CardCounts;
import dev.kanmin.gateway.page.Chart.Bar;
import dev.kanmin.gateway.page.HeatMap.Choice;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.FigureSlot;
import dev.kanmin.gateway.picture.Picture;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The charts of one kind of record, by rules that hold for every kind.
 *
 * @param query whose kind is the one that is shown
 * @param kinds those of which there is something
 */
record Charts(ListQuery query, List<Choice> kinds, List<Chart> charts) {
  /** Path of the page. */
  static final String PATH = "/charts";

  /** Query parameter that chooses what money is shown: {@code commitment-JPY}. */
  static final String MONEY = "money";

  private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);

  static Charts of(Picture picture, ListQuery asked, Optional<String> money, Wording wording) {
    var ofAnyKind = CardCounts.of(picture, asked.with("kind", "").cards());
    Map<String, Long> numbers = ofAnyKind.kinds();
    List<String> kinds = numbers.keySet().stream().sorted(CardCodes.kindOrder()).toList();
    String kind =
        asked.first("kind").isEmpty()
            ? kinds.isEmpty() ? "" : kinds.getFirst()
            : asked.first("kind");
    ListQuery query = asked.with("kind", kind);
    return new Charts(
        query,
        kinds.stream()
            .map(
                one ->
                    new Choice(
                        wording.counted(one, Math.toIntExact(numbers.getOrDefault(one, 0L))),
                        query.with("kind", one).href(),
                        one.equals(kind)))
            .toList(),
        kind.isEmpty()
            ? List.of()
            : new Maker(CardCounts.of(picture, query.cards()), query, kind, wording).charts(money));
  }

  /** The chart of that name; empty if there is none. */
  Optional<Chart> chart(String id) {
    return charts.stream().filter(chart -> chart.id().equals(id)).findFirst();
  }

  /** Address of a chart's table as a file. */
  public String export(Chart chart, String ending) {
    return query.below("/" + chart.id() + "." + ending);
  }

  private record Maker(CardCounts counts, ListQuery query, String kind, Wording wording) {
    List<Chart> charts(Optional<String> money) {
      return Stream.of(Stream.of(states(), years()), money(money).stream(), Stream.of(steps()))
          .flatMap(all -> all)
          .toList();
    }

    private Chart states() {
      return new Chart(
          "states",
          wording.say("chart.states"),
          wording.say("chart.states.lead"),
          "bars",
          List.of(wording.say("record.state"), wording.say("chart.number")),
          counts.states(stateCodes()).entrySet().stream()
              .map(
                  state ->
                      bar(
                          state(state.getKey()),
                          listed().with("state", state.getKey()).href(),
                          state.getValue()))
              .toList(),
          "",
          List.of());
    }

    private Chart years() {
      CardCounts.Years years = counts.years();
      return new Chart(
          "years",
          wording.say("chart.years"),
          wording.say("chart.years.lead"),
          "columns",
          List.of(wording.say("chart.year"), wording.say("chart.number")),
          years.years().entrySet().stream()
              .map(
                  year ->
                      bar(
                          wording.say("chart.fiscal-year", Integer.toString(year.getKey())),
                          "",
                          year.getValue()))
              .toList(),
          years.undated() == 0 ? "" : wording.say("chart.undated", years.undated()),
          List.of());
    }

    private Optional<Chart> money(Optional<String> wanted) {
      SortedMap<FigureSlot, Map<String, BigDecimal>> sums = counts.moneyByField();
      if (sums.isEmpty()) {
        return Optional.empty();
      }
      FigureSlot shown =
          sums.keySet().stream()
              .filter(slot -> wanted.filter(code(slot)::equals).isPresent())
              .findFirst()
              .orElse(sums.firstKey());
      Map<String, BigDecimal> byField = sums.getOrDefault(shown, Map.of());
      return Optional.of(
          new Chart(
              "money",
              wording.say("chart.money"),
              wording.say("chart.money.lead"),
              "bars",
              List.of(
                  wording.say("list.filter.field"),
                  wording.say(
                      "chart.amount",
                      wording.label(CardCodes.FIGURE_KINDS, shown.what()),
                      shown.unit())),
              HeatMap.columnCodes().stream()
                  .flatMap(
                      field ->
                          Stream.ofNullable(byField.get(field))
                              .map(
                                  sum ->
                                      new Bar(
                                          wording.field(field),
                                          listed().with("field", field).href(),
                                          List.of(wording.amount(sum, shown.unit())),
                                          sum.toPlainString())))
                  .toList(),
              wording.say("chart.money.note"),
              sums.keySet().stream()
                  .map(
                      slot ->
                          new Choice(
                              wording.label(CardCodes.FIGURE_KINDS, slot.what())
                                  + " "
                                  + slot.unit(),
                              query.with(MONEY, code(slot)).href(),
                              slot.equals(shown)))
                  .toList()));
    }

    private Chart steps() {
      return new Chart(
          "steps",
          wording.say("chart.steps"),
          wording.say("chart.steps.lead"),
          "bars",
          List.of(
              wording.say("chart.step"),
              wording.say("chart.median"),
              wording.say("chart.longest"),
              wording.say("chart.times")),
          counts.steps(stateCodes()).stream()
              .map(
                  step ->
                      new Bar(
                          wording.say("chart.from-to", state(step.from()), state(step.to())),
                          "",
                          List.of(
                              wording.duration(step.median()),
                              wording.duration(step.longest()),
                              wording.number(step.times())),
                          days(step.median()).toPlainString()))
              .toList(),
          wording.say("chart.steps.note"),
          List.of());
    }

    private Bar bar(String label, String href, long number) {
      return new Bar(label, href, List.of(wording.number(number)), Long.toString(number));
    }

    /** The list of the same records. */
    private ListQuery listed() {
      return query.with("kind", "").at("/kinds/" + kind);
    }

    private String state(String code) {
      return wording.label(CardCodes.statesOf(kind), code);
    }

    private List<String> stateCodes() {
      return CodeLists.find(CardCodes.statesOf(kind))
          .map(list -> list.currentCodes())
          .orElse(List.of());
    }

    private static String code(FigureSlot slot) {
      return slot.what() + "-" + slot.unit();
    }

    private static BigDecimal days(Duration length) {
      return BigDecimal.valueOf(length.toMinutes())
          .divide(BigDecimal.valueOf(60), 4, RoundingMode.HALF_EVEN)
          .divide(HOURS_OF_A_DAY, 2, RoundingMode.HALF_EVEN);
    }
  }
}
