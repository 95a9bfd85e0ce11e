package dev.kanmin.events.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.Conditions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What travels together, and when it leaves. */
class BatchesTest {
  private static final Duration DEADLINE = Duration.ofSeconds(40);
  private static final Duration A_MOMENT = Duration.ofMillis(50);
  private static final int LARGEST = 100;

  private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
  private final List<Sinks.Empty<Void>> underWay = new CopyOnWriteArrayList<>();

  @Test
  void a_lone_piece_waits_for_nobody() {
    add(new Batches<>(1, LARGEST, this::carry), 1);

    assertThat(batches).containsExactly(numbers(1));
  }

  @Test
  void what_comes_while_a_batch_is_under_way_is_the_next_one() {
    Batches<Integer> work = new Batches<>(1, LARGEST, this::carry);
    add(work, 1);
    add(work, 7);

    underWay.getFirst().tryEmitEmpty();

    assertThat(batches).containsExactly(numbers(1), numbers(7));
  }

  @Test
  void a_batch_is_not_larger_than_allowed() {
    Batches<Integer> work = new Batches<>(1, LARGEST, this::carry);
    add(work, 1);
    add(work, LARGEST + 3);

    underWay.getFirst().tryEmitEmpty();
    underWay.getLast().tryEmitEmpty();

    assertThat(batches).extracting(List::size).containsExactly(1, LARGEST, 3);
  }

  @Test
  void a_patient_lane_lets_a_few_gather() {
    Batches<Integer> work = new Batches<>(1, LARGEST, A_MOMENT, this::carry);
    add(work, LARGEST / 10 - 1);

    assertThat(batches).isEmpty();
    Conditions.await("the batch", DEADLINE, () -> !batches.isEmpty());
    assertThat(batches).containsExactly(numbers(LARGEST / 10 - 1));
  }

  @Test
  void a_patient_lane_takes_many_at_once() {
    Batches<Integer> work = new Batches<>(1, LARGEST, Duration.ofMillis(1), this::carry);
    add(work, 1);
    Conditions.await("the first batch", DEADLINE, () -> !underWay.isEmpty());
    add(work, LARGEST / 10);

    underWay.getFirst().tryEmitEmpty();

    assertThat(batches).containsExactly(numbers(1), numbers(LARGEST / 10));
  }

  @Test
  void a_batch_that_fails_gives_its_lane_back() {
    Batches<Integer> work = new Batches<>(1, LARGEST, this::carry);
    add(work, 1);
    underWay.getFirst().tryEmitError(new IllegalStateException("the store is away"));
    work.add(7);

    assertThat(batches).containsExactly(numbers(1), List.of(7));
  }

  private Mono<Void> carry(List<Integer> batch) {
    Sinks.Empty<Void> end = Sinks.empty();
    batches.add(List.copyOf(batch));
    underWay.add(end);
    return end.asMono();
  }

  private static void add(Batches<Integer> work, int pieces) {
    numbers(pieces).forEach(work::add);
  }

  private static List<Integer> numbers(int through) {
    return IntStream.rangeClosed(1, through).boxed().toList();
  }
}
