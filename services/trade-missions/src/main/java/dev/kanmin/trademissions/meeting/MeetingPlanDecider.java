package dev.kanmin.trademissions.meeting;

import static dev.kanmin.trademissions.meeting.MeetingPlanState.CANCELLED;
import static dev.kanmin.trademissions.meeting.MeetingPlanState.CLOSED;
import static dev.kanmin.trademissions.meeting.MeetingPlanState.PLANNED;
import static dev.kanmin.trademissions.meeting.MeetingPlanState.PREPARING;
import static dev.kanmin.trademissions.meeting.MeetingPlanState.PUBLISHED;
import static dev.kanmin.trademissions.meeting.MeetingPlanState.SEARCHING;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.trademissions.meeting.MeetingPlanCommand.*;
import dev.kanmin.trademissions.meeting.MeetingPlanEvent.*;
import dev.kanmin.trademissions.mission.MissionOutline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a command leads to once {@link MeetingPlanLifeCycle} admits it, and the rules that need more
 * than the plan and the time.
 */
final class MeetingPlanDecider
    implements Decider<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> {
  private static final int LONGEST_SEARCH_SECONDS = 3_600;
  private static final int MOST_AT_ONCE = 2_000;
  private static final int MOST_REQUESTS = 10_000;
  private static final int HIGHEST_PRIORITY = 5;
  private static final int LONGEST_NOTE = 2_000;
  private static final int LONGEST_REASON = 1_000;

  @Override
  public MeetingPlan initial() {
    return MeetingPlan.NONE;
  }

  @Override
  public List<MeetingPlanEvent> decide(
      MeetingPlanCommand command, MeetingPlan plan, CommandContext context) {
    return MeetingPlanLifeCycle.TABLE.admits(command, plan, context)
        ? events(command, plan, context.by(), context.at())
        : List.of();
  }

  private static List<MeetingPlanEvent> events(
      MeetingPlanCommand command, MeetingPlan plan, AgencyCode by, Instant at) {
    return switch (command) {
      case Prepare(var mission, var setUp) -> prepare(mission, setUp, by);
      case SetUp(var setUp) -> setUp(setUp, plan);
      case Ask(var requests) -> ask(requests, plan);
      case WithdrawRequests(var requests) -> withdraw(requests, plan);
      case Look look -> look(look, plan);
      case StopSearch() ->
          plan.search().filter(MeetingPlan.Search::stopAsked).isPresent()
              ? List.of()
              : List.of(new MeetingSearchStopped());
      case TakePlan taken -> take(taken, plan);
      case Pin pin -> List.of(Pinning.pin(pin, plan));
      case Unpin unpin -> unpin(unpin.pair(), plan);
      case NoteNoShow noShow -> noShow(noShow, plan, at);
      case Publish() -> publish(plan);
      case NoteAttendance noted -> attendance(noted, plan, at);
      case Close() -> close(plan);
      case CancelPlan(var reason) -> {
        Checks.text(reason, LONGEST_REASON, "/reason");
        yield List.of(new MeetingPlanCancelled(CANCELLED, Optional.of(reason)));
      }
    };
  }

  @Override
  public MeetingPlan evolve(MeetingPlan plan, MeetingPlanEvent event) {
    return switch (event) {
      case MeetingPlanPrepared(var state, var id, var mission, var setUp) ->
          MeetingPlan.prepared(mission.orElseThrow(), setUp.orElseThrow());
      case MeetingPlanSetUp(var setUp) -> plan.setUp(setUp.orElseThrow());
      case MeetingsRequested(var count, var requests) -> plan.asking(requests.orElseThrow());
      case MeetingRequestsWithdrawn(var count, var requests) ->
          plan.withdrawing(requests.orElseThrow());
      case MeetingSearchStarted(var state, var search) -> plan.searching(search).in(state);
      case MeetingSearchStopped() ->
          plan.searching(plan.search().map(MeetingPlan.Search::stopping));
      case MeetingPlanMade made ->
          plan.in(made.state()).made(made.meetings().orElseThrow(), made.quality().orElseThrow());
      case MeetingPinned(var meeting, var gaveWay) ->
          Pinning.without(gaveWay.orElseThrow(), plan).with(meeting.orElseThrow());
      case MeetingUnpinned(var pair) ->
          plan.meeting(pair.orElseThrow()).map(it -> plan.with(it.pinned(false))).orElse(plan);
      case MeetingNoShowNoted(var from, var to, var party) ->
          plan.setUp(plan.known().withAway(party.orElseThrow(), new Away(from, to)));
      case MeetingPlanPublished(var state, var planned) -> plan.in(state);
      case MeetingAttendanceNoted(var what, var pair, var note) ->
          plan.meeting(pair.orElseThrow())
              .map(it -> plan.with(it.attended(what, note)))
              .orElse(plan);
      case MeetingPlanClosed(var state) -> plan.in(state);
      case MeetingPlanCancelled(var state, var reason) -> plan.cancelled(state, reason);
    };
  }

  private static List<MeetingPlanEvent> prepare(
      MissionOutline mission, MeetingSetUp setUp, AgencyCode by) {
    if (!mission.organiser().equals(by) && !mission.coOrganisers().contains(by)) {
      throw MeetingRules.NOT_YOUR_PLAN.refuse("Organised by " + mission.organiser() + ".");
    }
    SetUpChecks.check(setUp);
    return List.of(
        new MeetingPlanPrepared(PREPARING, mission.id(), Optional.of(mission), Optional.of(setUp)));
  }

  private static List<MeetingPlanEvent> setUp(MeetingSetUp setUp, MeetingPlan plan) {
    SetUpChecks.check(setUp);
    SetUpChecks.replaces(setUp, plan);
    return plan.setUp().equals(Optional.of(setUp))
        ? List.of()
        : List.of(new MeetingPlanSetUp(Optional.of(setUp)));
  }

  private static List<MeetingPlanEvent> ask(List<MeetingRequest> requests, MeetingPlan plan) {
    Checks.size(requests, MOST_AT_ONCE, "/requests");
    Checks.each(requests, "/requests", (request, place) -> request(request, plan, place));
    List<MeetingRequest> changed =
        requests.stream().filter(it -> !plan.requests().contains(it)).toList();
    if (plan.requests().size() + changed.size() > MOST_REQUESTS) {
      throw Checks.TOO_MANY_ENTRIES.refuse(
          "A plan takes " + MOST_REQUESTS + " requests.", "/requests");
    }
    return changed.isEmpty()
        ? List.of()
        : List.of(new MeetingsRequested(changed.size(), Optional.of(changed)));
  }

  private static void request(MeetingRequest request, MeetingPlan plan, String pointer) {
    parties(request.pair(), plan, pointer);
    if (request.priority() < 1 || request.priority() > HIGHEST_PRIORITY) {
      throw Checks.NUMBER_OUT_OF_RANGE.refuse(
          "It is 1 to " + HIGHEST_PRIORITY + ".", pointer + "/priority");
    }
  }

  static void parties(MeetingPair pair, MeetingPlan plan, String pointer) {
    if (!plan.known().hasCompany(pair.company())) {
      throw MeetingRules.UNKNOWN_PARTY.refuse(
          "No company of the set-up has this id.", pointer + "/company");
    }
    if (!plan.known().hasCounterpart(pair.counterpart())) {
      throw MeetingRules.UNKNOWN_PARTY.refuse(
          "No counterpart of the set-up has this id.", pointer + "/counterpart");
    }
  }

  private static List<MeetingPlanEvent> withdraw(List<MeetingRequest> requests, MeetingPlan plan) {
    Checks.size(requests, MOST_AT_ONCE, "/requests");
    List<MeetingRequest> there =
        plan.requests().stream().filter(it -> requests.stream().anyMatch(it::asks)).toList();
    return there.isEmpty()
        ? List.of()
        : List.of(new MeetingRequestsWithdrawn(there.size(), Optional.of(there)));
  }

  private static List<MeetingPlanEvent> look(Look look, MeetingPlan plan) {
    if (look.seconds() < 1 || look.seconds() > LONGEST_SEARCH_SECONDS) {
      throw Checks.NUMBER_OUT_OF_RANGE.refuse(
          "It is 1 to " + LONGEST_SEARCH_SECONDS + ".", "/seconds");
    }
    return List.of(
        new MeetingSearchStarted(
            SEARCHING,
            Optional.of(
                new MeetingPlan.Search(
                    look.run(), look.seconds(), look.afresh(), plan.state(), false))));
  }

  /** Of an older search nothing is taken: somebody else has found another plan meanwhile. */
  private static List<MeetingPlanEvent> take(TakePlan taken, MeetingPlan plan) {
    return plan.search().filter(it -> it.run().equals(taken.run())).isEmpty()
        ? List.of()
        : List.of(
            new MeetingPlanMade(
                PLANNED,
                taken.meetings().size(),
                (int) plan.pairs(),
                Optional.of(taken.meetings()),
                Optional.of(taken.quality())));
  }

  private static List<MeetingPlanEvent> unpin(MeetingPair pair, MeetingPlan plan) {
    return meeting(pair, plan).pinned()
        ? List.of(new MeetingUnpinned(Optional.of(pair)))
        : List.of();
  }

  private static Meeting meeting(MeetingPair pair, MeetingPlan plan) {
    return plan.meeting(pair)
        .orElseThrow(
            () ->
                MeetingRules.NO_SUCH_MEETING.refuse(
                    pair.company() + " does not meet " + pair.counterpart() + "."));
  }

  private static List<MeetingPlanEvent> noShow(NoteNoShow noShow, MeetingPlan plan, Instant at) {
    MeetingParty party =
        plan.known()
            .party(noShow.party())
            .orElseThrow(
                () ->
                    MeetingRules.UNKNOWN_PARTY.refuse(
                        "Nobody of the set-up has this id.", "/party"));
    Instant from = noShow.from().orElse(at);
    Instant to =
        noShow
            .to()
            .or(() -> plan.known().slots().stream().map(SlotTime::to).max(Instant::compareTo))
            .orElse(from);
    if (!from.isBefore(to)) {
      throw MeetingRules.TIMES_OUT_OF_ORDER.refuse(
          "It would end at " + to + "; give a time after its beginning.", "/to");
    }
    return party.away().contains(new Away(from, to))
        ? List.of()
        : List.of(new MeetingNoShowNoted(from, to, Optional.of(party.id())));
  }

  private static List<MeetingPlanEvent> publish(MeetingPlan plan) {
    Optional<Meeting> impossible =
        plan.meetings().stream()
            .filter(it -> it.attendance().isEmpty())
            .filter(it -> Pinning.absent(it, plan.known()).isPresent())
            .findFirst();
    if (impossible.isPresent()) {
      Meeting meeting = impossible.get();
      throw MeetingRules.PARTY_ABSENT.refuse(
          "%s cannot come to %s; search for a new plan first."
              .formatted(Pinning.absent(meeting, plan.known()).orElse(""), meeting.slot()));
    }
    return List.of(new MeetingPlanPublished(PUBLISHED, plan.meetings().size()));
  }

  private static List<MeetingPlanEvent> attendance(
      NoteAttendance noted, MeetingPlan plan, Instant at) {
    Meeting meeting = meeting(noted.pair(), plan);
    noted.note().ifPresent(it -> Checks.text(it, LONGEST_NOTE, "/note"));
    plan.known()
        .slot(meeting.slot())
        .filter(it -> at.isBefore(it.from()))
        .ifPresent(
            it -> {
              throw MeetingRules.NOT_BEGUN.refuse("It begins at " + it.from() + ".");
            });
    return meeting.equals(meeting.attended(noted.attendance(), noted.note()))
        ? List.of()
        : List.of(
            new MeetingAttendanceNoted(
                noted.attendance(), Optional.of(noted.pair()), noted.note()));
  }

  private static List<MeetingPlanEvent> close(MeetingPlan plan) {
    long open = plan.meetings().stream().filter(it -> it.attendance().isEmpty()).count();
    if (open > 0) {
      throw MeetingRules.ATTENDANCE_MISSING.refuse(
          "%d of %d do not.".formatted(open, plan.meetings().size()));
    }
    return List.of(new MeetingPlanClosed(CLOSED));
  }
}
