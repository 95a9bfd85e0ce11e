package dev.kanmin.gateway.page;

import dev.kanmin.web.overview.Overview.Mark;
import dev.kanmin.web.overview.Overview.Row;
import dev.kanmin.web.overview.Overview.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan over time as it is drawn, in units of the drawing. The table beside it says the same.
 *
 * @param ticks beginnings of months
 * @param links from what must be finished to what waits for it
 */
record Timeline(int height, List<Tick> ticks, List<Bar> bars, List<Link> links) {
  /** Width of the drawing. */
  public static final int WIDTH = 1200;

  /** Height of a row, and of the head above them. */
  private static final int ROW = 28;

  private static final int HEAD = 44;

  /** Where the first month begins, and the last one ends; words stand on both sides. */
  private static final int LEFT = 340;

  private static final int RIGHT = 1110;

  /** Half-width characters that fit at the left. */
  private static final int LONGEST_NAME = 46;

  private static final int SHORTEST_BAR = 4;
  private static final int MOST_MONTHS = 120;
  private static final int MOST_NAMED_MONTHS = 18;

  /** First character of the scripts whose characters are as wide as high. */
  private static final int WIDE = 0x2E80;

  /**
   * The beginning of a month.
   *
   * @param name empty where it would not fit
   * @param year in which it is the first one that is drawn; empty for others
   */
  record Tick(int x, String name, String year) {}

  /**
   * A row.
   *
   * @param later width of what is feared beyond the end
   * @param tone a code
   */
  record Bar(
      int y,
      String name,
      int x,
      int width,
      int later,
      String tone,
      String state,
      List<Point> marks) {
    public int middle() {
      return y + ROW / 2;
    }

    public int end() {
      return x + width + later;
    }
  }

  /** A milestone. */
  record Point(int x, String name, boolean reached) {}

  /** As the path of SVG. */
  record Link(String path) {}

  /** Empty if nothing has a day. */
  static Optional<Timeline> of(List<Row> rows) {
    List<LocalDate> days =
        rows.stream().flatMap(row -> row.span().stream()).flatMap(Timeline::days).toList();
    return days.stream()
        .min(LocalDate::compareTo)
        .flatMap(
            first ->
                days.stream()
                    .max(LocalDate::compareTo)
                    .map(last -> new Maker(YearMonth.from(first), months(first, last)).draw(rows)));
  }

  private static Stream<LocalDate> days(Span span) {
    return Stream.concat(
        Stream.of(span.from(), span.to(), span.later()).flatMap(Optional::stream),
        span.marks().stream().map(Mark::day));
  }

  private static int months(LocalDate first, LocalDate last) {
    long months = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) + 1;
    return (int) Math.min(months, MOST_MONTHS);
  }

  private record Maker(YearMonth first, int months) {
    /** A span and how it is drawn. */
    private record Drawn(Span span, Bar bar) {}

    Timeline draw(List<Row> rows) {
      List<Drawn> all = new ArrayList<>();
      for (Row row : rows) {
        row.span()
            .ifPresent(
                span ->
                    all.add(
                        new Drawn(
                            span,
                            bar(HEAD + all.size() * ROW, row.cells().getFirst().text(), span))));
      }
      Map<String, Bar> byId =
          all.stream().collect(Collectors.toMap(it -> it.span().id(), Drawn::bar, (one, _) -> one));
      List<Link> links =
          all.stream()
              .flatMap(
                  waiting ->
                      waiting.span().after().stream()
                          .flatMap(before -> Stream.ofNullable(byId.get(before)))
                          .map(before -> link(before, waiting.bar())))
              .toList();
      return new Timeline(
          HEAD + all.size() * ROW + 8, ticks(), all.stream().map(Drawn::bar).toList(), links);
    }

    private Bar bar(int y, String name, Span span) {
      int end = span.to().map(this::x).orElse(RIGHT);
      int begin = Math.min(span.from().map(this::x).orElse(end), end - SHORTEST_BAR);
      return new Bar(
          y,
          shortened(name),
          begin,
          end - begin,
          span.later().map(this::x).map(later -> Math.max(0, later - end)).orElse(0),
          span.tone().code(),
          span.state(),
          span.marks().stream()
              .map(mark -> new Point(x(mark.day()), mark.name(), mark.reached()))
              .toList());
    }

    private static Link link(Bar from, Bar to) {
      int x = from.x() + from.width();
      return new Link(
          "M%d %d h5 V%d H%d".formatted(x, from.middle(), to.middle(), Math.max(to.x(), x + 5)));
    }

    private List<Tick> ticks() {
      List<Tick> ticks = new ArrayList<>();
      int named = months <= MOST_NAMED_MONTHS ? 1 : 3;
      for (int at = 0; at < months; at++) {
        YearMonth month = first.plusMonths(at);
        ticks.add(
            new Tick(
                x(month.atDay(1)),
                (month.getMonthValue() - 1) % named == 0
                    ? Integer.toString(month.getMonthValue())
                    : "",
                at == 0 || month.getMonthValue() == 1 ? Integer.toString(month.getYear()) : ""));
      }
      return ticks;
    }

    private int x(LocalDate day) {
      YearMonth month = YearMonth.from(day);
      double passed =
          ChronoUnit.MONTHS.between(first, month)
              + (day.getDayOfMonth() - 1) / (double) month.lengthOfMonth();
      double part = Math.clamp(passed / months, 0, 1);
      return (int) Math.round(LEFT + part * (RIGHT - LEFT));
    }

    private static String shortened(String name) {
      int width = 0;
      for (int at = 0; at < name.length(); at++) {
        width += name.charAt(at) < WIDE ? 1 : 2;
        if (width > LONGEST_NAME) {
          return name.substring(0, at) + "…";
        }
      }
      return name;
    }
  }
}
