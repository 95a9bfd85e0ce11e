package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.wire.Actor;
import dev.kanmin.testkit.service.Stories;
import java.time.Instant;

/** Where stories of missions begin. Whoever is not said to ask is JETRO, in October. */
final class Given {
  private static final Stories<MissionCommand, MissionEvent, Mission> NOTHING =
      Stories.of(Missions.TYPE).by(Samples.JETRO).at(Samples.OCTOBER);

  private Given() {}

  static Stories<MissionCommand, MissionEvent, Mission> nothing() {
    return NOTHING;
  }

  /** The mission that these commands lead to. */
  static Stories<MissionCommand, MissionEvent, Mission> mission(MissionCommand... commands) {
    return NOTHING.given(commands);
  }

  static CommandContext context(AgencyCode by, Instant at) {
    return CommandContext.of(new Actor(by.code(), "test"), at);
  }
}
