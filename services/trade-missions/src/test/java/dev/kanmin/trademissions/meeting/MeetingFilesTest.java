package dev.kanmin.trademissions.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.sheets.SheetFormat;
import dev.kanmin.sheets.SheetWriting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeetingFilesTest {
  private static final Instant STAMP = Instant.parse("2027-02-01T00:00:00Z");

  @Test
  void a_calendar_has_the_meetings_of_its_participant_in_universal_time() {
    Stored<MeetingPlan> stored =
        new Stored<>("mtp_1", 7, Fairs.planned().state(), "chain", STAMP, STAMP);
    assertThat(new String(MeetingFiles.calendar(stored, "ip-1"), StandardCharsets.UTF_8))
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        .contains("DTSTART:20270208T023000Z\r\n", "DTEND:20270208T030000Z\r\n", "SEQUENCE:7\r\n")
        .doesNotContain("DTSTART:20270208T020000Z")
        .endsWith("END:VCALENDAR\r\n");
  }

  @Test
  void texts_are_escaped_and_long_lines_folded_between_characters() {
    String text =
        ICalendar.write(
            "予定",
            STAMP,
            List.of(
                new ICalendar.Entry(
                    "one",
                    1,
                    STAMP,
                    STAMP.plusSeconds(1_800),
                    "商談".repeat(30) + "; a, b\\c\nd",
                    Optional.empty(),
                    Optional.empty())));
    assertThat(text.lines())
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    assertThat(text.replace("\r\n ", ""))
        .contains("SUMMARY:" + "商談".repeat(30) + "\\; a\\, b\\\\c\\nd\r\n");
  }

  @Test
  void no_cell_of_the_csv_is_a_formula() {
    byte[] file =
        SheetWriting.write(
            SheetFormat.CSV, MeetingFiles.COLUMNS, MeetingFiles.lines(Fairs.planned().state()));
    assertThat(new String(file, StandardCharsets.UTF_8).lines().skip(1).findFirst().orElseThrow())
        .startsWith("2027-02-08T09:00,desk-1,")
        .contains("'=Clinic; Hà Nội");
  }
}
