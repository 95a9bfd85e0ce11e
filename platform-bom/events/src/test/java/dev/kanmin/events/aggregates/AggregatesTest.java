package dev.kanmin.events.aggregates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.kanmin.events.wire.Actor;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.infrastructure.Conditions;
import dev.kanmin.infrastructure.StoreKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One write, then the bus: on every store at hand and a real broker. */
class AggregatesTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Actor JETRO = new Actor("jetro", "test");

  private static final class Tallies implements AutoCloseable {
    final String topic = Parts.topic(3);
    final MongoDatabase database;
    final Relay relay = new Relay(Parts.producer(), topic);
    final Aggregates<Tally.Command, Tally.Event, Tally> aggregates;
    final AggregateStore store;

    Tallies(StoreKind kind) {
      database = Parts.database(kind);
      store = new AggregateStore("tally-service", database, relay);
      aggregates = store.aggregates(Tally.TYPE);
    }

    Receipt handle(String id, Tally.Command command) {
      return handle(id, command, CommandContext.of(JETRO, NOON));
    }

    Receipt handle(String id, Tally.Command command, CommandContext context) {
      return aggregates.handle(id, command, context).block(Duration.ofSeconds(30));
    }

    Receipt bear(String id, Tally.Command command, CommandContext context) {
      return aggregates.bear(id, command, context).block(Duration.ofSeconds(30));
    }

    Document document(String id) {
      return Mono.from(aggregates.collection().find(new Document("_id", id)).first()).block();
    }

    void awaitSent(String id) {
      Conditions.await(
          "an empty outbox of " + id,
          Duration.ofSeconds(20),
          () -> !document(id).containsKey("outboxSince") && relay.underWay() == 0);
    }

    @Override
    public void close() {
      relay.close();
    }
  }

  private static CommandContext keyed(String key, String request) {
    return CommandContext.of(JETRO, NOON)
        .with(new IdempotencyKey("jetro POST /tallies", key, request));
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_command_is_stored_sent_and_removed_from_the_outbox(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      Receipt receipt = tallies.handle("t1", new Tally.Command.Add(5));

      assertThat(receipt).isEqualTo(new Receipt("t1", 1, List.of("/tally-service/t1/1"), false));
      tallies.awaitSent("t1");
      assertThat(tallies.document("t1")).doesNotContainKeys("outbox", "outboxSince");
      var records = Parts.read(tallies.topic);
      assertThat(records).hasSize(1);
      assertThat(new String(records.getFirst().value()))
          .isEqualTo(
              """
              {"amount":5,"card":{"v":1,"kind":"tally","title":{"en":""},"state":"open",\
              "figures":[{"what":"count","amount":"5"}],"audience":"partner",\
              "last":{"event":"counted","at":"2026-11-23T12:00:00Z","by":"jetro"}}}""");
      EventEnvelope envelope = EventHeaders.read(records.getFirst().headers());
      assertThat(envelope)
          .isEqualTo(
              new EventEnvelope(
                  "/tally-service",
                  "dev.kanmin.tally-service.counted.v1",
                  "t1",
                  1,
                  NOON,
                  "https://kanmin.dev/schemas/tally-service/counted.v1.json",
                  "t1",
                  java.util.Optional.empty(),
                  "jetro/test",
                  java.util.Optional.empty()));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void commands_at_the_same_moment_are_all_decided_on_what_the_others_left(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      int commands = 150;
      Flux.range(0, commands)
          .flatMap(
              i ->
                  tallies.aggregates.handle(
                      "busy", new Tally.Command.Add(1), CommandContext.of(JETRO, NOON)),
              8)
          .blockLast(Duration.ofSeconds(60));

      Stored<Tally> stored = tallies.aggregates.find("busy").block();
      assertThat(stored.version()).isEqualTo(commands);
      assertThat(stored.state().count()).isEqualTo(commands);
      tallies.awaitSent("busy");
      List<Long> sent = Parts.sequences(tallies.topic, "busy");
      assertThat(sent)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, commands).boxed().toList());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void the_same_command_under_the_same_key_has_one_effect_and_the_same_answer(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      Receipt first = tallies.handle("t1", new Tally.Command.Add(5), keyed("k1", "body"));
      tallies.handle("t1", new Tally.Command.Add(1));
      Receipt repeated = tallies.handle("t1", new Tally.Command.Add(5), keyed("k1", "body"));

      assertThat(repeated).isEqualTo(first);
      assertThat(tallies.aggregates.find("t1").block().state().count()).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_birth_is_stored_and_sent_like_any_command(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      Receipt receipt = tallies.bear("t1", new Tally.Command.Add(5), keyed("k1", "body"));

      assertThat(receipt).isEqualTo(new Receipt("t1", 1, List.of("/tally-service/t1/1"), false));
      tallies.awaitSent("t1");
      assertThat(Parts.sequences(tallies.topic, "t1")).containsExactly(1L);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_repeated_birth_has_one_effect_and_the_same_answer(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      Receipt first = tallies.bear("t1", new Tally.Command.Add(5), keyed("k1", "body"));
      tallies.handle("t1", new Tally.Command.Close());
      Receipt repeated = tallies.bear("t1", new Tally.Command.Add(5), keyed("k1", "body"));

      assertThat(repeated).isEqualTo(first);
      assertThat(tallies.aggregates.find("t1").block().state().count()).isEqualTo(5);
      assertThatThrownBy(
              () -> tallies.bear("t1", new Tally.Command.Add(6), keyed("k1", "other body")))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.rule()).isEqualTo(AggregateRules.KEY_REUSED));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_repeated_birth_is_answered_though_a_rule_would_now_refuse_it(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      Receipt first = tallies.bear("t1", new Tally.Command.Add(5), keyed("k1", "body"));

      Receipt repeated =
          tallies.bear("t1", new Tally.Command.Rename("x".repeat(300_000)), keyed("k1", "body"));

      assertThat(repeated).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void births_of_one_aggregate_in_two_processes_are_decided_one_after_the_other(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      var elsewhere = tallies.store.aggregates(Tally.TYPE);
      Flux.range(0, 40)
          .flatMap(
              i ->
                  (i % 2 == 0 ? tallies.aggregates : elsewhere)
                      .bear("t" + i / 4, new Tally.Command.Add(1), CommandContext.of(JETRO, NOON)),
              40)
          .blockLast(Duration.ofSeconds(60));

      for (int i = 0; i < 10; i++) {
        assertThat(tallies.aggregates.find("t" + i).block().state().count()).isEqualTo(4);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void another_request_under_a_used_key_is_refused(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      tallies.handle("t1", new Tally.Command.Add(5), keyed("k1", "body"));

      assertThatThrownBy(
              () -> tallies.handle("t1", new Tally.Command.Add(6), keyed("k1", "other body")))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.rule()).isEqualTo(AggregateRules.KEY_REUSED));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_key_is_forgotten_after_24_hours(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      tallies.handle("t1", new Tally.Command.Add(5), keyed("k1", "body"));
      CommandContext later =
          CommandContext.of(JETRO, NOON.plus(Duration.ofHours(25)))
              .with(new IdempotencyKey("jetro POST /tallies", "k2", "body"));
      tallies.handle("t1", new Tally.Command.Add(1), later);

      assertThat(tallies.document("t1").get("replies", Document.class)).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void an_edit_on_an_older_version_is_refused_as_stale(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      tallies.handle("t1", new Tally.Command.Add(5));
      tallies.handle("t1", new Tally.Command.Add(5));
      CommandContext onVersionOne = CommandContext.of(JETRO, NOON).with(Expected.version(1));

      assertThatThrownBy(() -> tallies.handle("t1", new Tally.Command.Rename("x"), onVersionOne))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.rule()).isEqualTo(AggregateRules.STALE_VERSION));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void what_the_rules_refuse_does_not_tell_its_version(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      tallies.handle("t1", new Tally.Command.Close());
      CommandContext onVersionNine = CommandContext.of(JETRO, NOON).with(Expected.version(9));
      assertThatThrownBy(() -> tallies.handle("t1", new Tally.Command.Rename("n"), onVersionNine))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> {
                assertThat(refusal.rule()).isEqualTo(Tally.CLOSED);
                assertThat(refusal.detail()).doesNotContain("version");
              });
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void an_edit_on_an_older_version_is_stale_though_it_would_change_nothing(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      tallies.handle("t1", new Tally.Command.Add(1));
      tallies.handle("t1", new Tally.Command.Rename("n"));
      CommandContext onVersionOne = CommandContext.of(JETRO, NOON).with(Expected.version(1));
      assertThatThrownBy(() -> tallies.handle("t1", new Tally.Command.Rename("n"), onVersionOne))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.rule()).isEqualTo(AggregateRules.STALE_VERSION));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_refused_command_leaves_nothing(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      tallies.handle("t1", new Tally.Command.Close());

      assertThatThrownBy(() -> tallies.handle("t1", new Tally.Command.Add(1)))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> {
                assertThat(refusal.rule()).isEqualTo(Tally.CLOSED);
                assertThat(refusal.pointer()).contains("/amount");
              });
      assertThat(tallies.aggregates.find("t1").block().version()).isEqualTo(2);
      tallies.awaitSent("t1");
      assertThat(Parts.sequences(tallies.topic, "t1")).containsExactly(1L, 2L);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_command_for_what_already_is_writes_and_sends_nothing(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      tallies.handle("t1", new Tally.Command.Rename("x"));
      Receipt again = tallies.handle("t1", new Tally.Command.Rename("x"));

      assertThat(again).isEqualTo(new Receipt("t1", 1, List.of(), true));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_reaction_joins_the_chain_of_its_cause_and_happens_once(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      EventEnvelope cause =
          new EventEnvelope(
              "/other",
              "t",
              "o1",
              7,
              NOON,
              "",
              "chain-1",
              java.util.Optional.empty(),
              "jica/x",
              java.util.Optional.empty());
      CommandContext reaction = CommandContext.reaction("count-others", cause, "t1", JETRO, NOON);

      tallies.handle("t1", new Tally.Command.Add(1), reaction);
      tallies.handle("t1", new Tally.Command.Add(1), reaction);

      assertThat(tallies.aggregates.find("t1").block().version()).isEqualTo(1);
      tallies.awaitSent("t1");
      EventEnvelope sent = EventHeaders.read(Parts.read(tallies.topic).getFirst().headers());
      assertThat(sent.chain()).isEqualTo("chain-1");
      assertThat(sent.causation()).contains("/other/o1/7");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void state_of_an_older_schema_is_brought_up_on_read(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      tallies.handle("t1", new Tally.Command.Add(1));
      tallies.awaitSent("t1");
      Mono.from(
              tallies
                  .aggregates
                  .collection()
                  .updateOne(
                      new Document("_id", "t1"),
                      new Document(
                          "$set",
                          new Document("schema", 1)
                              .append(
                                  "state",
                                  new Document("title", "old")
                                      .append("count", 1)
                                      .append("closed", false)))))
          .block();

      assertThat(tallies.aggregates.find("t1").block().state())
          .isEqualTo(new Tally("old", 1, false));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void an_event_too_large_to_publish_is_refused_at_the_command(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      assertThatThrownBy(() -> tallies.handle("t1", new Tally.Command.Rename("x".repeat(300_000))))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.rule()).isEqualTo(AggregateRules.EVENT_TOO_LARGE));
      assertThat(tallies.aggregates.find("t1").blockOptional()).isEmpty();
    }
  }

  static List<Long> withoutDuplicates(List<Long> sequences) {
    long[] last = {0};
    return sequences.stream()
        .filter(
            sequence -> {
              boolean newer = sequence > last[0];
              last[0] = Math.max(last[0], sequence);
              return newer;
            })
        .toList();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_card_that_is_made_in_another_way_is_told_again_once(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      tallies.handle("t1", new Tally.Command.Add(5));
      CommandContext later = CommandContext.of(JETRO, NOON.plus(Duration.ofDays(1)));
      assertThat(tallies.aggregates.refresh("t1", later).block()).isFalse();

      var changed = tallies.store.aggregates(Tally.told(tally -> "total"));
      assertThat(changed.refresh("t1", later).block()).isTrue();
      assertThat(changed.refresh("t1", later).block()).isFalse();

      tallies.awaitSent("t1");
      var records = Parts.read(tallies.topic);
      EventEnvelope told = EventHeaders.read(records.getLast().headers());
      assertThat(told.type()).isEqualTo("dev.kanmin.tally-service.tally-refreshed.v1");
      assertThat(told.sequence()).isEqualTo(2);
      assertThat(new String(records.getLast().value()))
          .isEqualTo(
              """
              {"card":{"v":1,"kind":"tally","title":{"en":""},"state":"open",\
              "figures":[{"what":"total","amount":"5"}],"audience":"partner",\
              "last":{"event":"counted","at":"2026-11-23T12:00:00Z","by":"jetro"}}}""");
      assertThat(tallies.aggregates.find("t1").block().updatedAt()).isEqualTo(NOON);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void whoever_may_not_know_of_it_does_not_learn_its_version(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      tallies.handle("t1", new Tally.Command.Add(5));
      CommandContext stranger =
          CommandContext.of(new Actor("stranger", "test"), NOON).with(Expected.version(7));

      assertThatThrownBy(() -> tallies.handle("t1", new Tally.Command.Rename("x"), stranger))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(Tally.UNKNOWN));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void stored_state_that_cannot_be_read_is_told_by_its_place_alone(StoreKind kind) {
    try (var tallies = new Tallies(kind)) {
      tallies.handle("t1", new Tally.Command.Add(5));
      Mono.from(
              tallies
                  .aggregates
                  .collection()
                  .updateOne(
                      new Document("_id", "t1"),
                      new Document("$set", new Document("state.count", "03-1234-5678"))))
          .block();

      assertThatThrownBy(() -> tallies.handle("t1", new Tally.Command.Add(1)))
          .hasMessage("The stored tally t1 of schema 2 cannot be read at /count")
          .hasNoCause();
    }
  }
}
