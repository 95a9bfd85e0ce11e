package dev.kanmin.gateway.view;

import dev.kanmin.gateway.GatewayProperties;
import dev.kanmin.gateway.feed.FeedRecord;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.PictureListener;
import dev.kanmin.gateway.picture.PictureSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Lets reads wait until the picture shows what they wrote. */
@Component
public final class PictureWaits implements PictureListener {
  private final Picture picture;
  private final Duration patience;
  private final Set<Wait> waits = ConcurrentHashMap.newKeySet();

  private record Wait(List<EventReference> events, Sinks.One<Boolean> shown) {}

  PictureWaits(Picture picture, GatewayProperties properties) {
    this.picture = picture;
    this.patience = properties.waitForEvent();
  }

  /**
   * The same of events that are named as {@code Kanmin-Event} does.
   *
   * @throws dev.kanmin.web.BadInput if one is no reference
   */
  public Mono<Boolean> showsAll(List<String> references) {
    return shows(EventReference.read(references));
  }

  /** True as soon as the picture shows all of them; false if it did not in time. */
  Mono<Boolean> shows(List<EventReference> events) {
    if (shown(events)) {
      return Mono.just(true);
    }
    return Mono.defer(
        () -> {
          Wait wait = new Wait(events, Sinks.one());
          waits.add(wait);
          // the picture may have moved on before the wait was known to it
          release(wait);
          return wait.shown()
              .asMono()
              .timeout(patience, Mono.just(false))
              .doFinally(_ -> waits.remove(wait))
              // off the fold's thread: it has the next event to take in
              .publishOn(Schedulers.parallel());
        });
  }

  @Override
  public void published(PictureSnapshot snapshot, List<FeedRecord> batch) {
    waits.forEach(this::release);
  }

  private void release(Wait wait) {
    if (shown(wait.events())) {
      wait.shown().tryEmitValue(true);
    }
  }

  private boolean shown(List<EventReference> events) {
    return events.stream()
        .allMatch(event -> picture.contains(event.source(), event.subject(), event.sequence()));
  }
}
