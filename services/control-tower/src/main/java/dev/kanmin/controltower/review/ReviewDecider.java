package dev.kanmin.controltower.review;

import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.controltower.review.Review.Decision;
import dev.kanmin.controltower.review.Review.Finding;
import dev.kanmin.controltower.review.Review.Input;
import dev.kanmin.controltower.review.Review.Opinion;
import dev.kanmin.controltower.review.Review.Trace;
import dev.kanmin.controltower.review.ReviewCommand.*;
import dev.kanmin.controltower.review.ReviewEvent.*;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import java.util.List;
import java.util.Optional;

/** What a command leads to once {@link ReviewLifeCycle} admits it. */
final class ReviewDecider implements Decider<ReviewCommand, ReviewEvent, Review> {
  @Override
  public Review initial() {
    return Review.NONE;
  }

  @Override
  public List<ReviewEvent> decide(ReviewCommand command, Review review, CommandContext context) {
    if (!ReviewLifeCycle.TABLE.admits(command, review, context)) {
      return List.of();
    }
    return switch (command) {
      case OpenReview(var subject) -> {
        ReviewRules.check(subject);
        yield List.of(new ReviewOpened(subject, Optional.of(context.by())));
      }
      case Gather(var inputs) -> {
        ReviewRules.check(inputs);
        yield inputs.equals(review.inputs())
            ? List.of()
            : List.of(new ReviewGathered(inputs.stream().map(Input::subject).toList(), inputs));
      }
      case Find(var text) -> {
        ReviewRules.text(text, "/text");
        Finding finding = new Finding(review.findings().size() + 1, text, context.by());
        yield List.of(new ReviewFindingMade(finding.number(), Optional.of(finding)));
      }
      case Hear(var role, var text, var on) -> {
        ReviewRules.role(role);
        ReviewRules.text(text, "/text");
        ReviewRules.happened(on, context.at());
        yield List.of(new ReviewOpinionHeard(role, Optional.of(new Opinion(role, text, on))));
      }
      case TraceFinding(var reviewId, var finding, var became, var text) -> {
        ReviewRules.code("finding-results", became, "/became");
        ReviewRules.text(text, "/text");
        Trace trace = new Trace(reviewId, finding, became, text);
        yield review.traces().contains(trace)
            ? List.of()
            : List.of(new ReviewFindingTraced(reviewId, finding, became, Optional.of(trace)));
      }
      case Decide(var decision, var why) -> {
        ReviewRules.code("review-decisions", decision, "/decision");
        ReviewRules.text(why, "/why");
        yield List.of(
            new ReviewDecided(new Decision(decision, why, FiscalYears.day(context.at()))));
      }
      case FollowUp(var actions) -> {
        ReviewRules.actions(actions);
        yield List.of(new ReviewFollowedUp(actions));
      }
    };
  }

  @Override
  public Review evolve(Review review, ReviewEvent event) {
    return switch (event) {
      case ReviewOpened(var subject, var owner) ->
          new Review(
              ReviewState.OPEN,
              owner,
              Optional.of(subject),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              Optional.empty(),
              List.of());
      case ReviewGathered(var subjects, var inputs) -> review.gathering(inputs);
      case ReviewFindingMade(var number, var finding) -> review.with(finding.orElseThrow());
      case ReviewOpinionHeard(var role, var opinion) -> review.with(opinion.orElseThrow());
      case ReviewFindingTraced(var id, var number, var became, var trace) ->
          review.with(trace.orElseThrow());
      case ReviewDecided(var decision) -> review.deciding(decision);
      case ReviewFollowedUp(var actions) -> review.followedBy(actions);
    };
  }
}
