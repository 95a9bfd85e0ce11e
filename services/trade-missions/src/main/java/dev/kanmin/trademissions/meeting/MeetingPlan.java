package dev.kanmin.trademissions.meeting;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.trademissions.mission.MissionOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The meetings of a mission as they stand.
 *
 * @param mission absent before the first event only
 * @param requests in the order of their coming
 * @param meetings planned; of a plan that is searched anew, those that stood before
 * @param search while one goes on
 * @param quality of the last search
 * @param told whether it was ever published: from then on every agency may know of it
 * @param reason why it was cancelled
 */
record MeetingPlan(
    Optional<MissionOutline> mission,
    MeetingPlanState state,
    Optional<MeetingSetUp> setUp,
    @JsonSetter(nulls = AS_EMPTY) List<MeetingRequest> requests,
    @JsonSetter(nulls = AS_EMPTY) List<Meeting> meetings,
    Optional<Search> search,
    Optional<PlanQuality> quality,
    boolean told,
    Optional<LocalizedText> reason) {

  static final MeetingPlan NONE =
      new MeetingPlan(
          Optional.empty(),
          MeetingPlanState.PREPARING,
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty());

  /**
   * A search that goes on.
   *
   * @param run names it among all searches
   * @param seconds after which it ends by itself
   * @param afresh whether it forgets the plan that stood, but for what is pinned
   * @param from the state to which the plan would return
   * @param stopAsked whether it is to end soon
   */
  record Search(String run, int seconds, boolean afresh, MeetingPlanState from, boolean stopAsked) {
    Search stopping() {
      return new Search(run, seconds, afresh, from, true);
    }
  }

  static MeetingPlan prepared(MissionOutline mission, MeetingSetUp setUp) {
    return new MeetingPlan(
        Optional.of(mission),
        MeetingPlanState.PREPARING,
        Optional.of(setUp),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  MissionOutline outline() {
    return mission.orElseThrow();
  }

  MeetingSetUp known() {
    return setUp.orElseThrow();
  }

  boolean isOrganisedBy(AgencyCode agency) {
    return mission.filter(it -> it.organiser().equals(agency)).isPresent();
  }

  boolean isCoOrganisedBy(AgencyCode agency) {
    return mission.filter(it -> it.coOrganisers().contains(agency)).isPresent();
  }

  boolean isSupportedBy(AgencyCode agency) {
    return mission.filter(it -> it.supporters().contains(agency)).isPresent();
  }

  /** The mission's agencies, which see who meets whom. */
  boolean isRunBy(AgencyCode agency) {
    return isOrganisedBy(agency) || isCoOrganisedBy(agency) || isSupportedBy(agency);
  }

  boolean isVisibleTo(AgencyCode agency) {
    return told || isRunBy(agency);
  }

  Optional<Meeting> meeting(MeetingPair pair) {
    return meetings.stream().filter(it -> it.pair().equals(pair)).findFirst();
  }

  long held() {
    return meetings.stream()
        .filter(it -> it.attendance().equals(Optional.of(Attendance.HELD)))
        .count();
  }

  /** Pairs of which at least one side asked. */
  long pairs() {
    return requests.stream().map(MeetingRequest::pair).distinct().count();
  }

  MeetingPlan in(MeetingPlanState newState) {
    return new MeetingPlan(
        mission,
        newState,
        setUp,
        requests,
        meetings,
        newState == MeetingPlanState.SEARCHING ? search : Optional.empty(),
        quality,
        told || newState == MeetingPlanState.PUBLISHED,
        reason);
  }

  MeetingPlan cancelled(MeetingPlanState newState, Optional<LocalizedText> newReason) {
    return new MeetingPlan(
        mission, newState, setUp, requests, meetings, Optional.empty(), quality, told, newReason);
  }

  MeetingPlan setUp(MeetingSetUp newSetUp) {
    return new MeetingPlan(
        mission, state, Optional.of(newSetUp), requests, meetings, search, quality, told, reason);
  }

  /** One request of a side for a meeting: a later one takes the earlier one's place. */
  MeetingPlan asking(List<MeetingRequest> asked) {
    List<MeetingRequest> all = new ArrayList<>(requests);
    for (MeetingRequest request : asked) {
      int there = indexOf(all, request);
      if (there < 0) {
        all.add(request);
      } else {
        all.set(there, request);
      }
    }
    return requesting(all);
  }

  private static int indexOf(List<MeetingRequest> all, MeetingRequest request) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).asks(request)) {
        return i;
      }
    }
    return -1;
  }

  MeetingPlan withdrawing(List<MeetingRequest> withdrawn) {
    return requesting(
        requests.stream().filter(it -> withdrawn.stream().noneMatch(it::asks)).toList());
  }

  private MeetingPlan requesting(List<MeetingRequest> newRequests) {
    return new MeetingPlan(
        mission, state, setUp, newRequests, meetings, search, quality, told, reason);
  }

  MeetingPlan meeting(List<Meeting> newMeetings) {
    return new MeetingPlan(
        mission, state, setUp, requests, newMeetings, search, quality, told, reason);
  }

  /** The meeting takes the place of the one of that pair, if there is one. */
  MeetingPlan with(Meeting meeting) {
    return meeting(
        Stream.concat(
                meetings.stream().filter(it -> !it.pair().equals(meeting.pair())),
                Stream.of(meeting))
            .toList());
  }

  MeetingPlan searching(Optional<Search> newSearch) {
    return new MeetingPlan(
        mission, state, setUp, requests, meetings, newSearch, quality, told, reason);
  }

  MeetingPlan made(List<Meeting> newMeetings, PlanQuality newQuality) {
    return new MeetingPlan(
        mission,
        state,
        setUp,
        requests,
        newMeetings,
        search,
        Optional.of(newQuality),
        told,
        reason);
  }
}
