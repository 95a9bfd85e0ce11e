package dev.kanmin.trademissions.meeting;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import java.time.LocalDate;
import java.util.List;

/**
 * A day of meetings.
 *
 * @param on in the venue's time zone
 * @param begins when its slots begin, {@code 09:30}, in order; a break is a time without slots
 */
public record MeetingDay(LocalDate on, @JsonSetter(nulls = AS_EMPTY) List<String> begins) {}
