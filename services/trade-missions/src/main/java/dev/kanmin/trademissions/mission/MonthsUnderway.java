package dev.kanmin.trademissions.mission;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * The months in which a mission is underway, as a key: they let an index tell what still goes on on
 * a day. An order by first days knows nothing of last days, so that all the past would have to be
 * walked through for the few missions that began earlier and are not over.
 */
final class MonthsUnderway {
  /** Stands for all months of a mission that is underway in more than {@link #MOST} of them. */
  private static final String LONGER = "longer";

  private static final int MOST = 24;

  private MonthsUnderway() {}

  /** Such as {@code 2027-02}. */
  static List<String> of(MissionPeriod period) {
    List<String> months =
        Stream.iterate(YearMonth.from(period.from()), month -> month.plusMonths(1))
            .takeWhile(month -> !month.isAfter(YearMonth.from(period.to())))
            .limit(MOST + 1)
            .map(YearMonth::toString)
            .toList();
    return months.size() > MOST ? List.of(LONGER) : months;
  }

  /**
   * Missions that end on the day or later: those underway on it, and those that begin later. Each
   * alternative is a range of one index in the order of first days, so that the store can merge
   * them; a list of months in one alternative it would sort instead.
   */
  static Bson endingFrom(LocalDate day) {
    return Filters.or(
        underway(YearMonth.from(day).toString(), day),
        underway(LONGER, day),
        Filters.gte(MissionKeys.FROM, MissionKeys.date(day)));
  }

  private static Bson underway(String month, LocalDate day) {
    return Filters.and(
        Filters.eq(MissionKeys.MONTHS, month),
        Filters.lt(MissionKeys.FROM, MissionKeys.date(day)),
        Filters.gte(MissionKeys.TO, MissionKeys.date(day)));
  }
}
