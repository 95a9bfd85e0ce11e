package dev.kanmin.proof;

import static dev.kanmin.infrastructure.faults.Invariant.DUPLICATES_BOUNDED;
import static dev.kanmin.infrastructure.faults.Invariant.IN_ORDER;
import static dev.kanmin.infrastructure.faults.Invariant.NOTHING_LOST;
import static dev.kanmin.infrastructure.faults.Invariant.NO_PHANTOM;
import static dev.kanmin.infrastructure.faults.Invariant.OFFSETS_RISE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The judge of the logs: histories that are wrong are found to be wrong. */
@Order(2)
final class EvidenceTest {
  private static final EventLog NOTHING = log();
  private static final Evidence BEFORE = new Evidence(NOTHING, NOTHING, NOTHING, NOTHING);

  @Test
  void copies_on_a_topic_are_no_disorder_and_are_counted() {
    var evidence = evidence(log(1, 2, 1, 2, 3, 2), log(1, 2, 3));

    assertThat(evidence.orderDifferences()).isEmpty();
    assertThat(evidence.copies()).isEqualTo(3);
  }

  @Test
  void an_event_that_is_repeated_more_often_than_the_faults_explain_is_found() {
    var evidence = evidence(log(1, 2, 2, 2, 3), log(1, 2, 3));

    assertThat(evidence.copiesBeyond(2, BEFORE)).isEmpty();
    assertThat(evidence.copiesBeyond(1, BEFORE))
        .extracting(Difference::invariant)
        .containsExactly(DUPLICATES_BOUNDED);
  }

  @Test
  void copies_of_an_earlier_run_are_not_counted_again() {
    var earlier = evidence(log(1, 1, 1, 1), log(1));

    assertThat(evidence(log(1, 1, 1, 1, 2), log(1, 2)).copiesBeyond(0, earlier)).isEmpty();
  }

  @Test
  void a_tail_that_was_sent_before_its_head_is_found_on_the_topic() {
    assertThat(evidence(log(2, 1, 3), log(2, 3)).orderDifferences())
        .extracting(Difference::invariant)
        .contains(IN_ORDER);
  }

  @Test
  void an_event_that_never_reached_the_topic_leaves_a_gap_that_is_found() {
    assertThat(evidence(log(1, 3), log(1, 3)).orderDifferences())
        .extracting(Difference::invariant)
        .contains(IN_ORDER);
  }

  @Test
  void an_event_that_never_reached_the_feed_is_lost() {
    assertThat(evidence(log(1, 2), log(1)).orderDifferences())
        .extracting(Difference::invariant)
        .containsExactly(NOTHING_LOST);
  }

  @Test
  void an_event_that_is_only_in_the_feed_is_a_phantom() {
    assertThat(evidence(log(1), log(1, 2)).orderDifferences())
        .extracting(Difference::invariant)
        .containsExactly(NO_PHANTOM);
  }

  @Test
  void a_copy_in_the_feed_is_found() {
    assertThat(evidence(log(1, 2, 2), log(1, 2, 2)).orderDifferences())
        .extracting(Difference::invariant)
        .containsExactly(IN_ORDER);
  }

  @Test
  void offsets_that_step_back_are_found() {
    var offsets = new RisingOffsets();
    var partition = new TopicPartition(Broker.ACTIVITIES, 0);
    offsets.take(Map.of(partition, 7L));
    offsets.take(Map.of());
    offsets.take(Map.of(partition, 8L));
    assertThat(offsets.differences()).isEmpty();

    offsets.take(Map.of(partition, 6L));

    assertThat(offsets.differences())
        .extracting(Difference::invariant)
        .containsExactly(OFFSETS_RISE);
  }

  private static Evidence evidence(EventLog missions, EventLog feed) {
    return new Evidence(missions, NOTHING, NOTHING, feed);
  }

  private static EventLog log(long... sequences) {
    return new EventLog(Arrays.stream(sequences).mapToObj(EvidenceTest::event).toList());
  }

  private static EventLog.Event event(long sequence) {
    var value = "{}".getBytes(StandardCharsets.UTF_8);
    return new EventLog.Event(
        0, sequence, "/trade-missions", "msn_1", sequence, "a.b.v1", "jetro/jetro", value);
  }
}
