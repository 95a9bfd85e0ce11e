package dev.kanmin.events.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.codes.services.TopicNames;
import dev.kanmin.events.ConsumerAutoConfiguration;
import dev.kanmin.events.EventsAutoConfiguration;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Parts;
import dev.kanmin.events.aggregates.Tally;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.events.wire.KafkaClients;
import dev.kanmin.infrastructure.Conditions;
import dev.kanmin.infrastructure.StoreKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A service that declares whom it follows, and nothing else, on a real broker. */
class SubscriptionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final StoreKind STORE = StoreKind.EMBEDDED;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String follower = "follower-" + run;
  private final String gardens = "gardens-" + run;
  private final String kettles = "kettles-" + run;
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private Optional<ConfigurableApplicationContext> service = Optional.empty();

  record Counted(int amount) {}

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Follower {
    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }
  }

  @AfterEach
  void stop() {
    service.ifPresent(ConfigurableApplicationContext::close);
  }

  @Test
  void two_subscriptions_of_one_service_are_read_side_by_side() {
    topics(follower, gardens, kettles);
    deadLetters(gardens, kettles);
    start(subscription(gardens), subscription(kettles));

    publish(gardens, "a", 1, "{\"amount\": 1}");
    publish(kettles, "a", 1, "{\"amount\": 2}");
    publish(gardens, "a", 2, "{\"amount\": 3}");

    awaitSeen(gardens + " a 1: 1", gardens + " a 2: 3", kettles + " a 1: 2");
  }

  @Test
  void what_was_published_meanwhile_is_read_after_a_restart_and_nothing_again() {
    topics(follower, gardens);
    deadLetters(gardens);
    publish(gardens, "a", 1, "{\"amount\": 1}");
    start(subscription(gardens));
    awaitSeen(gardens + " a 1: 1");
    await("its place to be kept under the service's name", () -> committed(gardens) == 1);
    stop();

    publish(gardens, "a", 2, "{\"amount\": 2}");
    start(subscription(gardens));

    awaitSeen(gardens + " a 1: 1", gardens + " a 2: 2");
  }

  @Test
  void each_puts_aside_into_its_own_dead_letters_and_replays_from_there() {
    topics(follower, gardens, kettles);
    deadLetters(gardens, kettles);
    start(subscription(gardens), subscription(kettles));
    publish(gardens, "a", 1, "nonsense");
    publish(kettles, "a", 1, "rubbish");
    await("both to be parked", () -> parked().size() == 2);

    assertThat(deadLettersOf(gardens)).containsExactly(1L);
    assertThat(deadLettersOf(kettles)).containsExactly(1L);
    for (var subject : parked()) {
      assertThat(bean(ParkedSubjects.class).replay(subject.id()).block(PATIENCE).stillFailing())
          .hasValueSatisfying(reason -> assertThat(reason).startsWith(subject.failedEvent()));
    }
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void what_can_neither_be_taken_nor_put_aside_is_offered_until_it_can(CapturedOutput log) {
    topics(follower, gardens);
    deadLetters(gardens);
    start(subscription(gardens));
    Parts.removeTopic(TopicNames.deadLetters(TopicNames.of(gardens), follower));
    publish(gardens, "a", 1, "nonsense");
    publish(gardens, "a", 2, "{\"amount\": 1}");
    await("a first failure", () -> log.getAll().contains("A record could not be put aside"));

    deadLetters(gardens);

    await(
        "both to be put aside",
        () -> deadLettersOf(gardens).stream().distinct().toList().equals(List.of(1L, 2L)));
    assertThat(seen).isEmpty();
  }

  @Test
  void a_service_whose_dead_letter_topic_is_missing_does_not_start() {
    topics(follower, gardens);

    assertThatThrownBy(() -> start(subscription(gardens)))
        .hasRootCauseMessage(
            "The topic %s is not there: whoever owns the topics must create it first"
                .formatted(TopicNames.deadLetters(TopicNames.of(gardens), follower)));
  }

  @Test
  void a_policy_reacts_to_what_its_subscription_reads() {
    topics(follower, gardens);
    deadLetters(gardens);
    publish(gardens, "a", 1, "{\"amount\": 5}");
    publish(gardens, "a", 1, "{\"amount\": 5}");
    startReacting(gardens, gardens);

    await("the reaction", () -> counted("along").isPresent());
    publish(gardens, "b", 1, "{\"amount\": 7}");
    await("the next one", () -> counted("along").equals(Optional.of(12)));
  }

  @Test
  void a_policy_that_no_subscription_carries_keeps_its_service_from_starting() {
    topics(follower, gardens, kettles);
    deadLetters(gardens);

    assertThatThrownBy(() -> startReacting(kettles, gardens))
        .hasMessage(
            "The policy count-along hears events of %s, and no subscription to %s carries it"
                .formatted(kettles, kettles));
  }

  @Test
  void a_second_subscription_to_the_same_service_is_refused() {
    topics(follower, gardens);
    deadLetters(gardens);

    assertThatThrownBy(() -> start(subscription(gardens), subscription(gardens)))
        .hasRootCauseMessage(
            "%s has two subscriptions to %s: one must hold all handlers"
                .formatted(follower, gardens));
  }

  @Test
  void a_listed_service_subscribes_to_those_that_the_list_says_it_follows() {
    var listed = ServiceList.kanmin().services().getFirst();

    assertThatThrownBy(
            () -> new Subscriptions(listed.name(), List.of(subscription(gardens)), anyInbox()))
        .hasMessage(
            "%s subscribes to %s: say so in services.yaml under follows"
                .formatted(listed.name(), gardens));
  }

  @Test
  void without_a_binder_on_the_class_path_a_subscription_is_refused() {
    topics(follower);

    new ApplicationContextRunner()
        .withClassLoader(new FilteredClassLoader("org.springframework.cloud.stream"))
        .withConfiguration(
            AutoConfigurations.of(EventsAutoConfiguration.class, ConsumerAutoConfiguration.class))
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .withPropertyValues(
            "kanmin.service=" + follower,
            "kanmin.kafka=" + Parts.bootstrap(),
            "kanmin.mongodb.uri=" + Parts.uri(STORE))
        .withBean(Subscription.class, () -> subscription(gardens))
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining(gardens, "spring-cloud-starter-stream-kafka"));
  }

  @Test
  void a_service_without_a_name_does_not_start() {
    assertThatThrownBy(() -> start("--kanmin.service="))
        .rootCause()
        .hasMessageStartingWith("kanmin.service is missing");
  }

  private static Inbox anyInbox() {
    var marks = Parts.database(STORE).getCollection("parked");
    return new Inbox(
        new ParkedSubjects(marks, Clock.systemUTC()),
        new DeadLetters.Transport(
            Parts.producer(), () -> KafkaClients.reader(Parts.bootstrap(), "replay")),
        (topic, aside) -> {},
        new SimpleMeterRegistry());
  }

  private Subscription subscription(String followed) {
    return Subscription.to(
        followed,
        EventHandlers.builder()
            .on(
                type(followed),
                Counted.class,
                (counted, event) ->
                    Mono.fromRunnable(
                        () ->
                            seen.add(
                                "%s %s %d: %d"
                                    .formatted(
                                        followed,
                                        event.subject(),
                                        event.sequence(),
                                        counted.amount()))))
            .build());
  }

  /** With a policy that hears one service, in a subscription to perhaps another. */
  private void startReacting(String heard, String followed) {
    run(
        "--kanmin.service=" + follower,
        context -> {
          context.registerBean(
              "tallies",
              Aggregates.class,
              () -> context.getBean(AggregateStore.class).aggregates(Tally.TYPE));
          context.registerBean(
              "subscription",
              Subscription.class,
              () ->
                  Subscription.to(
                      followed, EventHandlers.builder().reacting(policy(context, heard)).build()));
        });
  }

  private static Policy policy(GenericApplicationContext context, String heard) {
    Aggregates<Tally.Command, Tally.Event, Tally> tallies = tallies(context);
    return context
        .getBean(Policies.class)
        .policy("count-along")
        .causes(tallies, Tally.Event.Counted.class)
        .on(
            type(heard),
            Counted.class,
            (counted, occasion) ->
                Flux.just(Reaction.to(tallies, "along", new Tally.Command.Add(counted.amount()))))
        .build();
  }

  @SuppressWarnings("unchecked")
  private static Aggregates<Tally.Command, Tally.Event, Tally> tallies(ApplicationContext context) {
    return context.getBean("tallies", Aggregates.class);
  }

  private Optional<Integer> counted(String id) {
    return tallies(service.orElseThrow())
        .find(id)
        .map(found -> found.state().count())
        .blockOptional(PATIENCE);
  }

  private void start(Subscription... subscriptions) {
    start("--kanmin.service=" + follower, subscriptions);
  }

  private void start(String name, Subscription... subscriptions) {
    run(name, context -> declare(context, subscriptions));
  }

  private void run(String name, ApplicationContextInitializer<GenericApplicationContext> beans) {
    service =
        Optional.of(
            new SpringApplicationBuilder(Follower.class)
                .web(WebApplicationType.NONE)
                .initializers(beans)
                .run(
                    name,
                    "--kanmin.kafka=" + Parts.bootstrap(),
                    "--kanmin.mongodb.uri=" + Parts.uri(STORE)));
  }

  private static void declare(GenericApplicationContext context, Subscription... subscriptions) {
    for (int number = 0; number < subscriptions.length; number++) {
      var subscription = subscriptions[number];
      context.registerBean("subscription" + number, Subscription.class, () -> subscription);
    }
  }

  private <T> T bean(Class<T> type) {
    return service.orElseThrow().getBean(type);
  }

  private List<ParkedSubject> parked() {
    return bean(ParkedSubjects.class).list().collectList().block(PATIENCE);
  }

  private static void topics(String... services) {
    for (var name : services) {
      Parts.topic(TopicNames.of(name), 2);
    }
  }

  private void deadLetters(String... followed) {
    for (var name : followed) {
      Parts.topic(TopicNames.deadLetters(TopicNames.of(name), follower), 2);
    }
  }

  /** Of the subject a. */
  private List<Long> deadLettersOf(String followed) {
    return Parts.sequences(TopicNames.deadLetters(TopicNames.of(followed), follower), "a");
  }

  private long committed(String followed) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) Parts.bootstrap()))) {
      return admin
          .listConsumerGroupOffsets(follower)
          .partitionsToOffsetAndMetadata()
          .get()
          .entrySet()
          .stream()
          .filter(place -> place.getKey().topic().equals(TopicNames.of(followed)))
          .mapToLong(place -> place.getValue().offset())
          .sum();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private void awaitSeen(String... events) {
    await("events " + List.of(events) + " to be seen", () -> seen.size() >= events.length);
    assertThat(seen).containsExactlyInAnyOrder(events);
  }

  private static void await(String what, BooleanSupplier condition) {
    Conditions.await(what, PATIENCE, condition);
  }

  private static String type(String followed) {
    return "dev.kanmin." + followed + ".counted.v1";
  }

  private static void publish(String from, String subject, long sequence, String data) {
    var envelope =
        new EventEnvelope(
            "/" + from,
            type(from),
            subject,
            sequence,
            Instant.EPOCH,
            "",
            subject,
            Optional.empty(),
            "a/b",
            Optional.empty());
    var record = new ProducerRecord<>(TopicNames.of(from), bytes(subject), bytes(data));
    EventHeaders.of(envelope).forEach((name, value) -> record.headers().add(name, bytes(value)));
    try (Producer<byte[], byte[]> producer = Parts.producer()) {
      producer.send(record);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
