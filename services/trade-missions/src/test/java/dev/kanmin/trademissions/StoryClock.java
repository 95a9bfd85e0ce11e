package dev.kanmin.trademissions;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A clock that a test moves through the months of a mission. */
final class StoryClock extends Clock {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-10-01T00:00:00Z"));

  void moveTo(String instant) {
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

  /** The real service; only its clock is the story's. */
  @Configuration(proxyBeanMethods = false)
  @Import(TradeMissions.class)
  static class Application {
    @Bean
    StoryClock clock() {
      return new StoryClock();
    }
  }
}
