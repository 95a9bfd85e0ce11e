package dev.kanmin.gateway.view;

import dev.kanmin.events.wire.Card;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.rule.ToDos;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import dev.kanmin.gateway.view.ViewParts.NextDate;
import dev.kanmin.gateway.view.ViewParts.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What is expected of live subjects: what is overdue, then what is to happen. */
final class NextDates {
  private static final int MOST_OVERDUE = 20;
  private static final int MOST_AHEAD = 30;
  private static final Comparator<Due> SOONEST_FIRST =
      Comparator.comparing(Due::day)
          .thenComparing(due -> due.date().what())
          .thenComparing(due -> due.row().subject());

  private final CardViews cards;
  private final LocalDate today;

  NextDates(CardViews cards, LocalDate today) {
    this.cards = cards;
    this.today = today;
  }

  /** One thing that is expected, not yet in words. */
  record Due(LocalDate day, Card.Due date, Row row) {
    /** Tells it apart from others of the same subject. */
    String name() {
      return date.what() + day;
    }
  }

  /** The first ones, overdue ones before all others. */
  Shown<NextDate> shown(List<Row> rows, Function<Due, NextDate> view) {
    List<Due> overdue = new ArrayList<>();
    List<Due> ahead = new ArrayList<>();
    for (Row row : rows) {
      if (!row.ended()) {
        for (Card.Due date : row.card().dates()) {
          if (CardCodes.isExpected(date.what())) {
            LocalDate day = ToDos.day(date);
            (day.isBefore(today) ? overdue : ahead).add(new Due(day, date, row));
          }
        }
      }
    }
    Shown<NextDate> first = first(overdue, MOST_OVERDUE, view);
    Shown<NextDate> then = first(ahead, MOST_AHEAD, view);
    List<NextDate> items = new ArrayList<>(first.items());
    items.addAll(then.items());
    List<LeftOut> leftOut = new ArrayList<>(first.leftOut());
    leftOut.addAll(then.leftOut());
    return new Shown<>(items, leftOut);
  }

  NextDate view(Due due) {
    return new NextDate(cards.date(due.date(), due.row()), cards.subject(due.row()));
  }

  private static Shown<NextDate> first(List<Due> all, int most, Function<Due, NextDate> view) {
    all.sort(SOONEST_FIRST);
    return Shown.firstOf(all, most, view);
  }
}
