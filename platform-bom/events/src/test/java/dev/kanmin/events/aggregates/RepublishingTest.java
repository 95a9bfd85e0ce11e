package dev.kanmin.events.aggregates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.kanmin.events.aggregates.RepublishingState.NotTold;
import dev.kanmin.events.aggregates.RepublishingState.Status;
import dev.kanmin.events.aggregates.SentEvents.Sent;
import dev.kanmin.events.wire.Actor;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.infrastructure.Conditions;
import dev.kanmin.infrastructure.StoreKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** A service whose next version tells its subjects in another way. */
class RepublishingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Actor OPERATOR = new Actor("mofa", "duty-officer");
  private static final Actor JICA = new Actor("jica", "batch");
  private static final String REFRESHED = "dev.kanmin.tally-service.tally-refreshed.v1";

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  /** One process of the service, of a version that makes cards so. */
  private final class Process implements AutoCloseable {
    final Aggregates<Tally.Command, Tally.Event, Tally> tallies;
    final Republishing republishing;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Relay relay;

    Process(MongoDatabase database, String topic, Function<Tally, Optional<Card>> card) {
      relay = new Relay(Parts.producer(), topic);
      AggregateStore store = new AggregateStore("tally-service", database, relay);
      tallies = store.aggregates(telling(card));
      republishing = new Republishing(store, Clock.systemUTC(), meters, Duration.ofMillis(1_500));
      republishing.start();
      open.add(this);
    }

    void has(String id, int count) {
      tallies
          .handle(id, new Tally.Command.Add(count), CommandContext.of(JICA, Instant.now()))
          .block(PATIENCE);
    }

    RepublishingState begin(int perSecond) {
      return republishing.begin(List.of(), perSecond, asked()).block(PATIENCE);
    }

    RepublishingState state() {
      return republishing.state().block(PATIENCE);
    }

    RepublishingState end() {
      Conditions.await(
          "the end of republishing", PATIENCE, () -> state().status() != Status.RUNNING);
      return state();
    }

    void awaitSent() {
      Conditions.await(
          "empty outboxes",
          PATIENCE,
          () ->
              Mono.from(tallies.collection().countDocuments(Filters.exists("outboxSince")))
                      .block(PATIENCE)
                  == 0);
    }

    @Override
    public void close() {
      republishing.stop();
      relay.close();
    }
  }

  private static AggregateType<Tally.Command, Tally.Event, Tally> telling(
      Function<Tally, Optional<Card>> card) {
    AggregateType<Tally.Command, Tally.Event, Tally> old = Tally.TYPE;
    return AggregateType.of(
            old.kind(), "", old.unknown(), Tally.Event.class, Tally.class, old.decider())
        .storedAs(old.collection())
        .bornBy(old.bears())
        .schema(old.schema(), old.upcaster())
        .card(card)
        .build();
  }

  /** As it was told first. */
  private static Optional<Card> count(Tally tally) {
    return tally.count() == 0 ? Optional.empty() : Optional.of(card(tally, "open").make());
  }

  /** In the next version those from ten on are told as large. */
  private static Optional<Card> size(Tally tally) {
    return tally.count() < 10 ? count(tally) : Optional.of(card(tally, "large").make());
  }

  private static CardMaker card(Tally tally, String state) {
    return new CardMaker("tally", state).title(Map.of("en", "Of " + tally.count()));
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void those_whose_card_differs_are_told_again_and_nothing_else_changes(StoreKind kind) {
    MongoDatabase database = Parts.database(kind);
    String topic = Parts.topic(1);
    try (Process old = new Process(database, topic, RepublishingTest::count)) {
      old.has("draft", 0);
      old.has("small", 5);
      old.has("big", 10);
      old.has("bigger", 20);
      old.awaitSent();
    }
    Process next = new Process(database, topic, RepublishingTest::size);
    assertThatThrownBy(next::state).hasMessage("Nothing has been republished here yet.");

    RepublishingState begun = next.begin(100);
    RepublishingState ended = next.end();
    next.awaitSent();

    assertThat(begun.by()).isEqualTo("mofa/duty-officer");
    assertThat(ended.id()).isEqualTo(begun.id());
    assertThat(ended.status()).isEqualTo(Status.FINISHED);
    assertThat(ended.looked()).isEqualTo(4);
    assertThat(ended.told()).isEqualTo(2);
    assertThat(ended.failed()).isZero();
    assertThat(next.meters.counter("kanmin.republish.told", "kind", "tally").count()).isEqualTo(2);
    Map<String, List<Sent>> sent = sent(topic);
    assertThat(sent.get("big")).hasSize(2);
    assertThat(sent.get("small")).hasSize(1);
    Sent again = sent.get("big").getLast();
    assertThat(again.envelope().type()).isEqualTo(REFRESHED);
    assertThat(again.sequence()).isEqualTo(2);
    assertThat(again.envelope().actor()).isEqualTo("mofa/duty-officer");
    assertThat(again.data())
        .contains("\"state\":\"large\"", "\"event\":\"counted\",", "\"by\":\"jica\"");
    assertThat(next.tallies.find("big").block(PATIENCE).state())
        .isEqualTo(new Tally("", 10, false));

    CommandContext keyed = asked().with(new IdempotencyKey("mofa", "k", ""));
    String id = next.republishing.begin(List.of(), 100, keyed).block(PATIENCE).id();
    assertThat(id).isNotEqualTo(begun.id());
    assertThat(next.end().told()).isZero();
    assertThat(next.republishing.begin(List.of(), 100, keyed).block(PATIENCE).id()).isEqualTo(id);
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_restart_goes_on_where_it_was_and_the_pace_holds(StoreKind kind) {
    MongoDatabase database = Parts.database(kind);
    String topic = Parts.topic(1);
    Process first = new Process(database, topic, RepublishingTest::count);
    for (int i = 0; i < 60; i++) {
      first.has("t%02d".formatted(i), 10);
    }
    first.awaitSent();
    first.close();

    long begin = System.nanoTime();
    Process second = new Process(database, topic, RepublishingTest::size);
    RepublishingState begun = second.begin(20);
    Conditions.await("a part of it", PATIENCE, () -> second.state().told() > 5);
    second.close();
    long told = second.state().told();
    assertThat(told).isLessThan(60);
    assertThat(second.state().status()).isEqualTo(Status.RUNNING);

    Process third = new Process(database, topic, RepublishingTest::size);
    RepublishingState ended = third.end();
    third.awaitSent();

    assertThat(ended.id()).isEqualTo(begun.id());
    assertThat(ended.looked()).isEqualTo(60);
    assertThat(ended.told()).isEqualTo(60);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(2_900));
    assertThat(third.meters.counter("kanmin.republish.looked", "kind", "tally").count())
        .isEqualTo(60 - told);
    assertThat(sent(topic).values())
        .allSatisfy(
            events -> assertThat(events).extracting(Sent::sequence).containsExactly(1L, 2L));
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void one_at_a_time_on_one_process_until_it_is_cancelled(StoreKind kind) {
    MongoDatabase database = Parts.database(kind);
    String topic = Parts.topic(1);
    Process old = new Process(database, topic, RepublishingTest::count);
    for (int i = 0; i < 30; i++) {
      old.has("t%02d".formatted(i), 10);
    }
    old.close();
    Process one = new Process(database, topic, RepublishingTest::size);
    Process other = new Process(database, topic, RepublishingTest::size);

    RepublishingState begun = one.begin(3);
    assertThat(other.begin(3).id()).isEqualTo(begun.id());
    assertThatThrownBy(() -> other.begin(4))
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.rule()).isEqualTo(Republishing.UNDER_WAY));
    Conditions.await("some to be told", PATIENCE, () -> one.state().told() > 2);
    RepublishingState cancelled = other.republishing.cancel().block(PATIENCE);
    assertThat(cancelled.status()).isEqualTo(Status.CANCELLED);
    assertThat(one.republishing.cancel().block(PATIENCE).status()).isEqualTo(Status.CANCELLED);

    assertThat(
            List.of(
                one.meters.counter("kanmin.republish.looked", "kind", "tally").count(),
                other.meters.counter("kanmin.republish.looked", "kind", "tally").count()))
        .as("looked at by one of the two alone")
        .contains(0.0);
    assertThat(other.begin(1_000).id()).isNotEqualTo(begun.id());
    assertThat(other.end().looked()).isEqualTo(30);
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void what_cannot_be_told_is_counted_and_named_and_holds_up_no_other(StoreKind kind) {
    MongoDatabase database = Parts.database(kind);
    String topic = Parts.topic(1);
    Process old = new Process(database, topic, RepublishingTest::count);
    old.has("a", 1);
    old.has("b", 2);
    old.has("c", 3);
    old.close();
    Process next =
        new Process(
            database,
            topic,
            tally ->
                switch (tally.count()) {
                  case 1 -> throw new IllegalStateException("a fault of the card's function");
                  case 2 -> Optional.of(tooLarge());
                  default -> size(new Tally("", 10, false));
                });
    next.begin(100);

    RepublishingState ended = next.end();
    assertThat(ended.status()).isEqualTo(Status.FINISHED);
    assertThat(ended.told()).isOne();
    assertThat(ended.failed()).isEqualTo(2);
    assertThat(ended.failures())
        .containsExactly(
            new NotTold("a", "IllegalStateException"), new NotTold("b", "card-too-large"));
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void what_is_asked_for_must_be_there(StoreKind kind) {
    Process process = new Process(Parts.database(kind), Parts.topic(1), RepublishingTest::count);

    assertThatThrownBy(
            () -> process.republishing.begin(List.of("tally", "cow"), 5, asked()).block(PATIENCE))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> {
              assertThat(refused.rule()).isEqualTo(Republishing.UNKNOWN_KIND);
              assertThat(refused.pointer()).contains("/kinds/1");
              assertThat(refused.detail()).isEqualTo("'cow' is none of tally.");
            });
    assertThatThrownBy(() -> process.begin(0))
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.pointer()).contains("/perSecond"));
  }

  private static CommandContext asked() {
    return CommandContext.of(OPERATOR, Instant.now());
  }

  private static Card tooLarge() {
    CardMaker large = new CardMaker("tally", "open");
    for (int i = 0; i < 60; i++) {
      large.link("reference", "x".repeat(400) + i);
    }
    return large.make();
  }

  private static Map<String, List<Sent>> sent(String topic) {
    try (SentEvents events = new SentEvents(topic, 1)) {
      return events.now();
    }
  }
}
