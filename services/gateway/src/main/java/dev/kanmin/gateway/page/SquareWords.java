package dev.kanmin.gateway.page;

import dev.kanmin.gateway.page.HeatMap.Square;
import java.util.ArrayList;

/** Says in words what a square shows by figure, colour and marks. */
final class SquareWords {
  /** A quiet sign, so that what is there stands out. */
  private static final String NOTHING = "·";

  private SquareWords() {}

  static Square square(CellId cell, MatrixFacts matrix, Measure measure, Wording wording) {
    var name =
        wording.say("cell.name", wording.country(cell.country()), wording.field(cell.field()));
    return of(
        cell.anchor(),
        cell.path(measure.ended()),
        matrix.square(cell),
        measure,
        HeatMap.isApart(cell.field()),
        name,
        wording);
  }

  static Square countrySum(String country, MatrixFacts matrix, Measure measure, Wording wording) {
    var name = wording.say("matrix.sum-of", wording.country(country));
    return of("sum-" + country, "", matrix.country(country), measure, false, name, wording);
  }

  static Square fieldSum(String field, MatrixFacts matrix, Measure measure, Wording wording) {
    var name = wording.say("matrix.sum-of", wording.field(field));
    return of("sum-" + field, "", matrix.field(field), measure, false, name, wording);
  }

  static Square sumOfAll(MatrixFacts matrix, Measure measure, Wording wording) {
    return of(
        "sum-all", "", matrix.everything(), measure, false, wording.say("matrix.all"), wording);
  }

  private static Square of(
      String id,
      String href,
      SquareFacts facts,
      Measure measure,
      boolean apart,
      String name,
      Wording wording) {
    var text = measure.text(facts, wording);
    return new Square(
        id,
        href,
        text.isEmpty() ? NOTHING : text,
        measure.heat(facts),
        facts.changed() > 0,
        apart,
        spoken(name, facts, measure, wording));
  }

  private static String spoken(String name, SquareFacts facts, Measure measure, Wording wording) {
    if (facts.records() == 0) {
      return wording.say("square.nothing", name);
    }
    var parts = new ArrayList<String>();
    facts.kinds().forEach(count -> parts.add(wording.counted(count.kind(), count.number())));
    if (measure.isMoney() && !measure.text(facts, wording).isEmpty()) {
      parts.add(wording.say("list.chip", measure.label(wording), measure.text(facts, wording)));
    }
    if (facts.changed() > 0) {
      parts.add(wording.say("square.changed", facts.changed()));
    }
    return wording.say("square.spoken", name, String.join(wording.say("list.comma"), parts));
  }
}
