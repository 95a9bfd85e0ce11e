package dev.kanmin.smeadvice.cases;

import static dev.kanmin.smeadvice.cases.CaseState.ASSIGNED;
import static dev.kanmin.smeadvice.cases.CaseState.CLOSED;
import static dev.kanmin.smeadvice.cases.CaseState.IN_PROGRESS;
import static dev.kanmin.smeadvice.cases.CaseState.OPENED;
import static dev.kanmin.smeadvice.cases.CaseState.WAITING_FOR_COMPANY;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Cell;
import dev.kanmin.codes.calendar.WorkingCalendar;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.smeadvice.cases.CaseCommand.*;
import dev.kanmin.smeadvice.cases.CaseEvent.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command leads to once {@link CaseLifeCycle} or {@link ReferralLifeCycle} admits it, and
 * the rules that need more than the case and the time.
 */
final class CaseDecider implements Decider<CaseCommand, CaseEvent, Case> {
  /** Of {@code case-outcomes}: it goes on in another case. */
  private static final String JOINED = "joined";

  @Override
  public Case initial() {
    return Case.NONE;
  }

  @Override
  public List<CaseEvent> decide(CaseCommand command, Case one, CommandContext context) {
    boolean admitted =
        command instanceof ToReferral referral
            ? ReferralLifeCycle.TABLE.admits(
                referral, one.findReferral(referral.referral()), context)
            : CaseLifeCycle.TABLE.admits(command, one, context);
    return admitted ? events(command, one, context.by(), context.at()) : List.of();
  }

  private static List<CaseEvent> events(CaseCommand command, Case one, AgencyCode by, Instant at) {
    String id = one.subject().caseId();
    return switch (command) {
      case Open open -> open(open, by, at);
      case Attach(var origins) -> attach(origins, one, by);
      case Relate(var origins) -> relate(origins, one);
      case FollowCompany(var company) ->
          one.subject().companyId().equals(company)
              ? List.of()
              : List.of(new CaseCompanyMerged(id, company, one.subject().companyId()));
      case TakeIn taken -> takeIn(taken, one);
      case Join(var into, var company) ->
          List.of(new CaseJoined(id, CLOSED, JOINED, into, company, at));
      case Assign(var office, var adviser) -> assign(ASSIGNED, office, adviser, one, at);
      case Reassign(var office, var adviser) -> assign(one.state(), office, adviser, one, at);
      case Start() -> List.of(new CaseStarted(id, IN_PROGRESS, at));
      case AskCompany(var note, var question, var replyBy) -> {
        CaseRules.text(question, "/question");
        yield List.of(
            new CompanyAsked(
                id,
                WAITING_FOR_COMPANY,
                at,
                replyBy,
                Optional.of(new Note(note, "note", question, by, at))));
      }
      case RecordReply(var note, var reply) -> {
        CaseRules.text(reply, "/reply");
        yield List.of(
            new CompanyReplied(
                id, IN_PROGRESS, at, Optional.of(new Note(note, "note", reply, by, at))));
      }
      case AddNote(var note, var kind, var text) -> {
        CaseRules.listed("note-kinds", kind, "/kind");
        CaseRules.text(text, "/text");
        yield List.of(
            new NoteAdded(id, note, kind, Optional.of(new Note(note, kind, text, by, at))));
      }
      case AddAction(var action, var kind, var due, var text) -> {
        CaseRules.listed("action-kinds", kind, "/kind");
        CaseRules.text(text, "/text");
        yield List.of(
            new NextActionAdded(id, new ActionToDo(action, kind, due, Optional.empty()), by, text));
      }
      case Prepare(var mission, var begins) ->
          Preparations.of(id, mission, begins, WorkingCalendar.dayOf(at)).stream()
              .filter(it -> one.action(it.actionId()).isEmpty())
              .<CaseEvent>map(it -> new NextActionAdded(id, it, by, Optional.empty()))
              .toList();
      case Consider consider -> consider(consider, one, by, at);
      case CompleteAction(var action) ->
          settle(action, ActionState.DONE, one, new NextActionCompleted(id, action));
      case DropAction(var action) ->
          settle(action, ActionState.DROPPED, one, new NextActionDropped(id, action));
      case Refer refer -> refer(refer, one, at);
      case Tag(var tags, var programmes) -> tag(tags, programmes, one);
      case Close(var outcome, var text) -> {
        CaseRules.listed("case-outcomes", outcome, "/outcome");
        CaseRules.text(text, "/text");
        yield List.of(new CaseClosed(id, CLOSED, outcome, at, text));
      }
      case Accept(var referral) ->
          List.of(new ReferralAccepted(id, referral, ReferralState.ACCEPTED));
      case Complete(var referral) ->
          List.of(new ReferralCompleted(id, referral, ReferralState.COMPLETED));
      case Decline(var referral, var reason) -> {
        CaseRules.text(reason, "/reason");
        yield List.of(
            new ReferralDeclined(id, referral, ReferralState.DECLINED, Optional.of(reason)));
      }
    };
  }

  @Override
  public Case evolve(Case one, CaseEvent event) {
    return switch (event) {
      case CaseOpened it ->
          Case.of(
                  new Case.Subject(
                      it.caseId(),
                      it.companyId(),
                      new Cell(it.country(), it.field()),
                      it.agency(),
                      it.request(),
                      it.sample()),
                  it.at())
              .assignedTo(it.office(), Optional.empty())
              .attaching(Optional.empty(), it.arisesFrom())
              .tagged(it.tags(), it.programmes());
      case CaseAttached it -> one.attaching(it.agency(), it.arisesFrom());
      case CaseCompanyMerged it -> one.ofCompany(it.companyId());
      case CaseJoined it ->
          one.ofCompany(it.companyId())
              .in(it.state(), it.at())
              .endedBy(new Case.Ending(it.outcome(), Optional.empty(), Optional.of(it.into())));
      case CaseAssigned it ->
          moved(one, it.state(), it.at()).assignedTo(Optional.of(it.office()), it.adviser());
      case CaseStarted it -> one.in(it.state(), it.at());
      case CompanyAsked it ->
          one.in(it.state(), it.at()).noting(it.question()).expectingReply(it.replyBy());
      case CompanyReplied it ->
          one.in(it.state(), it.at()).noting(it.reply()).expectingReply(Optional.empty());
      case CaseClosed it ->
          one.in(it.state(), it.at())
              .endedBy(new Case.Ending(it.outcome(), it.text(), Optional.empty()));
      case NoteAdded it -> one.noting(it.note());
      case NextActionAdded(var id, var action, var by, var text) ->
          one.with(
              new NextAction(
                  action.actionId(),
                  action.kind(),
                  action.due(),
                  action.arisesFrom(),
                  by,
                  ActionState.OPEN,
                  text));
      case NextActionCompleted(var id, var action) ->
          one.changedAction(action, it -> it.in(ActionState.DONE));
      case NextActionDropped(var id, var action) ->
          one.changedAction(action, it -> it.in(ActionState.DROPPED));
      case CaseTagged it -> one.tagged(it.tags(), it.programmes());
      case ReferralMade it ->
          one.with(
              new Referral(
                  it.referralId(), it.to(), it.state(), it.at(), it.reason(), Optional.empty()));
      case ReferralAccepted it ->
          one.changedReferral(it.referralId(), old -> old.in(it.state(), Optional.empty()));
      case ReferralCompleted it ->
          one.changedReferral(it.referralId(), old -> old.in(it.state(), Optional.empty()));
      case ReferralDeclined it ->
          one.changedReferral(it.referralId(), old -> old.in(it.state(), it.reason()));
    };
  }

  /** Given to another office, it stays in its state and no clock begins anew. */
  private static Case moved(Case one, CaseState state, Instant at) {
    return one.state() == state ? one : one.in(state, at);
  }

  private static List<CaseEvent> open(Open open, AgencyCode by, Instant at) {
    CaseRules.check(open);
    return List.of(
        new CaseOpened(
            open.caseId(),
            OPENED,
            open.companyId(),
            open.cell().country(),
            open.cell().field(),
            by,
            open.office(),
            open.arisesFrom(),
            open.tags(),
            open.programmes(),
            at,
            open.sample(),
            open.request()));
  }

  private static List<CaseEvent> attach(List<String> origins, Case one, AgencyCode by) {
    CaseRules.origins(origins);
    boolean within = one.isOwnedBy(by) || one.attached().contains(by);
    if (within && origins.isEmpty()) {
      throw CaseRules.ALREADY_YOURS.refuse(
          "Say in arisesFrom what else the case comes from, or leave it.", "/arisesFrom");
    }
    return within
        ? relate(origins, one)
        : List.of(new CaseAttached(one.subject().caseId(), Optional.of(by), unknown(origins, one)));
  }

  private static List<CaseEvent> relate(List<String> origins, Case one) {
    List<String> more = unknown(origins, one);
    return more.isEmpty()
        ? List.of()
        : List.of(new CaseAttached(one.subject().caseId(), Optional.empty(), more));
  }

  /**
   * Who advised there is attached here, and what was to be done there is to be done here. What was
   * said in confidence there is not told here: for that, the other case is referred.
   */
  private static List<CaseEvent> takeIn(TakeIn taken, Case one) {
    String id = one.subject().caseId();
    List<AgencyCode> joining =
        taken.agencies().stream()
            .distinct()
            .filter(it -> !one.isOwnedBy(it) && !one.attached().contains(it))
            .toList();
    List<String> origins =
        unknown(Stream.concat(Stream.of(taken.from()), taken.arisesFrom().stream()).toList(), one);
    List<CaseEvent> events = new ArrayList<>();
    if (!origins.isEmpty()) {
      events.add(new CaseAttached(id, joining.stream().findFirst(), origins));
    }
    joining.stream()
        .skip(origins.isEmpty() ? 0 : 1)
        .forEach(it -> events.add(new CaseAttached(id, Optional.of(it), List.of())));
    taken.actions().stream()
        .filter(it -> it.isOpen() && one.action(it.id()).isEmpty())
        .limit(Math.max(0, CaseRules.MOST_ACTIONS - one.actions().size()))
        .forEach(
            it ->
                events.add(
                    new NextActionAdded(
                        id,
                        new ActionToDo(it.id(), it.kind(), it.due(), it.arisesFrom()),
                        it.by(),
                        Optional.empty())));
    return events;
  }

  private static List<String> unknown(List<String> origins, Case one) {
    return origins.stream().filter(it -> !one.arisesFrom().contains(it)).toList();
  }

  private static List<CaseEvent> assign(
      CaseState state, Office office, Optional<String> adviser, Case one, Instant at) {
    CaseRules.office(office);
    adviser.ifPresent(it -> Checks.code(it, "/adviser"));
    boolean same =
        one.state() == state
            && one.office().equals(Optional.of(office))
            && one.adviser().equals(adviser);
    return same
        ? List.of()
        : List.of(new CaseAssigned(one.subject().caseId(), state, office, at, adviser));
  }

  /** What still waits to be considered is not asked for again. */
  private static List<CaseEvent> consider(Consider asked, Case one, AgencyCode by, Instant at) {
    boolean known =
        one.action(asked.action()).isPresent()
            || one.actions().stream()
                .filter(NextAction::isOpen)
                .filter(it -> it.kind().equals(asked.kind()))
                .anyMatch(it -> it.arisesFrom().equals(Optional.of(asked.subject())));
    return known
        ? List.of()
        : List.of(
            new NextActionAdded(
                one.subject().caseId(),
                News.action(asked, WorkingCalendar.dayOf(at)),
                by,
                Optional.empty()));
  }

  private static List<CaseEvent> settle(String id, ActionState state, Case one, CaseEvent event) {
    NextAction action =
        one.action(id)
            .orElseThrow(
                () -> CaseRules.NO_SUCH_ACTION.refuse("The case has no next action " + id));
    if (action.state() == state) {
      return List.of();
    }
    if (!action.isOpen()) {
      throw CaseRules.ACTION_SETTLED.refuse("It is " + action.state().code() + ".");
    }
    return List.of(event);
  }

  private static List<CaseEvent> refer(Refer refer, Case one, Instant at) {
    Referral.Target to = refer.to();
    if (to.agency().isPresent() == to.missionId().isPresent()) {
      throw CaseRules.ONE_TARGET.refuse("Give to.agency or to.missionId.", "/to");
    }
    to.agency()
        .ifPresent(
            agency -> {
              Checks.agency(agency, "/to/agency");
              if (one.isOwnedBy(agency)) {
                throw CaseRules.TO_ITSELF.refuse("Name another agency.", "/to/agency");
              }
            });
    to.missionId()
        .filter(mission -> !Ids.isWellFormed("msn", mission))
        .ifPresent(
            mission -> {
              throw CaseRules.ILL_FORMED_ID.refuse(
                  "A mission is msn_ and 26 characters.", "/to/missionId");
            });
    CaseRules.text(refer.reason(), "/reason");
    one.referrals().stream()
        .filter(it -> it.to().equals(to) && it.state().isOpen())
        .findFirst()
        .ifPresent(
            earlier -> {
              throw CaseRules.ALREADY_REFERRED.refuse(
                  earlier.id() + " is " + earlier.state().code() + ".", "/to");
            });
    return List.of(
        new ReferralMade(
            one.subject().caseId(),
            refer.referral(),
            ReferralState.OUTSTANDING,
            to,
            one.subject().companyId(),
            at,
            refer.reason()));
  }

  private static List<CaseEvent> tag(List<String> tags, List<String> programmes, Case one) {
    CaseRules.tags(tags, programmes);
    return tags.equals(one.tags()) && programmes.equals(one.programmes())
        ? List.of()
        : List.of(new CaseTagged(one.subject().caseId(), tags, programmes));
  }
}
