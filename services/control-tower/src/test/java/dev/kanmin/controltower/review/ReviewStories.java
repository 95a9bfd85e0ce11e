package dev.kanmin.controltower.review;

import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.controltower.counting.Scope;
import dev.kanmin.controltower.review.ReviewCommand.*;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.service.Stories;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where stories of reviews begin: METI reviews, in October 2026. */
public final class ReviewStories {
  static final String BEFORE = "rvw_01234567890123456789abcdef";
  static final Gather INPUTS =
      new Gather(List.of(new Review.Input("tgt_01234567890123456789abcdef", "4 of 5 missions")));
  static final TraceFinding TRACED =
      new TraceFinding(BEFORE, 1, "under-way", "Two offices have begun");
  static final Decide DECISION = new Decide("revise", "Fewer, longer missions");

  private static final Stories<ReviewCommand, ReviewEvent, Review> NOTHING =
      Stories.of(Reviews.TYPE).by("meti").at("2026-10-01T00:00:00Z");

  private ReviewStories() {}

  static Stories<ReviewCommand, ReviewEvent, Review> opened() {
    return NOTHING.given(new OpenReview(subject(Optional.of(2))));
  }

  public static AggregateType<?, ?, ?> type() {
    return Reviews.TYPE;
  }

  public static void tell(EventContract contract) {
    contract.told(
        Reviews.TYPE,
        List.of(
            opened()
                .given(
                    INPUTS,
                    new Find("Missions end before contracts begin"),
                    new Hear("外部有識者", "Stay longer", LocalDate.of(2026, 9, 20)),
                    TRACED,
                    DECISION,
                    new FollowUp(List.of("rma_01234567890123456789abcdef")))),
        List.of());
  }

  static Review.Subject subject(Optional<Integer> quarter) {
    return new Review.Subject(
        LocalizedText.of("【サンプル】第2四半期の点検", "[Sample] Review of the second quarter"),
        new Scope(Optional.empty(), Optional.of(Field.of("endoscopy"))),
        2026,
        quarter,
        Optional.of(BEFORE),
        true);
  }
}
