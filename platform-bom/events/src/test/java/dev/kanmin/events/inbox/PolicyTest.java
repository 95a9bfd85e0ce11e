package dev.kanmin.events.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.kanmin.events.aggregates.AggregateRules;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Parts;
import dev.kanmin.events.aggregates.Relay;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.aggregates.Tally;
import dev.kanmin.events.wire.Actor;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.events.wire.KafkaClients;
import dev.kanmin.infrastructure.Conditions;
import dev.kanmin.infrastructure.StoreKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One service counts, another reacts: real aggregates on both sides, their events over a real
 * broker, on every store at hand.
 */
class PolicyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String COUNTED = "dev.kanmin.gardens.counted.v1";
  private static final Actor JICA = new Actor("jica", "jica-batch");

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  /** What another service publishes. */
  private final class Gardens {
    final String topic = Parts.topic(2);
    final Aggregates<Tally.Command, Tally.Event, Tally> tallies;

    Gardens(StoreKind kind) {
      Relay relay = relay(topic);
      tallies = new AggregateStore("gardens", Parts.database(kind), relay).aggregates(Tally.TYPE);
    }

    void does(String id, Tally.Command command) {
      tallies.handle(id, command, CommandContext.of(JICA, NOON)).block(PATIENCE);
      awaitSent(tallies);
    }
  }

  /** A service that reacts. It can be started again, on the same store, with another policy. */
  private final class Kitchen {
    final Gardens gardens;
    final String topic = Parts.topic(2);
    final MongoDatabase database;
    final Stubborn.Mood mood = new Stubborn.Mood();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Instant now = NOON;
    Aggregates<Tally.Command, Tally.Event, Tally> tallies;
    Aggregates<Stubborn.Ask, Stubborn.Done, Stubborn> stubborn;
    Policies policies;
    ParkedSubjects parked;
    Consumer<Message<byte[]>> consumer;

    Kitchen(StoreKind kind) {
      gardens = new Gardens(kind);
      Parts.topic(gardens.topic + ".kitchen.dlt", 2);
      database = Parts.database(kind);
      start();
    }

    void start() {
      InstantSource time = () -> now;
      Clock clock = time.withZone(ZoneOffset.UTC);
      AggregateStore store = new AggregateStore("kitchen", database, relay(topic));
      tallies = store.aggregates(Tally.TYPE);
      stubborn = store.aggregates(Stubborn.type(mood));
      policies = new Policies(store, "kitchen", clock, meters);
      parked = new ParkedSubjects(database.getCollection("parked"), clock);
    }

    /** To whatever is counted in the gardens. */
    void reacts(BiFunction<Tally.Event.Counted, Occasion, Flux<Reaction>> response) {
      follows(
          policies
              .policy("count-along")
              .causes(tallies, Tally.Event.Counted.class)
              .causes(stubborn, Stubborn.Done.Asked.class)
              .on(COUNTED, Tally.Event.Counted.class, response)
              .build());
    }

    /** Adds what was counted to every tally that there is. */
    void countsAlongEverywhere() {
      reacts(this::everywhere);
    }

    Flux<Reaction> everywhere(Tally.Event.Counted counted, Occasion occasion) {
      return Flux.from(
              tallies
                  .collection()
                  .find(Filters.gt("_id", occasion.doneThrough()))
                  .sort(new Document("_id", 1)))
          .map(
              found ->
                  Reaction.to(
                      tallies, found.getString("_id"), new Tally.Command.Add(counted.amount())));
    }

    void follows(Policy policy) {
      var transport =
          new DeadLetters.Transport(
              Parts.producer(), () -> KafkaClients.reader(Parts.bootstrap(), "replay"));
      consumer =
          new Inbox(parked, transport, (source, aside) -> {}, meters)
              .consumer("kitchen", gardens.topic, EventHandlers.builder().reacting(policy).build());
    }

    /** Everything that is on the topic, whether it was heard before or not. */
    void hearsEverything() {
      Parts.read(gardens.topic).forEach(record -> consumer.accept(message(record)));
    }

    void has(String id, int count) {
      tallies
          .handle(id, new Tally.Command.Add(count), CommandContext.of(JICA, NOON))
          .block(PATIENCE);
    }

    int count(String id) {
      return tallies.find(id).map(found -> found.state().count()).block(PATIENCE);
    }

    long version(String id) {
      return tallies.find(id).block(PATIENCE).version();
    }

    List<ReactionReport> reactions() {
      return Flux.from(policies.reactions().find().sort(new Document("_id", 1)))
          .map(policies::read)
          .collectList()
          .block(PATIENCE);
    }

    List<String> reasonsOfParking() {
      return parked.list().map(ParkedSubject::reason).collectList().block(PATIENCE);
    }

    double told(String outcome) {
      return meters
          .counter("kanmin.policy.commands", "policy", "count-along", "outcome", outcome)
          .count();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void an_event_leads_to_commands_that_carry_its_chain_cause_and_agency_on(StoreKind kind) {
    Kitchen kitchen = new Kitchen(kind);
    kitchen.reacts(
        (counted, occasion) ->
            Flux.just(
                Reaction.to(
                    kitchen.tallies,
                    "of-" + occasion.event().subject(),
                    new Tally.Command.Add(counted.amount()))));
    kitchen.gardens.does("g1", new Tally.Command.Add(5));

    kitchen.hearsEverything();

    assertThat(kitchen.count("of-g1")).isEqualTo(5);
    awaitSent(kitchen.tallies);
    EventEnvelope caused = EventHeaders.read(Parts.read(kitchen.topic).getFirst().headers());
    assertThat(caused.chain()).isEqualTo("g1");
    assertThat(caused.causation()).contains("/gardens/g1/1");
    assertThat(caused.actor()).isEqualTo("jica/kitchen:count-along");
    assertThat(kitchen.reactions())
        .containsExactly(
            new ReactionReport(
                "count-along", "/gardens/g1/1", "g1", NOON, NOON, true, 1, 0, 0, List.of()));
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void whatever_comes_again_has_no_second_effect_even_after_weeks(StoreKind kind) {
    Kitchen kitchen = new Kitchen(kind);
    kitchen.has("t1", 1);
    kitchen.has("t2", 2);
    kitchen.countsAlongEverywhere();
    kitchen.gardens.does("g1", new Tally.Command.Add(10));
    kitchen.gardens.does("g1", new Tally.Command.Add(100));
    kitchen.hearsEverything();
    kitchen.hearsEverything();
    kitchen.has("t3", 3);
    kitchen.now = NOON.plus(Duration.ofDays(30)); // no target knows the keys any more
    kitchen.start();
    kitchen.countsAlongEverywhere();
    kitchen.hearsEverything();

    assertThat(List.of(kitchen.count("t1"), kitchen.count("t2"), kitchen.count("t3")))
        .containsExactly(111, 112, 3);
    assertThat(kitchen.reactions()).extracting(ReactionReport::accepted).containsExactly(2L, 2L);
  }

  /** One that goes over many is cut off in its third part, and taken up by the next process. */
  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_reaction_to_many_goes_on_where_it_was_cut_off(StoreKind kind) {
    Kitchen kitchen = new Kitchen(kind);
    List<String> ids = IntStream.range(0, 130).mapToObj("t%03d"::formatted).toList();
    ids.forEach(id -> kitchen.has(id, 1));
    Thread process = Thread.currentThread();
    kitchen.reacts(
        (counted, occasion) ->
            Flux.concat(
                kitchen.everywhere(counted, occasion).take(120),
                Mono.<Reaction>never().doOnSubscribe(never -> process.interrupt())));
    kitchen.gardens.does("g1", new Tally.Command.Add(10));
    assertThatThrownBy(kitchen::hearsEverything).hasRootCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    ReactionReport halfWay = kitchen.reactions().getFirst();
    assertThat(halfWay.finished()).isFalse();
    assertThat(halfWay.accepted()).isIn(50L, 100L);
    assertThat(kitchen.reasonsOfParking()).isEmpty();

    List<String> begunBehind = new ArrayList<>();
    List<String> reached = new ArrayList<>();
    kitchen.start();
    kitchen.reacts(
        (counted, occasion) -> {
          begunBehind.add(occasion.doneThrough());
          return kitchen
              .everywhere(counted, occasion)
              .doOnNext(reaction -> reached.add(reaction.target()));
        });
    kitchen.hearsEverything();

    assertThat(begunBehind).containsExactly(ids.get((int) halfWay.accepted() - 1));
    assertThat(reached).hasSize(130 - (int) halfWay.accepted());
    assertThat(ids).allSatisfy(id -> assertThat(kitchen.version(id)).isEqualTo(2));
    assertThat(kitchen.reactions().getFirst().finished()).isTrue();
    assertThat(kitchen.reactions().getFirst().accepted()).isEqualTo(130);
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void what_a_rule_of_the_target_says_is_an_answer_that_can_be_seen(StoreKind kind) {
    Kitchen kitchen = new Kitchen(kind);
    kitchen.has("t1", 1);
    kitchen.has("t2", 1);
    kitchen
        .tallies
        .handle("t2", new Tally.Command.Close(), CommandContext.of(JICA, NOON))
        .block(PATIENCE);
    kitchen.has("t3", 1);
    kitchen.countsAlongEverywhere();
    kitchen.gardens.does("g1", new Tally.Command.Add(10));
    kitchen.hearsEverything();

    assertThat(List.of(kitchen.count("t1"), kitchen.count("t2"), kitchen.count("t3")))
        .containsExactly(11, 1, 11);
    assertThat(kitchen.reasonsOfParking()).isEmpty();
    assertThat(kitchen.reactions())
        .singleElement()
        .satisfies(
            reaction -> {
              assertThat(reaction.finished()).isTrue();
              assertThat(reaction.refusals())
                  .containsExactly(
                      new ReactionReport.RefusedCommand(
                          "t2", "tally-closed", "The tally is closed"));
            });
    assertThat(kitchen.told("accepted")).isEqualTo(2);
    assertThat(kitchen.told("refused")).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void each_kind_of_refusal_is_an_answer_a_fault_or_waited_for(StoreKind kind) {
    Map<Rule, String> wanted =
        Map.of(
            Rule.forbidden("not-yours-to-ask", "No"),
            "refused",
            Rule.notFound("not-here", "No"),
            "refused",
            Rule.conflict("not-now", "No"),
            "refused",
            Rule.invalid("not-so", "No"),
            "refused",
            AggregateRules.OUTBOX_FULL,
            "accepted",
            AggregateRules.CONTENDED,
            "accepted",
            AggregateRules.STALE_VERSION,
            "parked",
            AggregateRules.VERSION_REQUIRED,
            "parked");
    Kitchen kitchen = new Kitchen(kind);
    kitchen.reacts(
        (counted, occasion) ->
            Flux.just(
                Reaction.to(kitchen.stubborn, occasion.event().subject(), new Stubborn.Ask())));
    Map<Rule, String> found = new HashMap<>();
    wanted.forEach(
        (rule, expected) -> {
          kitchen.gardens.does(rule.code(), new Tally.Command.Add(1));
          kitchen.mood.refusals.add(rule);
          kitchen.hearsEverything();
          found.put(rule, outcome(kitchen, rule));
        });

    assertThat(found).isEqualTo(wanted);
  }

  private static String outcome(Kitchen kitchen, Rule rule) {
    if (kitchen.reasonsOfParking().contains(rule.code() + ": " + rule.title())) {
      return "parked";
    }
    ReactionReport report =
        kitchen.reactions().stream()
            .filter(reaction -> reaction.event().equals("/gardens/" + rule.code() + "/1"))
            .findFirst()
            .orElseThrow();
    return report.refused() == 1 ? "refused" : "accepted";
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void what_is_not_declared_is_not_done_and_parks_the_subject(StoreKind kind) {
    Kitchen kitchen = new Kitchen(kind);
    kitchen.reacts(
        (counted, occasion) ->
            Flux.just(
                Reaction.to(
                    kitchen.tallies, occasion.event().subject(), new Tally.Command.Rename("x"))));
    kitchen.gardens.does("g1", new Tally.Command.Add(1));
    kitchen.hearsEverything();

    assertThat(kitchen.tallies.find("g1").blockOptional()).isEmpty();
    assertThat(kitchen.reasonsOfParking())
        .containsExactly(
            "The policy count-along would cause Renamed of a tally, which it does not declare");
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void commands_that_do_not_come_in_order_are_a_fault(StoreKind kind) {
    Kitchen kitchen = new Kitchen(kind);
    kitchen.reacts(
        (counted, occasion) ->
            Flux.just("b", "a")
                .map(id -> Reaction.to(kitchen.tallies, id, new Tally.Command.Add(1))));
    kitchen.gardens.does("g1", new Tally.Command.Add(1));
    kitchen.hearsEverything();

    assertThat(kitchen.reasonsOfParking())
        .containsExactly("The policy count-along does not react in rising order");
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void places_of_their_own_stand_for_the_ids_of_targets(StoreKind kind) {
    Kitchen kitchen = new Kitchen(kind);
    kitchen.reacts(
        (counted, occasion) ->
            Flux.just("b", "a")
                .index(
                    (number, id) ->
                        Reaction.to(kitchen.tallies, id, new Tally.Command.Add(1))
                            .at("place-" + number)));
    kitchen.gardens.does("g1", new Tally.Command.Add(1));
    kitchen.hearsEverything();
    kitchen.hearsEverything();

    assertThat(kitchen.reactions().getFirst().accepted()).isEqualTo(2);
    assertThat(kitchen.version("a")).isOne();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_card_that_comes_into_a_state_is_heard_and_one_that_is_only_told_again_is_not(
      StoreKind kind) {
    Kitchen kitchen = new Kitchen(kind);
    kitchen.follows(
        kitchen
            .policies
            .policy("count-closings")
            .causes(kitchen.tallies, Tally.Event.Counted.class)
            .onCard(
                "gardens",
                "tally",
                card -> card.state().equals("closed"),
                (card, occasion) ->
                    Flux.just(Reaction.to(kitchen.tallies, "closings", new Tally.Command.Add(1))))
            .build());
    kitchen.gardens.does("g1", new Tally.Command.Add(1));
    kitchen.gardens.does("g1", new Tally.Command.Close());
    kitchen.hearsEverything();
    assertThat(kitchen.count("closings")).isOne();

    Mono.from(
            kitchen
                .gardens
                .tallies
                .collection()
                .updateOne(
                    new Document("_id", "g1"),
                    new Document("$set", new Document("card.digest", "another"))))
        .block(PATIENCE);
    assertThat(kitchen.gardens.tallies.refresh("g1", CommandContext.of(JICA, NOON)).block(PATIENCE))
        .isTrue();
    awaitSent(kitchen.gardens.tallies);
    kitchen.hearsEverything();

    assertThat(Parts.sequences(kitchen.gardens.topic, "g1")).contains(4L);
    assertThat(kitchen.count("closings")).isOne();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void what_is_declared_is_looked_at_before_anything_is_heard(StoreKind kind) {
    Kitchen kitchen = new Kitchen(kind);
    String ours = kitchen.tallies.events().typeOf(Tally.Event.Counted.class);
    BiFunction<Tally.Event.Counted, Occasion, Flux<Reaction>> nothing =
        (counted, on) -> Flux.empty();

    assertThatThrownBy(
            () ->
                kitchen
                    .policies
                    .policy("echo")
                    .causes(kitchen.tallies, Tally.Event.Counted.class)
                    .on(ours, Tally.Event.Counted.class, nothing)
                    .build())
        .hasMessage("The policy echo would cause itself: it hears " + ours);
    assertThatThrownBy(
            () ->
                kitchen
                    .policies
                    .policy("echo")
                    .causes(kitchen.tallies, Tally.Event.Counted.class)
                    .onCard("kitchen", "tally", card -> true, (card, on) -> Flux.empty())
                    .build())
        .hasMessageContaining("would cause itself");
    assertThatThrownBy(
            () ->
                kitchen
                    .policies
                    .policy("echo")
                    .causes(kitchen.tallies, Tally.Event.Counted.class)
                    .on(COUNTED, Tally.Event.Counted.class, nothing)
                    .onCard("gardens", "tally", card -> true, (card, on) -> Flux.empty())
                    .build())
        .hasMessageContaining("could react twice to one event");
    assertThatThrownBy(() -> kitchen.policies.policy("echo").build())
        .hasMessage("The policy echo must say what it hears and what it causes");
    assertThatThrownBy(() -> kitchen.policies.policy("Echo!"))
        .hasMessage("'Echo!' is not a name in kebab case");

    kitchen
        .policies
        .policy("echo")
        .causes(kitchen.tallies, Tally.Event.Counted.class)
        .on(COUNTED, Tally.Event.Counted.class, nothing)
        .build();
    assertThatThrownBy(kitchen.policies::requireHeard)
        .hasMessage(
            "The policy echo hears events of gardens, and no subscription to gardens carries it");
    assertThat(kitchen.policies.declarations())
        .containsExactly(
            new PolicyDeclaration(
                "echo",
                List.of(COUNTED),
                List.of(),
                List.of(new PolicyDeclaration.Caused(ours, "tally"))));
  }

  private Relay relay(String topic) {
    Relay relay = new Relay(Parts.producer(), topic);
    open.add(relay);
    return relay;
  }

  private static void awaitSent(Aggregates<?, ?, ?> aggregates) {
    Conditions.await(
        "empty outboxes",
        PATIENCE,
        () ->
            Mono.from(aggregates.collection().countDocuments(Filters.exists("outboxSince")))
                    .block(PATIENCE)
                == 0);
  }

  private static Message<byte[]> message(ConsumerRecord<byte[], byte[]> record) {
    Map<String, Object> headers = new HashMap<>();
    record.headers().forEach(header -> headers.put(header.key(), header.value()));
    headers.put("kafka_receivedPartitionId", record.partition());
    headers.put("kafka_offset", record.offset());
    headers.put("kafka_receivedMessageKey", record.key());
    return MessageBuilder.createMessage(record.value(), new MessageHeaders(headers));
  }
}
