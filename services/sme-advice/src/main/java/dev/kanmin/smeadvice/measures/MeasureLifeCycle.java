package dev.kanmin.smeadvice.measures;

import static dev.kanmin.smeadvice.measures.MeasureState.CURRENT;
import static dev.kanmin.smeadvice.measures.MeasureState.RETIRED;

import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.smeadvice.measures.MeasureCommand.*;
import java.util.List;
import java.util.Optional;

/** What may be done with a support measure, when and by whom. */
final class MeasureLifeCycle {
  private static final List<Role<MeasureRecord>> OWNER =
      List.of(new Role<>("owner", MeasureRecord::isOwnedBy));

  static final LifeCycle<MeasureCommand, MeasureRecord> TABLE =
      LifeCycle.of(
              "support-measure",
              "measures:write",
              MeasureRecord::state,
              MeasureRules.NOT_IN_THIS_STATE)
          .others(MeasureRules.NOT_YOUR_MEASURE)
          .with(
              LifeCycle.<Publish, MeasureRecord>verb("publish", Publish.class)
                  .to(CURRENT)
                  .unless(MeasureRules.ALREADY_PUBLISHED, MeasureRules::published)
                  .repeatable(
                      (asked, it) ->
                          Optional.of(it.measure()).equals(Optional.of(asked.measure()))),
              LifeCycle.<Revise, MeasureRecord>verb("revise", Revise.class)
                  .from(CURRENT, RETIRED)
                  .by(OWNER),
              LifeCycle.<Retire, MeasureRecord>verb("retire", Retire.class)
                  .from(CURRENT)
                  .to(RETIRED)
                  .by(OWNER)
                  .repeatable());

  private MeasureLifeCycle() {}
}
