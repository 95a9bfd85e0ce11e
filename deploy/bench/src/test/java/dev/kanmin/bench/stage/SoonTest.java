package dev.kanmin.bench.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SoonTest {
  @Test
  void two_start_at_the_same_time() {
    var bothAreStarting = new CountDownLatch(2);

    try (var one = Soon.start(() -> startedWith(bothAreStarting));
        var other = Soon.start(() -> startedWith(bothAreStarting))) {
      assertThat(one.get()).isNotSameAs(other.get());
    }
  }

  @Test
  void what_was_started_is_closed_also_when_nobody_has_asked_for_it() {
    var closed = new AtomicBoolean();

    Soon.start(() -> () -> closed.set(true)).close();

    assertThat(closed).isTrue();
  }

  @Test
  void why_it_could_not_be_started_is_told_to_who_asks_for_it() {
    try (var missing =
        Soon.<AutoCloseable>start(
            () -> {
              throw new NotPossibleHere("no mongod");
            })) {
      assertThatThrownBy(missing::get).isInstanceOf(NotPossibleHere.class).hasMessage("no mongod");
    }
  }

  /** Returns only when the other one is starting, too. */
  private static AutoCloseable startedWith(CountDownLatch others) {
    others.countDown();
    try {
      others.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
    return new Server();
  }

  private static final class Server implements AutoCloseable {
    @Override
    public void close() {}
  }
}
