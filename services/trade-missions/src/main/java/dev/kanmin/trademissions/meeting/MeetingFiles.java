package dev.kanmin.trademissions.meeting;

import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.sheets.Column;
import dev.kanmin.sheets.Columns;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A plan as files for participants and officers. */
final class MeetingFiles {
  private MeetingFiles() {}

  /** The meetings of one participant, for their calendar. */
  static byte[] calendar(Stored<MeetingPlan> stored, String participant) {
    MeetingPlan plan = stored.state();
    MeetingSetUp setUp = plan.known();
    Participants.require(setUp, participant);
    List<ICalendar.Entry> entries =
        plan.meetings().stream()
            .filter(it -> Participants.takesPart(it, participant))
            .sorted(Comparator.comparing(Meeting::slot))
            .flatMap(
                it -> setUp.slot(it.slot()).stream().map(at -> entry(stored, it, at, participant)))
            .toList();
    String title = plan.outline().title().texts().values().iterator().next();
    return ICalendar.write(title, stored.updatedAt(), entries).getBytes(StandardCharsets.UTF_8);
  }

  private static ICalendar.Entry entry(
      Stored<MeetingPlan> stored, Meeting meeting, SlotTime slot, String participant) {
    MeetingSetUp setUp = stored.state().known();
    String company = name(setUp, meeting.company());
    String counterpart = name(setUp, meeting.counterpart());
    String summary =
        participant.equals(meeting.company())
            ? counterpart
            : participant.equals(meeting.counterpart()) ? company : company + " – " + counterpart;
    String table = meeting.table();
    return new ICalendar.Entry(
        "%s.%s.%s@kanmin".formatted(stored.id(), meeting.company(), meeting.counterpart()),
        stored.version(),
        slot.from(),
        slot.to(),
        summary,
        Optional.of(setUp.venue().map(it -> it + ", " + table).orElse(table)),
        meeting.interpreter());
  }

  private static String name(MeetingSetUp setUp, String party) {
    return setUp.party(party).map(MeetingParty::name).orElse(party);
  }

  /** The columns of a table of meetings. */
  static final Columns COLUMNS =
      new Columns(
          "商談",
          List.of(
              column("slot", "枠"),
              column("table", "テーブル"),
              column("company", "企業の番号"),
              column("company_label", "企業"),
              column("counterpart", "現地機関の番号"),
              column("counterpart_label", "現地機関"),
              column("interpreter", "通訳"),
              column("pinned", "固定"),
              column("attendance", "実施状況")));

  private static Column column(String code, String label) {
    return new Column(code, label, "/" + code, "");
  }

  /** All meetings, a line each, by time and table. */
  static List<List<String>> lines(MeetingPlan plan) {
    MeetingSetUp setUp = plan.known();
    return plan.meetings().stream()
        .sorted(Comparator.comparing(Meeting::slot).thenComparing(Meeting::table))
        .map(
            it ->
                List.of(
                    it.slot(),
                    it.table(),
                    it.company(),
                    name(setUp, it.company()),
                    it.counterpart(),
                    name(setUp, it.counterpart()),
                    it.interpreter().orElse(""),
                    it.pinned() ? "yes" : "no",
                    it.attendance().map(Attendance::code).orElse("")))
        .toList();
  }
}
