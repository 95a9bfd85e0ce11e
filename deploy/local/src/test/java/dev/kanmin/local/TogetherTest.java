package dev.kanmin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

  @Test
  void no_more_run_at_once_than_wanted() {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var ended = new AtomicInteger();
    var two = new CountDownLatch(2);
    Runnable start =
        () -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          two.countDown();
          await(two);
          running.decrementAndGet();
          ended.incrementAndGet();
        };

    Together.start(2, Collections.nCopies(10, start));

    assertThat(most).hasValue(2);
    assertThat(ended).hasValue(10);
  }

  @Test
  void they_begin_in_their_order() {
    var order = new ArrayList<String>();

    Together.start(1, List.of(() -> order.add("a"), () -> order.add("b"), () -> order.add("c")));

    assertThat(order).containsExactly("a", "b", "c");
  }

  @Test
  void after_a_failure_nothing_more_is_begun() {
    var begun = new AtomicInteger();

    assertThatThrownBy(() -> Together.start(1, List.of(TogetherTest::fail, begun::incrementAndGet)))
        .hasMessage("the port is taken");
    assertThat(begun).hasValue(0);
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
