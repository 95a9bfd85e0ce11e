package dev.kanmin.controltower.review;

import static dev.kanmin.controltower.review.ReviewState.DECIDED;
import static dev.kanmin.controltower.review.ReviewState.FOLLOWED_UP;
import static dev.kanmin.controltower.review.ReviewState.GATHERED;
import static dev.kanmin.controltower.review.ReviewState.OPEN;

import dev.kanmin.controltower.agency.TowerAgencies;
import dev.kanmin.controltower.review.ReviewCommand.*;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import java.util.List;

/** What may be done with a review cycle, when and by whom. */
final class ReviewLifeCycle {
  static final String KIND = "review";

  private static final Role<Review> OWNER = new Role<>("owner", Review::isOwnedBy);
  private static final Role<Review> TOWER =
      new Role<>("control-tower", (_, agency) -> TowerAgencies.has(agency));
  private static final List<Role<Review>> OWN = List.of(OWNER);
  private static final List<Role<Review>> OWN_OR_TOWER = List.of(OWNER, TOWER);

  static final LifeCycle<ReviewCommand, Review> TABLE =
      LifeCycle.of(KIND, "tower:write", Review::state, ReviewRules.NOT_IN_THIS_STATE)
          .others(ReviewRules.NOT_YOUR_REVIEW)
          .with(
              verb("open", OpenReview.class)
                  .to(OPEN)
                  .unless(ReviewRules.ALREADY_OPEN, ReviewRules::openedBefore),
              verb("gather", Gather.class).from(OPEN, GATHERED).to(GATHERED).by(OWN),
              verb("find", Find.class).from(GATHERED).by(OWN_OR_TOWER),
              verb("hear", Hear.class).from(OPEN, GATHERED).by(OWN_OR_TOWER),
              verb("trace", TraceFinding.class).from(OPEN, GATHERED, DECIDED).by(OWN_OR_TOWER),
              verb("decide", Decide.class)
                  .from(GATHERED)
                  .to(DECIDED)
                  .by(OWN_OR_TOWER)
                  .scope("tower:approve")
                  .unless(ReviewRules.NOTHING_FOUND, ReviewRules::nothingFound),
              verb("follow-up", FollowUp.class)
                  .from(DECIDED)
                  .to(FOLLOWED_UP)
                  .by(OWN_OR_TOWER)
                  .repeatable((asked, it) -> asked.actions().equals(it.actions())));

  private ReviewLifeCycle() {}

  private static <K extends ReviewCommand> Row<K, Review> verb(String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
