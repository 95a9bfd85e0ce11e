package dev.kanmin.marketintelligence;

import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.RunningService;
import java.time.Instant;

/** This service, as its tests start it: in October 2026, looking at deadlines often. */
final class MarketService {
  private static final String NAME = "market-intelligence";

  private MarketService() {}

  static RunningService on(StoreFixture store) {
    return RunningService.of(NAME, MarketIntelligence.class)
        .at(Instant.parse("2026-10-01T00:00:00Z"))
        .with("tenders.deadline-check", "200ms")
        .with("reports.expiry-check", "200ms")
        .on(store);
  }
}
