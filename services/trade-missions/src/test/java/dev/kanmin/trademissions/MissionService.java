package dev.kanmin.trademissions;

import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.RunningService;
import java.time.Instant;

/** This service, as its tests start it: in October 2026, looking for lapsed offers often. */
final class MissionService {
  private static final String NAME = "trade-missions";

  private MissionService() {}

  static RunningService on(StoreFixture store) {
    return RunningService.of(NAME, TradeMissions.class)
        .at(Instant.parse("2026-10-01T00:00:00Z"))
        .with("missions.offer-check", "200ms")
        .with("meetings.search-check", "200ms")
        .on(store);
  }
}
