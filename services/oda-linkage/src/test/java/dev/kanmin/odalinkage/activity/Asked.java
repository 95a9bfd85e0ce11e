package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.wire.Actor;
import java.time.Instant;
import java.time.LocalDate;

/** A command as an agency gives it at some time. */
record Asked(AgencyCode by, ActivityCommand command, Instant moment) {
  static final Instant NOW = Samples.CLOCK.instant();
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** Given now. */
  Asked(AgencyCode by, ActivityCommand command) {
    this(by, command, NOW);
  }

  Asked at(Instant other) {
    return new Asked(by, command, other);
  }

  /** What an activity has become after these, one after the other, where nobody has delegates. */
  static Activity after(Asked... commands) {
    Ownership ownership = new Ownership(Delegations.NONE);
    ActivityDecider decider = new ActivityDecider(ownership, ActivityLifeCycle.under(ownership));
    Activity activity = Activity.UNKNOWN;
    for (Asked asked : commands) {
      for (ActivityEvent event : decider.decide(asked.command(), activity, asked.context())) {
        activity = decider.evolve(activity, event);
      }
    }
    return activity;
  }

  CommandContext context() {
    return CommandContext.of(new Actor(by.code(), "tests"), moment);
  }
}
