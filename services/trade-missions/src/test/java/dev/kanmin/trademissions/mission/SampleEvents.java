package dev.kanmin.trademissions.mission;

import static dev.kanmin.trademissions.mission.Samples.FIRST_DAY;
import static dev.kanmin.trademissions.mission.Samples.FULL;
import static dev.kanmin.trademissions.mission.Samples.JANUARY;
import static dev.kanmin.trademissions.mission.Samples.JETRO;
import static dev.kanmin.trademissions.mission.Samples.METI;
import static dev.kanmin.trademissions.mission.Samples.OCTOBER;
import static dev.kanmin.trademissions.mission.Samples.OLIVE;
import static dev.kanmin.trademissions.mission.Samples.SURVIVOR;
import static dev.kanmin.trademissions.mission.Samples.WHY;
import static dev.kanmin.trademissions.mission.Samples.apply;
import static dev.kanmin.trademissions.mission.Samples.applyAs;
import static dev.kanmin.trademissions.mission.Samples.open;
import static dev.kanmin.trademissions.mission.Samples.plan;

import dev.kanmin.codes.Field;
import dev.kanmin.codes.Money;
import dev.kanmin.events.wire.EventTypes;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.service.Stories;
import dev.kanmin.testkit.service.Stories.Told;
import dev.kanmin.trademissions.mission.MissionCommand.*;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One full and, where anything is optional, one minimal example of each event, as they come in the
 * lives of some made-up missions.
 */
public final class SampleEvents {
  private static final Deadline FEBRUARY =
      new Deadline(Instant.parse("2027-02-01T08:00:00Z"), ZoneId.of("Asia/Tokyo"));
  private static final Instant MARCH = Instant.parse("2027-03-09T02:00:00Z");

  private SampleEvents() {}

  /** File name to event: {@code mission-announced.v1.full}. */
  static Map<String, Told<MissionEvent>> all() {
    Map<String, Told<MissionEvent>> samples = new LinkedHashMap<>();
    List.of(pavilion(), cancelled(), terminated(), past(plan("pavilion")))
        .forEach(story -> story.told().forEach(it -> samples.putIfAbsent(name(it) + ".full", it)));
    Stream.of(dialogue(), past(bare()))
        .flatMap(story -> story.told().stream())
        .filter(SampleEvents::hasOptionalParts)
        .forEach(it -> samples.put(name(it) + ".minimal", it));
    return samples;
  }

  /** The same, for the contract of the whole service. */
  public static EventContract addTo(EventContract contract) {
    return contract.told(
        Missions.TYPE,
        List.of(pavilion(), cancelled(), terminated(), past(plan("pavilion"))),
        List.of(dialogue(), past(bare())));
  }

  private static boolean hasOptionalParts(Told<MissionEvent> told) {
    return told.event() instanceof MissionEvent.MissionAnnounced
        || told.event() instanceof MissionEvent.MissionRescheduled
        || told.event() instanceof MissionEvent.MissionAmended
        || told.event() instanceof MissionEvent.PastMissionRecorded;
  }

  /** With all that an announcement can tell; three of four companies are offered a place. */
  private static Stories<MissionCommand, MissionEvent, Mission> pavilion() {
    return Given.mission(
            new Draft(plan("pavilion")),
            new Revise(plan("pavilion", json -> json.put("capacity", 1))),
            new Announce(),
            new ExtendDeadline(FEBRUARY),
            new Open())
        .by(METI)
        .given(
            applyAs(id(1), OLIVE),
            apply(id(2), 2),
            apply(id(3), 3),
            apply(id(4), 4),
            apply(id(5), 5))
        .by(JETRO)
        .given(
            new Reschedule(
                plan("pavilion").stops(), Optional.of(new Deadline(JANUARY, FEBRUARY.zone()))),
            new Amend(
                Optional.of(WHY),
                List.of(Field.of("endoscopy")),
                List.of(new VenueOfStop(1, "Sample Hall")),
                Optional.of(2),
                Optional.of(Money.of("120000", "JPY")),
                Optional.of(WHY)),
            new Amend(
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(1),
                Optional.empty(),
                Optional.empty()),
            new StartSelection(),
            new Select(id(1)),
            new Waitlist(id(2)),
            new Waitlist(id(3)),
            new Waitlist(id(4)),
            new Decline(id(5), FULL))
        .at(JANUARY)
        .given(new FinishSelection())
        .given(new FollowCompany(OLIVE, SURVIVOR, Optional.empty()))
        .by(METI)
        .given(new Withdraw(id(1)), new DeclineOffer(id(2)))
        .by(JETRO)
        .at(JANUARY.plus(Duration.ofDays(11)))
        .given(new LapseOffers(), new Postpone(WHY), new Resume(List.of(), Optional.empty()))
        .by(METI)
        .given(new AcceptOffer(id(4)))
        .by(JETRO)
        .at(MARCH)
        .given(new Start(), new GiveReport(new MissionReport(WHY, List.of())));
  }

  private static Stories<MissionCommand, MissionEvent, Mission> cancelled() {
    return Given.mission(open(20)).given(new Cancel(WHY));
  }

  private static Stories<MissionCommand, MissionEvent, Mission> terminated() {
    return Given.mission(new Draft(plan("policy-dialogue")), new Announce())
        .at(FIRST_DAY)
        .given(new Start(), new Terminate(WHY));
  }

  private static Stories<MissionCommand, MissionEvent, Mission> dialogue() {
    return Given.mission(new Draft(bare()), new Announce())
        .at(OCTOBER.plus(Duration.ofDays(1)))
        .given(
            new Reschedule(plan("outward-endoscopy").stops(), Optional.empty()),
            new Amend(
                Optional.of(WHY),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  private static MissionPlan bare() {
    return plan("policy-dialogue", json -> json.remove(List.of("supporters", "agenda", "sample")));
  }

  /** Entered long after it was over. */
  private static Stories<MissionCommand, MissionEvent, Mission> past(MissionPlan plan) {
    boolean known = plan.capacity().isPresent();
    return Given.nothing()
        .at(MARCH.plus(Duration.ofDays(400)))
        .given(
            new RecordPast(
                plan,
                known ? Optional.of(12) : Optional.empty(),
                known ? Optional.of(new MissionReport(WHY, List.of())) : Optional.empty()));
  }

  private static String id(int number) {
    return "app_01k00000000000000000samp0" + number;
  }

  private static String name(Told<MissionEvent> told) {
    String type = Samples.EVENTS.typeOf(told.event().getClass());
    return EventTypes.shortName(type) + type.substring(type.lastIndexOf(".v"));
  }
}
