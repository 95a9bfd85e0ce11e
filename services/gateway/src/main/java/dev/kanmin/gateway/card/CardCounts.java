package dev.kanmin.gateway.card;

import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.gateway.picture.CellSnapshot;
import dev.kanmin.gateway.picture.CellSnapshot.Placed;
import dev.kanmin.gateway.picture.FigureSlot;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.picture.Subject;
import dev.kanmin.gateway.picture.TrailEvent;
import dev.kanmin.gateway.rule.ToDos;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * Counts and sums of the cards that match a question, whatever their kind: what charts and their
 * tables show. Each is one pass over what is in memory.
 */
public final class CardCounts {
  /** Japan's fiscal year begins in April (会計法 art. 11: Public Accounting Act). */
  private static final int FIRST_MONTH = 4;

  private final Picture picture;
  private final CardQuery query;

  private CardCounts(Picture picture, CardQuery query) {
    this.picture = picture;
    this.query = query;
  }

  /**
   * Of the cards that match the same parameters as those of {@code GET /v1/cards}.
   *
   * @throws dev.kanmin.web.BadInput naming each parameter that no card could match
   */
  public static CardCounts of(Picture picture, MultiValueMap<String, String> query) {
    return new CardCounts(picture, CardQuery.of(query));
  }

  /**
   * How many begin in which year.
   *
   * @param years fiscal year to number; years between without any are there with 0
   * @param undated how many have no date of a beginning
   */
  public record Years(SortedMap<Integer, Long> years, long undated) {}

  /**
   * How long subjects were in one state before they came to another.
   *
   * @param times how often that happened
   */
  public record Step(String from, String to, int times, Duration median, Duration longest) {}

  /** How many there are of each kind. */
  public Map<String, Long> kinds() {
    return rows().collect(Collectors.groupingBy(row -> row.card().kind(), Collectors.counting()));
  }

  /** How many are in each state, in the order of the kind's states; all states, also empty ones. */
  public SortedMap<String, Long> states(List<String> inOrder) {
    SortedMap<String, Long> states = ordered(inOrder);
    inOrder.forEach(state -> states.put(state, 0L));
    rows().forEach(row -> states.merge(row.card().state(), 1L, Long::sum));
    return states;
  }

  /** How many begin, or began, in which fiscal year of Japan. */
  public Years years() {
    SortedMap<Integer, Long> years = new TreeMap<>();
    long[] undated = {0};
    rows()
        .forEach(
            row ->
                start(row)
                    .ifPresentOrElse(
                        day -> years.merge(fiscalYear(day), 1L, Long::sum), () -> undated[0]++));
    if (!years.isEmpty()) {
      for (int year = years.firstKey(); year < years.lastKey(); year++) {
        years.putIfAbsent(year, 0L);
      }
    }
    return new Years(years, undated[0]);
  }

  /**
   * The sums of each kind of money by field, by the same rules as the cells: percentages that are
   * not published are not guessed. What is not split counts once in a field, however many countries
   * it is in.
   */
  public SortedMap<FigureSlot, Map<String, BigDecimal>> moneyByField() {
    SortedMap<FigureSlot, Map<String, BigDecimal>> sums = new TreeMap<>();
    Set<List<Object>> whole = new HashSet<>();
    for (CellSnapshot cell : picture.snapshot().cells().values()) {
      CellKey key = cell.key();
      if (key.isSquare() && isAsked(key)) {
        for (Placed placed : cell.placed()) {
          if (query.matches(placed.row())) {
            placed
                .figures()
                .forEach(
                    (slot, amount) -> {
                      if (slot.isMoney()
                          && (CardCodes.isSplit(slot.what())
                              || whole.add(List.of(placed.row().subject(), slot, key.field())))) {
                        sums.computeIfAbsent(slot, _ -> new HashMap<>())
                            .merge(key.field(), amount, BigDecimal::add);
                      }
                    });
          }
        }
      }
    }
    return sums;
  }

  /** The times between states, those first that come first in the kind's states. */
  public List<Step> steps(List<String> inOrder) {
    Map<List<String>, List<Duration>> times = new LinkedHashMap<>();
    picture
        .subjects()
        .filter(subject -> subject.row().filter(query::matches).isPresent())
        .forEach(subject -> steps(subject, times));
    Comparator<String> order = order(inOrder);
    return times.entrySet().stream()
        .map(step -> step(step.getKey(), step.getValue()))
        .sorted(Comparator.comparing(Step::from, order).thenComparing(Step::to, order))
        .toList();
  }

  /** Only a stay whose beginning is known, too, has a length. */
  private static void steps(Subject subject, Map<List<String>, List<Duration>> times) {
    List<TrailEvent> trail = subject.trail();
    String last = subject.row().map(row -> row.card().state()).orElse("");
    Optional<TrailEvent> entered = Optional.empty();
    for (int at = 0; at < trail.size(); at++) {
      TrailEvent event = trail.get(at);
      String before = event.from();
      String after = at + 1 < trail.size() ? trail.get(at + 1).from() : last;
      if (!before.equals(after)) {
        if (entered.isPresent() && !before.isEmpty() && !after.isEmpty()) {
          times
              .computeIfAbsent(List.of(before, after), _ -> new ArrayList<>())
              .add(Duration.ofMillis(Math.max(0, event.millis() - entered.get().millis())));
        }
        entered = Optional.of(event);
      }
    }
  }

  private static Step step(List<String> states, List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    Duration low = sorted.get((sorted.size() - 1) / 2);
    Duration high = sorted.get(sorted.size() / 2);
    return new Step(
        states.getFirst(),
        states.getLast(),
        sorted.size(),
        low.plus(high).dividedBy(2),
        sorted.getLast());
  }

  private boolean isAsked(CellKey key) {
    return query.country().map(key.country()::equals).orElse(true)
        && query.field().map(key.field()::equals).orElse(true);
  }

  private Stream<Row> rows() {
    return picture.subjects().map(Subject::row).flatMap(Optional::stream).filter(query::matches);
  }

  /** What has happened tells better than what was planned. */
  private static Optional<LocalDate> start(Row row) {
    return row.card().dates().stream()
        .filter(date -> CardCodes.isStart(date.what()))
        .min(
            Comparator.comparing((Due date) -> CardCodes.isExpected(date.what()))
                .thenComparing(ToDos::day))
        .map(ToDos::day);
  }

  /** The year in which the fiscal year of that day began. */
  static int fiscalYear(LocalDate day) {
    return day.getMonthValue() < FIRST_MONTH ? day.getYear() - 1 : day.getYear();
  }

  private static SortedMap<String, Long> ordered(List<String> inOrder) {
    return new TreeMap<>(order(inOrder));
  }

  private static Comparator<String> order(List<String> inOrder) {
    return Comparator.comparingInt(
            (String code) -> inOrder.contains(code) ? inOrder.indexOf(code) : inOrder.size())
        .thenComparing(Comparator.naturalOrder());
  }
}
