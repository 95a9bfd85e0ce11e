package dev.kanmin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The judge itself: what a ledger must find, it finds. */
@Order(1)
final class LedgerTest {
  private static final String MISSION = "msn_1";

  private final Ledger ledger = new Ledger();

  @Test
  void a_feed_with_every_acknowledged_event_once_and_in_order_is_right() {
    acknowledged(1, 2, 3);

    assertThat(ledger.differences(feed(drafted(1), extended(2, "a"), extended(3, "b")))).isEmpty();
  }

  @Test
  void an_acknowledged_event_that_is_not_in_the_feed_is_lost() {
    acknowledged(1, 2, 3);

    assertThat(ledger.differences(feed(drafted(1), extended(2, "a"))))
        .anyMatch(difference -> difference.contains("is lost"));
  }

  @Test
  void an_event_that_stands_twice_is_found() {
    acknowledged(1, 2);

    assertThat(ledger.differences(feed(drafted(1), extended(2, "a"), extended(2, "a"))))
        .anyMatch(difference -> difference.contains("has sequence 2"));
  }

  @Test
  void events_in_another_order_are_found() {
    acknowledged(1, 2, 3);

    assertThat(ledger.differences(feed(drafted(1), extended(3, "b"), extended(2, "a"))))
        .anyMatch(difference -> difference.contains("has sequence 3"));
  }

  @Test
  void a_command_with_two_effects_is_found() {
    acknowledged(1, 2);

    assertThat(ledger.differences(feed(drafted(1), extended(2, "a"), extended(3, "a"))))
        .anyMatch(difference -> difference.contains("was set twice"))
        .anyMatch(difference -> difference.contains("has 3 events"));
  }

  @Test
  void what_nobody_asked_for_is_found() {
    acknowledged(1, 2);

    assertThat(ledger.differences(feed(drafted(1), extended(2, "c"))))
        .anyMatch(difference -> difference.contains("nobody set the deadline c"));
  }

  @Test
  void a_command_that_was_given_up_may_have_had_its_effect_or_none() {
    acknowledged(1);
    ledger.entry(MISSION).leftOpen();

    assertThat(ledger.differences(feed(drafted(1)))).isEmpty();
    assertThat(ledger.differences(feed(drafted(1), extended(2, "a")))).isEmpty();
    assertThat(ledger.differences(feed(drafted(1), extended(2, "a"), extended(3, "b"))))
        .anyMatch(difference -> difference.contains("expected 1 to 2"));
  }

  @Test
  void what_went_wrong_meanwhile_is_not_forgotten() {
    ledger.fault("answered 500");

    assertThat(ledger.differences(feed())).containsExactly("answered 500");
  }

  private void acknowledged(int... sequences) {
    var entry = ledger.entry(MISSION);
    entry.intended("a");
    entry.intended("b");
    for (var sequence : sequences) {
      entry.acknowledged(List.of("/trade-missions/" + MISSION + "/" + sequence));
    }
  }

  private static FeedLog feed(FeedLog.Event... events) {
    return new FeedLog(Stream.of(events).toList());
  }

  private static FeedLog.Event drafted(long sequence) {
    return event(sequence, "mission-drafted", "{}");
  }

  private static FeedLog.Event extended(long sequence, String deadline) {
    var data = "{\"deadline\": {\"at\": \"" + deadline + "\"}}";
    return event(sequence, "deadline-extended", data);
  }

  private static FeedLog.Event event(long sequence, String name, String data) {
    var type = "dev.kanmin.trade-missions." + name + ".v1";
    var value = data.getBytes(StandardCharsets.UTF_8);
    return new FeedLog.Event(sequence, "/trade-missions", MISSION, sequence, type, value);
  }
}
