package dev.kanmin.odalinkage.need;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.odalinkage.need.NeedCommand.*;
import dev.kanmin.odalinkage.need.NeedEvent.*;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a command leads to once {@link NeedLifeCycle} admits it. */
final class NeedDecider implements Decider<NeedCommand, NeedEvent, Need> {
  @Override
  public Need initial() {
    return Need.NONE;
  }

  @Override
  public List<NeedEvent> decide(NeedCommand command, Need need, CommandContext context) {
    return NeedLifeCycle.TABLE.admits(command, need, context)
        ? events(command, need, context.by(), context.at())
        : List.of();
  }

  private static List<NeedEvent> events(NeedCommand command, Need need, AgencyCode by, Instant at) {
    return switch (command) {
      case Register(var plan) -> register(plan, by, at);
      case Revise(var plan) -> revise(plan, need, at);
      case Verify(var remark) -> verify(remark, need.known());
      case Match(var linkage) -> List.of(matched(need.known(), linkage));
      case Unmatch(var linkage) -> List.of(unmatched(need, linkage));
      case Meet() -> List.of(met(need.known(), Optional.empty()));
      case MeetByLinkage(var linkage) -> List.of(met(need.known(), Optional.of(linkage)));
      case Lapse lapse -> lapse(lapse, need.known());
      case Reopen() ->
          List.of(
              new NeedReopened(need.unmatched(), need.known().country(), need.known().fields()));
    };
  }

  @Override
  public Need evolve(Need need, NeedEvent event) {
    return switch (event) {
      case NeedRegistered registered ->
          new Need(
              registered.owner(),
              registered.plan(),
              registered.state(),
              false,
              List.of(),
              Optional.empty());
      case NeedRevised revised -> need.planned(revised.plan().orElseThrow());
      case NeedVerified verified -> need.in(verified.state());
      case NeedMatched matched -> need.in(matched.state()).with(matched.linkage());
      case NeedUnmatched unmatched -> need.in(unmatched.state()).without(unmatched.linkage());
      case NeedMet met -> need.in(met.state());
      case NeedLapsed lapsed -> need.lapsedFor(new Need.Lapse(lapsed.reason(), lapsed.remark()));
      case NeedReopened reopened -> need.in(reopened.state());
    };
  }

  private static List<NeedEvent> register(NeedPlan plan, AgencyCode by, Instant at) {
    NeedRules.check(plan, Optional.empty(), at);
    return List.of(
        new NeedRegistered(
            NeedState.REGISTERED,
            plan.country(),
            plan.fields(),
            Optional.of(by),
            Optional.of(plan)));
  }

  private static List<NeedEvent> revise(NeedPlan plan, Need need, Instant at) {
    NeedRules.check(plan, need.known().wantedBy(), at);
    return plan.equals(need.known())
        ? List.of()
        : List.of(new NeedRevised(need.state(), plan.country(), plan.fields(), Optional.of(plan)));
  }

  private static List<NeedEvent> verify(Optional<LocalizedText> remark, NeedPlan plan) {
    NeedRules.remark(remark);
    return List.of(new NeedVerified(NeedState.VERIFIED, plan.country(), plan.fields(), remark));
  }

  private static NeedMatched matched(NeedPlan plan, String linkage) {
    return new NeedMatched(NeedState.MATCHED, plan.country(), plan.fields(), linkage);
  }

  private static NeedUnmatched unmatched(Need need, String linkage) {
    NeedState next =
        need.without(linkage).matchedBy().isEmpty() ? need.unmatched() : NeedState.MATCHED;
    return new NeedUnmatched(next, need.known().country(), need.known().fields(), linkage);
  }

  private static NeedMet met(NeedPlan plan, Optional<String> linkage) {
    return new NeedMet(NeedState.MET, plan.country(), plan.fields(), linkage);
  }

  private static List<NeedEvent> lapse(Lapse lapse, NeedPlan plan) {
    NeedRules.lapse(lapse);
    return List.of(
        new NeedLapsed(
            NeedState.LAPSED, plan.country(), plan.fields(), lapse.reason(), lapse.remark()));
  }
}
