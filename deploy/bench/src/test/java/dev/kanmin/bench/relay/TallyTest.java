package dev.kanmin.bench.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class TallyTest {
  private final Tally tally = new Tally(List.of("a", "b"));

  @Test
  void every_subject_in_order_is_right_whatever_lies_between_them() {
    arrive("a", 1);
    arrive("b", 1);
    arrive("a", 2);

    assertThat(tally.findings().fault()).isEmpty();
    assertThat(tally.findings().repeated()).isZero();
  }

  @Test
  void what_comes_again_is_counted_and_no_fault() {
    arrive("a", 1);
    arrive("a", 1);
    arrive("b", 1);

    assertThat(tally.findings().fault()).isEmpty();
    assertThat(tally.findings().repeated()).isEqualTo(1);
  }

  @Test
  void what_does_not_come_is_a_fault() {
    arrive("a", 1);

    assertThat(tally.findings().fault()).contains("1 of 2 events did not come");
  }

  @Test
  void what_comes_too_early_is_a_fault() {
    arrive("b", 1);
    arrive("a", 1);
    arrive("a", 3);

    assertThat(tally.findings().fault()).contains("a: 3 came after 1");
  }

  @Test
  void what_nobody_stored_is_a_fault() {
    arrive("a", 1);
    arrive("b", 1);
    arrive("c", 1);

    assertThat(tally.findings().fault()).contains("c came, which nobody stored");
  }

  private void arrive(String subject, long sequence) {
    var record =
        new ConsumerRecord<>("topic", 0, 0, subject.getBytes(StandardCharsets.UTF_8), new byte[0]);
    record.headers().add("ce_sequence", Long.toString(sequence).getBytes(StandardCharsets.UTF_8));
    tally.add(record);
  }
}
