package dev.kanmin.controltower;

import dev.kanmin.controltower.outcome.Letters;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.RunningService;
import java.time.Instant;

/** This service, as its tests start it: in October 2026, with a post box that keeps letters. */
public final class TowerService {
  private TowerService() {}

  public static RunningService on(StoreFixture store) {
    return RunningService.of("control-tower", ControlTower.class)
        .at(Instant.parse("2026-10-01T00:00:00Z"))
        .with("outcomes.expiry-check", "200ms")
        .bean(Letters.class, PostBox::new)
        .on(store);
  }
}
