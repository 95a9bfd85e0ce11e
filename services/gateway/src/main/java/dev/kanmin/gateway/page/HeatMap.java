package dev.kanmin.gateway.page;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.Country;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The heat map, ready to be written out: the countries of Asia without Japan by sub-region, then
 * those elsewhere that have something, against the fields.
 */
record HeatMap(
    List<Choice> measures,
    Choice ended,
    List<Choice> regions,
    Choice empty,
    List<Column> columns,
    List<Group> groups,
    List<Square> sums,
    Square all,
    List<Step> legend) {
  static final String JAPAN = "JP";

  /** What another address would show. */
  record Choice(String label, String href, boolean chosen) {}

  record Column(String field, String label, boolean apart) {}

  /** A sub-region. */
  record Group(String label, List<Row> rows) {}

  /**
   * Which countries are shown.
   *
   * @param region a sub-region's code; empty for all
   * @param empty whether those with nothing are shown, too
   */
  record Extent(String region, boolean empty) {
    static final String REGION = "region";
    static final String EMPTY = "empty";

    /** Address of the heat map of this extent. */
    String href(Measure measure) {
      return "/?"
          + Measure.PARAMETER
          + "="
          + measure.code()
          + (measure.ended() ? "&" + Measure.ENDED + "=1" : "")
          + (region.isEmpty() ? "" : "&" + REGION + "=" + region)
          + (empty ? "&" + EMPTY + "=1" : "");
    }
  }

  record Row(String country, String label, List<Square> squares, Square sum) {}

  /** A step of the colour scale. */
  record Step(int heat, String range) {}

  /**
   * A square of the heat map, or a sum.
   *
   * @param id as {@code id} in HTML
   * @param href of its page; empty for a sum
   * @param apart whether it stands beside the fields proper
   * @param spoken everything about it in words
   */
  record Square(
      String id,
      String href,
      String count,
      int heat,
      boolean changed,
      boolean apart,
      String spoken) {}

  static HeatMap of(MatrixFacts facts, Measure measure, Extent extent, Wording wording) {
    return new Builder(facts, measure, extent, wording).view();
  }

  /** The field codes of the columns, in order. */
  static List<String> columnCodes() {
    return Stream.concat(Fields.all().stream().map(Field::code), Stream.of(Field.UNCLASSIFIED))
        .toList();
  }

  /** Whether it stands beside the fields proper. */
  static boolean isApart(String field) {
    return field.equals(Field.UNCLASSIFIED) || field.equals(Field.CROSS_FIELD.code());
  }

  private record Builder(MatrixFacts facts, Measure measure, Extent extent, Wording wording) {
    private static final String ELSEWHERE = "elsewhere";

    HeatMap view() {
      return new HeatMap(
          Measure.choices(facts.picture(), measure.ended()).stream().map(this::choice).toList(),
          ended(),
          regions(),
          new Choice(
              wording.say("matrix.empty"),
              new Extent(extent.region(), !extent.empty()).href(measure),
              extent.empty()),
          columnCodes().stream().map(this::column).toList(),
          groups(),
          columnCodes().stream().map(this::fieldSum).toList(),
          SquareWords.sumOfAll(facts, measure, wording),
          IntStream.rangeClosed(0, 5).mapToObj(this::step).toList());
    }

    private Choice choice(Measure candidate) {
      return new Choice(
          candidate.label(wording), extent.href(candidate), candidate.equals(measure));
    }

    /** Where what has ended is shown as well, or no longer. */
    private Choice ended() {
      return new Choice(
          wording.say("ended.show"),
          extent.href(new Measure(measure.code(), !measure.ended())),
          measure.ended());
    }

    private Column column(String field) {
      return new Column(field, wording.field(field), isApart(field));
    }

    private List<Choice> regions() {
      var all = new Extent("", extent.empty());
      return Stream.concat(
              Stream.of(
                  new Choice(
                      wording.say("list.any"), all.href(measure), extent.region().isEmpty())),
              Countries.all().stream()
                  .map(Country::region)
                  .distinct()
                  .map(
                      region ->
                          new Choice(
                              region(region),
                              new Extent(region, extent.empty()).href(measure),
                              region.equals(extent.region()))))
          .toList();
    }

    /** What has nothing is shown when it is asked for, or when nothing else could be. */
    private boolean isShown(String country) {
      return extent.empty()
          || facts.everything().records() == 0
          || facts.country(country).records() > 0;
    }

    private List<Group> groups() {
      var byRegion = new LinkedHashMap<String, List<Row>>();
      for (var country : Countries.all()) {
        var code = country.code().code();
        if (!code.equals(JAPAN)
            && (extent.region().isEmpty() || extent.region().equals(country.region()))
            && isShown(code)) {
          byRegion.computeIfAbsent(country.region(), region -> new ArrayList<>()).add(row(code));
        }
      }
      for (var code : extent.region().isEmpty() ? facts.elsewhere() : List.<String>of()) {
        byRegion.computeIfAbsent(ELSEWHERE, region -> new ArrayList<>()).add(row(code));
      }
      return byRegion.entrySet().stream()
          .map(group -> new Group(region(group.getKey()), List.copyOf(group.getValue())))
          .toList();
    }

    private String region(String code) {
      return code.equals(ELSEWHERE)
          ? wording.say("matrix.elsewhere")
          : wording.label(CodeLists.REGIONS, code);
    }

    private Row row(String country) {
      var squares =
          columnCodes().stream().map(field -> square(new CellId(country, field))).toList();
      return new Row(
          country,
          wording.country(country),
          squares,
          SquareWords.countrySum(country, facts, measure, wording));
    }

    private Square square(CellId cell) {
      return SquareWords.square(cell, facts, measure, wording);
    }

    private Square fieldSum(String field) {
      return SquareWords.fieldSum(field, facts, measure, wording);
    }

    private Step step(int heat) {
      return new Step(heat, measure.range(heat));
    }
  }
}
