package dev.kanmin.proof;

import static dev.kanmin.infrastructure.faults.Invariant.IN_ORDER;
import static dev.kanmin.infrastructure.faults.Invariant.NOTHING_LOST;
import static dev.kanmin.infrastructure.faults.Invariant.NO_PHANTOM;
import static dev.kanmin.infrastructure.faults.Invariant.ONE_EFFECT;
import static dev.kanmin.infrastructure.faults.Invariant.ON_ITS_EVENT;
import static dev.kanmin.infrastructure.faults.Invariant.PROPER_ANSWERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.faults.Invariant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The judge itself: what a ledger must find, it finds. */
@Order(1)
final class LedgerTest {
  private static final String MISSION = "msn_1";
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

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
        .anyMatch(isA(NOTHING_LOST, "is lost"));
  }

  @Test
  void an_event_that_stands_twice_is_found() {
    acknowledged(1, 2);

    assertThat(ledger.differences(feed(drafted(1), extended(2, "a"), extended(2, "a"))))
        .anyMatch(isA(IN_ORDER, "has sequence 2"));
  }

  @Test
  void events_in_another_order_are_found() {
    acknowledged(1, 2, 3);

    assertThat(ledger.differences(feed(drafted(1), extended(3, "b"), extended(2, "a"))))
        .anyMatch(isA(IN_ORDER, "has sequence 3"));
  }

  @Test
  void a_command_with_two_effects_is_found() {
    acknowledged(1, 2);

    assertThat(ledger.differences(feed(drafted(1), extended(2, "a"), extended(3, "a"))))
        .anyMatch(isA(ONE_EFFECT, "was set twice"))
        .anyMatch(isA(NO_PHANTOM, "has 3 events"));
  }

  @Test
  void what_nobody_asked_for_is_found() {
    acknowledged(1, 2);

    assertThat(ledger.differences(feed(drafted(1), extended(2, "c"))))
        .anyMatch(isA(NO_PHANTOM, "nobody set the deadline c"));
  }

  @Test
  void a_command_that_was_given_up_may_have_had_its_effect_or_none() {
    acknowledged(1);
    ledger.entry(MISSION, "jetro").leftOpen();

    assertThat(ledger.differences(feed(drafted(1)))).isEmpty();
    assertThat(ledger.differences(feed(drafted(1), extended(2, "a")))).isEmpty();
    assertThat(ledger.differences(feed(drafted(1), extended(2, "a"), extended(3, "b"))))
        .anyMatch(isA(NO_PHANTOM, "expected 1 to 2"));
  }

  @Test
  void what_went_wrong_meanwhile_is_not_forgotten() {
    ledger.fault(PROPER_ANSWERS, "answered 500");

    assertThat(ledger.faults()).containsExactly(new Difference(PROPER_ANSWERS, "answered 500"));
  }

  @Test
  void a_mission_that_nobody_drafted_is_found() {
    acknowledged(1);
    var stranger =
        new EventLog.Event(0, 9, "/trade-missions", "msn_2", 1, "x.y.v1", "jetro/jetro", NOTHING);

    assertThat(ledger.strangers(List.of(drafted(1), stranger)))
        .singleElement()
        .matches(isA(NO_PHANTOM, "/trade-missions/msn_2/1"));
  }

  @Test
  void an_event_that_names_another_actor_than_was_answered_is_found() {
    acknowledged(1);
    var other =
        new EventLog.Event(0, 1, "/trade-missions", MISSION, 1, "x.y.v1", "jica/jica", NOTHING);

    assertThat(ledger.differences(feed(other))).anyMatch(isA(ON_ITS_EVENT, "of jica/jica"));
  }

  private static Predicate<Difference> isA(Invariant invariant, String words) {
    return difference ->
        difference.invariant() == invariant && difference.description().contains(words);
  }

  private void acknowledged(int... sequences) {
    var entry = ledger.entry(MISSION, "jetro");
    entry.intended("a");
    entry.intended("b");
    for (var sequence : sequences) {
      entry.acknowledged(List.of("/trade-missions/" + MISSION + "/" + sequence));
    }
  }

  private static EventLog feed(EventLog.Event... events) {
    return new EventLog(List.of(events));
  }

  private static EventLog.Event drafted(long sequence) {
    return event(sequence, "mission-drafted", "{}");
  }

  private static EventLog.Event extended(long sequence, String deadline) {
    var data = "{\"deadline\": {\"at\": \"" + deadline + "\"}}";
    return event(sequence, "deadline-extended", data);
  }

  private static EventLog.Event event(long sequence, String name, String data) {
    var type = "dev.kanmin.trade-missions." + name + ".v1";
    var value = data.getBytes(StandardCharsets.UTF_8);
    return new EventLog.Event(
        0, sequence, "/trade-missions", MISSION, sequence, type, "jetro/jetro", value);
  }
}
