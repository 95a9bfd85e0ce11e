package dev.kanmin.trademissions.meeting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * A calendar as RFC 5545 writes it: lines end with CRLF and are folded at 75 octets (§3.1), texts
 * are escaped (§3.3.11), times are in UTC (§3.3.5, form 2), so that no time zone has to be
 * described.
 */
final class ICalendar {
  private static final int LONGEST_LINE = 75;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder lines = new StringBuilder();

  /**
   * @param uid the same for the same meeting, so that a later calendar moves it
   * @param sequence larger when the meeting was changed
   */
  record Entry(
      String uid,
      long sequence,
      Instant from,
      Instant to,
      String summary,
      Optional<String> location,
      Optional<String> description) {}

  private ICalendar() {}

  static String write(String name, Instant stamp, List<Entry> entries) {
    ICalendar calendar = new ICalendar();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//Kanmin//Meetings//EN");
    calendar.line("METHOD:PUBLISH");
    calendar.text("X-WR-CALNAME", name);
    entries.forEach(it -> calendar.event(it, stamp));
    calendar.line("END:VCALENDAR");
    return calendar.lines.toString();
  }

  private void event(Entry entry, Instant stamp) {
    line("BEGIN:VEVENT");
    text("UID", entry.uid());
    line("SEQUENCE:" + entry.sequence());
    line("DTSTAMP:" + UTC.format(stamp));
    line("DTSTART:" + UTC.format(entry.from()));
    line("DTEND:" + UTC.format(entry.to()));
    text("SUMMARY", entry.summary());
    entry.location().ifPresent(it -> text("LOCATION", it));
    entry.description().ifPresent(it -> text("DESCRIPTION", it));
    line("END:VEVENT");
  }

  private void text(String property, String text) {
    line(property + ":" + escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\\n")
        .replace("\n", "\\n")
        .replace("\r", "\\n");
  }

  /** A line is folded between characters: an octet of one is never alone. */
  private void line(String text) {
    int octets = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      String one = Character.toString(character);
      int length = one.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > LONGEST_LINE) {
        lines.append("\r\n ");
        octets = 1;
      }
      lines.append(one);
      octets += length;
      i += Character.charCount(character);
    }
    lines.append("\r\n");
  }
}
