package dev.kanmin.trademissions.meeting;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What there is to plan with.
 *
 * @param zone of the venue; days and slots are read in it
 * @param minutes how long a slot is
 * @param venue where, for the participants' calendars
 */
public record MeetingSetUp(
    ZoneId zone,
    int minutes,
    Optional<String> venue,
    @JsonSetter(nulls = AS_EMPTY) List<MeetingDay> days,
    @JsonSetter(nulls = AS_EMPTY) List<MeetingTable> tables,
    @JsonSetter(nulls = AS_EMPTY) List<MeetingInterpreter> interpreters,
    @JsonSetter(nulls = AS_EMPTY) List<MeetingParty> companies,
    @JsonSetter(nulls = AS_EMPTY) List<MeetingParty> counterparts) {

  /** All slots in order of time. */
  List<SlotTime> slots() {
    List<SlotTime> slots = new ArrayList<>();
    for (int day = 0; day < days.size(); day++) {
      for (String begin : days.get(day).begins()) {
        LocalDateTime local = days.get(day).on().atTime(LocalTime.parse(begin));
        Instant from = local.atZone(zone).toInstant();
        slots.add(
            new SlotTime(
                local.toString(), slots.size(), day, from, from.plus(Duration.ofMinutes(minutes))));
      }
    }
    return slots;
  }

  Optional<SlotTime> slot(String code) {
    return slots().stream().filter(it -> it.code().equals(code)).findFirst();
  }

  /** Companies and counterparts together. */
  Stream<MeetingParty> parties() {
    return Stream.concat(companies.stream(), counterparts.stream());
  }

  Optional<MeetingParty> party(String id) {
    return parties().filter(it -> it.id().equals(id)).findFirst();
  }

  boolean hasCompany(String id) {
    return companies.stream().anyMatch(it -> it.id().equals(id));
  }

  boolean hasCounterpart(String id) {
    return counterparts.stream().anyMatch(it -> it.id().equals(id));
  }

  /** The same, with a party that cannot come in that time either. */
  MeetingSetUp withAway(String party, Away away) {
    return new MeetingSetUp(
        zone,
        minutes,
        venue,
        days,
        tables,
        interpreters,
        withAway(companies, party, away),
        withAway(counterparts, party, away));
  }

  private static List<MeetingParty> withAway(List<MeetingParty> parties, String party, Away away) {
    return parties.stream().map(it -> it.id().equals(party) ? it.awayToo(away) : it).toList();
  }
}
