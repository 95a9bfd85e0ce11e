package dev.kanmin.controltower.outcome;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.controltower.outcome.Confirming.Answer;
import dev.kanmin.controltower.outcome.Confirming.Evidence;
import dev.kanmin.controltower.outcome.Confirming.Link;
import dev.kanmin.controltower.outcome.OutcomeCommand.*;
import dev.kanmin.controltower.outcome.OutcomeEvent.*;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a command leads to once {@link OutcomeLifeCycle} admits it. */
final class OutcomeDecider implements Decider<OutcomeCommand, OutcomeEvent, Outcome> {
  @Override
  public Outcome initial() {
    return Outcome.NONE;
  }

  @Override
  public List<OutcomeEvent> decide(
      OutcomeCommand command, Outcome outcome, CommandContext context) {
    if (command instanceof AnswerByCompany answer) {
      // before the state is looked at: without the right link nobody learns where it stands
      OutcomeRules.link(answer.hash(), outcome, context.at());
    }
    return OutcomeLifeCycle.TABLE.admits(command, outcome, context)
        ? admitted(command, outcome, context)
        : List.of();
  }

  private static List<OutcomeEvent> admitted(
      OutcomeCommand command, Outcome outcome, CommandContext context) {
    return switch (command) {
      case MakeClaim(var id, var claim) -> List.of(claimed(id, claim, context));
      case Revise(var claim) -> revised(claim, outcome, context);
      case AgreeShares(var shares) -> {
        OutcomeRules.shares(shares, outcome);
        yield shares.equals(outcome.shares())
            ? List.of()
            : List.of(new OutcomeSharesAgreed(outcome.id(), shares));
      }
      case AskCompany(var hash, var expires) ->
          List.of(
              new OutcomeConfirmationAsked(outcome.id(), context.at(), expires, Optional.of(hash)));
      case AnswerByCompany answer -> List.of(answered(answer, outcome, context));
      case SubmitEvidence evidence -> List.of(submitted(evidence, outcome, context));
      case AcceptEvidence(var counterfactual) -> {
        OutcomeRules.reviewedByAnother(outcome, context);
        OutcomeRules.counterfactual(counterfactual);
        yield List.of(
            confirmed(
                outcome,
                new Answer(
                    true,
                    Optional.of("evidence"),
                    FiscalYears.day(context.at()),
                    counterfactual,
                    Optional.empty())));
      }
      case ReturnEvidence(var remark) -> {
        OutcomeRules.reviewedByAnother(outcome, context);
        remark.texts().values().forEach(it -> OutcomeRules.remark(it, "/remark"));
        yield List.of(new OutcomeEvidenceReturned(outcome.id(), Optional.of(remark)));
      }
      case Dispute(var reason) -> {
        OutcomeRules.remark(reason, "/reason");
        yield List.of(
            new OutcomeDisputed(
                outcome.id(),
                Optional.of(
                    new Answer(
                        false,
                        Optional.empty(),
                        FiscalYears.day(context.at()),
                        Optional.empty(),
                        Optional.of(reason)))));
      }
      case Extend(var confirmBy) -> extended(confirmBy, outcome, context);
      case Expire() ->
          FiscalYears.day(context.at()).isAfter(outcome.confirmation().by())
              ? List.of(new OutcomeExpired(outcome.id()))
              : List.of();
      case ProposeMerge(var other) ->
          outcome.similar().stream().anyMatch(it -> it.outcomeId().equals(other))
              ? List.of()
              : List.of(new OutcomeMergeProposed(outcome.id(), other));
      case Merge(var into, var other) -> {
        OutcomeRules.same(outcome.known(), other, outcome.id(), into);
        yield List.of(
            new OutcomeMerged(
                outcome.id(), into, outcome.known().arisesFrom(), List.copyOf(outcome.agencies())));
      }
      case DeclineMerge(var other) ->
          outcome.similar().contains(new Outcome.Similar(other, true))
              ? List.of()
              : List.of(new OutcomeMergeDeclined(outcome.id(), other));
      case Absorb absorb -> absorbed(absorb, outcome);
    };
  }

  @Override
  public Outcome evolve(Outcome outcome, OutcomeEvent event) {
    return switch (event) {
      case OutcomeClaimed claimed ->
          new Outcome(
              claimed.outcomeId(),
              OutcomeState.CLAIMED,
              claimed.owner(),
              claimed.claim(),
              List.of(),
              Optional.of(Confirming.until(claimed.confirmBy())),
              List.of(),
              Optional.empty());
      case OutcomeRevised revised ->
          outcome
              .saying(revised.claim().orElseThrow())
              .with(outcome.confirmation().again())
              .in(OutcomeState.CLAIMED);
      case OutcomeSharesAgreed agreed -> outcome.shared(agreed.shares());
      case OutcomeConfirmationAsked asked ->
          outcome.with(
              outcome
                  .confirmation()
                  .asked(asked.at(), new Link(asked.hash().orElse(""), asked.expires(), false)));
      case OutcomeEvidenceSubmitted submitted ->
          outcome.with(outcome.confirmation().showing(submitted.evidence().orElseThrow()));
      case OutcomeEvidenceReturned returned ->
          outcome.with(outcome.confirmation().showing(returned(outcome, returned)));
      case OutcomeConfirmed confirmed ->
          outcome
              .with(outcome.confirmation().answered(confirmed.answer().orElseThrow()))
              .in(OutcomeState.CONFIRMED);
      case OutcomeDisputed disputed ->
          outcome
              .with(outcome.confirmation().answered(disputed.answer().orElseThrow()))
              .in(OutcomeState.DISPUTED);
      case OutcomeExtended extended ->
          outcome.with(outcome.confirmation().by(extended.confirmBy())).in(OutcomeState.CLAIMED);
      case OutcomeExpired _ -> outcome.in(OutcomeState.EXPIRED);
      case OutcomeMergeProposed proposed -> outcome.similarTo(proposed.similar(), false);
      case OutcomeMergeDeclined declined -> outcome.similarTo(declined.similar(), true);
      case OutcomeMerged merged -> outcome.mergedInto(merged.into());
      case OutcomeAbsorbed absorbed ->
          outcome.saying(outcome.known().taking(absorbed.arisesFrom(), absorbed.involved()));
    };
  }

  private static OutcomeClaimed claimed(String id, Claim claim, CommandContext context) {
    OutcomeRules.check(claim, context);
    OutcomeRules.ownerIsNot(claim, context.by());
    return new OutcomeClaimed(
        id,
        claim.kind(),
        claim.companyId(),
        claim.country(),
        claim.fields(),
        claim.arisesFrom(),
        FiscalYears.day(context.at()).plusMonths(OutcomeRules.CONFIRMED_WITHIN_MONTHS),
        Optional.of(context.by()),
        Optional.of(claim));
  }

  private static List<OutcomeEvent> revised(Claim claim, Outcome outcome, CommandContext context) {
    OutcomeRules.check(claim, context);
    OutcomeRules.ownerIsNot(claim, context.by());
    return claim.equals(outcome.known()) && outcome.state() == OutcomeState.CLAIMED
        ? List.of()
        : List.of(
            new OutcomeRevised(
                outcome.id(),
                claim.kind(),
                claim.companyId(),
                claim.country(),
                claim.fields(),
                claim.arisesFrom(),
                Optional.of(claim)));
  }

  private static OutcomeEvent answered(
      AnswerByCompany answer, Outcome outcome, CommandContext context) {
    OutcomeRules.counterfactual(answer.counterfactual());
    answer.remark().ifPresent(it -> OutcomeRules.remark(it, "/remark"));
    Answer given =
        new Answer(
            answer.confirmed(),
            Optional.of("company"),
            FiscalYears.day(context.at()),
            answer.counterfactual(),
            answer.remark());
    return answer.confirmed()
        ? confirmed(outcome, given)
        : new OutcomeDisputed(outcome.id(), Optional.of(given));
  }

  private static OutcomeConfirmed confirmed(Outcome outcome, Answer answer) {
    Claim claim = outcome.known();
    return new OutcomeConfirmed(
        outcome.id(),
        claim.kind(),
        claim.companyId(),
        claim.country(),
        claim.fields(),
        claim.arisesFrom(),
        answer.how().orElseThrow(),
        answer.on(),
        Optional.of(answer));
  }

  private static OutcomeEvent submitted(
      SubmitEvidence evidence, Outcome outcome, CommandContext context) {
    OutcomeRules.evidence(evidence, context.at());
    return new OutcomeEvidenceSubmitted(
        outcome.id(),
        evidence.kind(),
        Optional.of(
            new Evidence(
                evidence.kind(),
                evidence.reference(),
                evidence.dated(),
                context.actor(),
                false,
                Optional.empty())));
  }

  private static Evidence returned(Outcome outcome, OutcomeEvidenceReturned returned) {
    Evidence shown = outcome.confirmation().evidence().orElseThrow();
    return new Evidence(
        shown.kind(), shown.reference(), shown.dated(), shown.by(), true, returned.remark());
  }

  private static List<OutcomeEvent> extended(
      LocalDate confirmBy, Outcome outcome, CommandContext context) {
    OutcomeRules.confirmBy(confirmBy, context.at());
    return confirmBy.equals(outcome.confirmation().by()) && outcome.state() == OutcomeState.CLAIMED
        ? List.of()
        : List.of(new OutcomeExtended(outcome.id(), confirmBy));
  }

  private static List<OutcomeEvent> absorbed(Absorb absorb, Outcome outcome) {
    Claim claim = outcome.known();
    List<String> origins = union(claim.arisesFrom(), absorb.arisesFrom());
    List<AgencyCode> involved =
        union(
            claim.involved(),
            absorb.agencies().stream().filter(it -> !outcome.isOwnedBy(it)).toList());
    return List.of(new OutcomeAbsorbed(outcome.id(), absorb.from(), origins, involved));
  }

  private static <T> List<T> union(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
