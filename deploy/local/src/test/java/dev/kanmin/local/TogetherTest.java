package dev.kanmin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TogetherTest {
  @Test
  void all_have_ended_when_it_returns() {
    var ended = new AtomicInteger();

    Together.start(ended::incrementAndGet, ended::incrementAndGet, ended::incrementAndGet);

    assertThat(ended).hasValue(3);
  }

  @Test
  void a_failure_is_told_although_others_are_still_starting() {
    var never = new CountDownLatch(1);

    assertThatThrownBy(() -> Together.start(() -> await(never), TogetherTest::fail))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the port is taken");
    never.countDown();
  }

  private static void fail() {
    throw new IllegalStateException("the port is taken");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
