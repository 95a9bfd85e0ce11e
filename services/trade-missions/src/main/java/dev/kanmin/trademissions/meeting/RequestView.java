package dev.kanmin.trademissions.meeting;

import dev.kanmin.trademissions.timetable.Encounter;
import dev.kanmin.trademissions.timetable.Timetable;
import dev.kanmin.trademissions.timetable.WhyNot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request, and what has become of it.
 *
 * @param meeting planned for it
 * @param unmet why there is none
 */
public record RequestView(
    MeetingRequest request, Optional<Meeting> meeting, Optional<Unmet> unmet) {

  /**
   * Why two do not meet.
   *
   * @param reason the first that holds, from what no plan could change to what another could
   * @param companyBusy slots in which both could come and the company meets somebody else
   * @param counterpartBusy the same of the counterpart
   * @param noTable slots in which every table that is large enough is taken
   * @param noInterpreter slots in which every interpreter of their languages is taken or away
   * @param cheapest slot in which the least would have to give way
   * @param instead the meetings that would have to give way there
   */
  @Schema(name = "UnmetRequest")
  public record Unmet(
      UnmetReason reason,
      int companyBusy,
      int counterpartBusy,
      int noTable,
      int noInterpreter,
      Optional<String> cheapest,
      List<MeetingPair> instead) {}

  /** All requests of a plan, in the order of their coming. */
  static List<RequestView> of(MeetingPlan plan, TimetableMaker maker) {
    Timetable timetable = maker.asItIs();
    List<RequestView> views = new ArrayList<>();
    Map<MeetingPair, Encounter> encounters = new HashMap<>();
    timetable.encounters().forEach(it -> encounters.put(maker.pair(it), it));
    Map<MeetingPair, Optional<Unmet>> unmet = new HashMap<>();
    for (MeetingRequest request : plan.requests()) {
      Optional<Meeting> meeting = plan.meeting(request.pair());
      views.add(
          new RequestView(
              request,
              meeting,
              meeting.isPresent()
                  ? Optional.empty()
                  : unmet.computeIfAbsent(
                      request.pair(),
                      pair ->
                          Optional.ofNullable(encounters.get(pair))
                              .map(it -> unmet(WhyNot.of(timetable, it), maker)))));
    }
    return views;
  }

  private static Unmet unmet(WhyNot why, TimetableMaker maker) {
    return new Unmet(
        UnmetReason.of(why.reason()),
        why.companyBusy(),
        why.counterpartBusy(),
        why.noTable(),
        why.noInterpreter(),
        why.cheapest().map(it -> maker.slotCode(it.slot())),
        why.cheapest().stream().flatMap(it -> it.inTheWay().stream()).map(maker::pair).toList());
  }
}
