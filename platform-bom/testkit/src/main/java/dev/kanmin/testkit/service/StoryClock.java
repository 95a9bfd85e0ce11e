package dev.kanmin.testkit.service;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a story moves through months and years. */
public final class StoryClock extends Clock {
  private final AtomicReference<Instant> now;

  public StoryClock(Instant begin) {
    this.now = new AtomicReference<>(begin);
  }

  public void moveTo(String instant) {
    now.set(Instant.parse(instant));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
