package dev.kanmin.codes.calendar;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules of the calendar, {@code working-calendar.json}: holidays by rule and what laws changed
 * on single days.
 *
 * @param announcedThrough last year whose equinoxes have been announced officially
 */
public record CalendarData(
    int announcedThrough,
    List<Source> sources,
    List<HolidayRule> rules,
    @JsonSetter(nulls = AS_EMPTY) List<DatedChange> overrides) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** Where the rules come from. */
  public record Source(String text, String url) {}

  /**
   * A national holiday. One of the three ways to say the day is there.
   *
   * @param on month and day, {@code 01-01}
   * @param monday month and number of the Monday in it, {@code 01/2}
   * @param equinox {@code vernal} or {@code autumnal}
   * @param from first year
   * @param until last year
   */
  public record HolidayRule(
      String code,
      LocalizedText labels,
      Optional<String> on,
      Optional<String> monday,
      Optional<String> equinox,
      Optional<Integer> from,
      Optional<Integer> until) {}

  /**
   * What a law changed on one day: a holiday more, or one that the rules would set and is not.
   *
   * @param add code of the holiday more
   * @param remove code of the one that is not
   */
  public record DatedChange(
      LocalDate on,
      Optional<String> add,
      Optional<String> remove,
      Optional<LocalizedText> labels,
      String source) {}

  static CalendarData read() {
    try (InputStream file =
        Objects.requireNonNull(
            CalendarData.class.getResourceAsStream("/working-calendar.json"),
            "working-calendar.json")) {
      return JSON.readValue(file, CalendarData.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
