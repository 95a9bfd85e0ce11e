package dev.kanmin.smeadvice.calendar;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.calendar.ClosedDay;
import dev.kanmin.codes.calendar.Holidays;
import dev.kanmin.codes.calendar.WorkingCalendar;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import dev.kanmin.web.Reader;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The working calendar that service clocks run by. */
@RestController
class CalendarController {
  private static final int LONGEST_DAYS = 800;

  /**
   * Which days.
   *
   * @param from first day, 2007-01-01 or later; the first of this year if it is absent
   * @param to last day, at most 800 days later and 2099-12-31 at the latest; the last day of the
   *     year of from if it is absent
   */
  record Period(Optional<LocalDate> from, Optional<LocalDate> to) {
    Days days(Reader reader) {
      LocalDate first = from.orElseGet(() -> WorkingCalendar.dayOf(reader.at()).withDayOfYear(1));
      LocalDate last = to.orElseGet(() -> LocalDate.of(first.getYear(), 12, 31));
      require(
          first.getYear() >= Holidays.FIRST_YEAR && first.getYear() <= Holidays.LAST_YEAR,
          "from",
          "from is 2007-01-01 to 2099-12-31: the rules are those in force since then, and the"
              + " equinoxes are computed until then.");
      require(last.getYear() <= Holidays.LAST_YEAR, "to", "to is 2099-12-31 or earlier.");
      require(
          !last.isBefore(first) && !last.isAfter(first.plusDays(LONGEST_DAYS)),
          "to",
          "to is from or later, by at most " + LONGEST_DAYS + " days.");
      return new Days(first, last);
    }

    private static void require(boolean so, String parameter, String otherwise) {
      if (!so) {
        throw new BadInput(InputFault.parameter(parameter, FaultCodes.INVALID_VALUE, otherwise));
      }
    }
  }

  record Days(LocalDate first, LocalDate last) {
    Stream<LocalDate> each() {
      return first.datesUntil(last.plusDays(1));
    }
  }

  /**
   * The closed days of a period.
   *
   * @param workingDays how many days are none of them
   * @param provisionalFrom first day of the years whose equinoxes are computed and not announced
   *     yet
   * @param sources what it stands on
   */
  @Schema(name = "WorkingCalendar")
  record CalendarView(
      LocalDate from,
      LocalDate to,
      long workingDays,
      LocalDate provisionalFrom,
      List<DayView> closed,
      List<SourceView> sources) {}

  /**
   * A closed day.
   *
   * @param provisional the year's equinoxes have not been announced yet
   */
  @Schema(name = "ClosedDay")
  record DayView(LocalDate on, ClosedDay.Reason reason, LocalizedText name, boolean provisional) {}

  /** A text of law or an announcement. */
  @Schema(name = "CalendarSource")
  record SourceView(String text, String url) {}

  @Operation(
      summary = "The closed days of a period, why they are closed, and the number of working days.",
      description =
          "Japanese national holidays with substitutes and days between two, weekends, and 29"
              + " December to 3 January.")
  @GetMapping("/v1/working-calendar")
  @RequiresScope("cases:read")
  Mono<CalendarView> calendar(@ParameterObject Period period, Reader reader) {
    Days days = period.days(reader);
    List<DayView> closed =
        days.each()
            .flatMap(
                day ->
                    WorkingCalendar.closed(day).stream()
                        .map(
                            it ->
                                new DayView(
                                    day,
                                    it.reason(),
                                    it.name(),
                                    WorkingCalendar.isProvisional(day))))
            .toList();
    return Mono.just(
        new CalendarView(
            days.first(),
            days.last(),
            days.each().count() - closed.size(),
            WorkingCalendar.provisionalFrom(),
            closed,
            WorkingCalendar.sources().stream()
                .map(it -> new SourceView(it.text(), it.url()))
                .toList()));
  }
}
