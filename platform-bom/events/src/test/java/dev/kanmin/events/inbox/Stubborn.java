package dev.kanmin.events.inbox;

import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.wire.EventType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * An aggregate that refuses by whatever rule a test says, so often, and then does as it is told.
 */
record Stubborn(int times) {

  record Ask() {}

  sealed interface Done {
    @EventType("asked")
    record Asked() implements Done {}
  }

  /** Impure as no other decider may be: what it says is the test's. */
  static final class Mood implements Decider<Ask, Done, Stubborn> {
    final Deque<Rule> refusals = new ArrayDeque<>();

    @Override
    public Stubborn initial() {
      return new Stubborn(0);
    }

    @Override
    public synchronized List<Done> decide(Ask command, Stubborn state, CommandContext context) {
      if (!refusals.isEmpty()) {
        throw refusals.removeFirst().refuse("No.");
      }
      return List.of(new Done.Asked());
    }

    @Override
    public Stubborn evolve(Stubborn state, Done event) {
      return new Stubborn(state.times() + 1);
    }
  }

  static AggregateType<Ask, Done, Stubborn> type(Mood mood) {
    return AggregateType.of(
            "stubborn",
            "",
            Rule.notFound("unknown-stubborn", "There is none"),
            Done.class,
            Stubborn.class,
            mood)
        .bornBy(command -> true)
        .build();
  }
}
