package dev.kanmin.gateway.openapi;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A document that is made when it is asked for, by one at a time, and kept; who asks for an old one
 * gets it while the next is made.
 *
 * @param <T> the document as it is served
 */
final class KeptDocument<T> {
  private static final Logger log = LoggerFactory.getLogger(KeptDocument.class);
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final Duration KEPT_INCOMPLETE = Duration.ofSeconds(5);

  private final Predicate<T> complete;
  private final AtomicReference<@Nullable Mono<T>> making = new AtomicReference<>();
  private volatile Optional<Kept<T>> kept = Optional.empty();

  private record Kept<T>(T document, long untilNanos) {
    boolean isOld() {
      return untilNanos - System.nanoTime() <= 0;
    }
  }

  /**
   * Nothing is made yet.
   *
   * @param complete whether a document has the part of every service; one that has not is made anew
   *     soon
   */
  KeptDocument(Predicate<T> complete) {
    this.complete = complete;
  }

  /** The document of now, or of a moment ago. */
  Mono<T> current(Supplier<Mono<T>> make) {
    var known = kept;
    if (known.isEmpty() || (known.get().isOld() && !complete.test(known.get().document()))) {
      return making(make);
    }
    if (known.get().isOld()) {
      making(make).subscribe(made -> {}, fault -> log.warn("no new document", fault));
    }
    return Mono.just(known.get().document());
  }

  /** What was made last, however old; empty before the first. */
  Optional<T> last() {
    return kept.map(Kept::document);
  }

  /** The same for all who ask meanwhile; goes on when they have gone. */
  private Mono<T> making(Supplier<Mono<T>> make) {
    var underWay = making.get();
    if (underWay != null) {
      return underWay;
    }
    var next = make.get().doOnNext(this::keep).doFinally(_ -> making.set(null)).cache();
    return making.compareAndSet(null, next) ? next : making(make);
  }

  private void keep(T made) {
    var lasts = complete.test(made) ? KEPT : KEPT_INCOMPLETE;
    kept = Optional.of(new Kept<>(made, System.nanoTime() + lasts.toNanos()));
  }
}
