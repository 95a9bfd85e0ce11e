package dev.kanmin.trademissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.services.TopicNames;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.EventHeaders;
import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.KafkaFixture;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.JsonNode;

/** A mission shows the ODA activities of its cells, copied from the events of oda-linkage. */
@EachStore
class ActivityCopiesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String FOLLOWED = "oda-linkage";
  private static final String IMPORTED = "dev.kanmin." + FOLLOWED + ".activity-imported.v1";
  private static RunningService service;

  private final StoreFixture store;

  ActivityCopiesTest(StoreFixture store) {
    this.store = store;
  }

  @BeforeParameterizedClassInvocation
  static void start(StoreFixture store) {
    service = MissionService.on(store);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    service.close();
  }

  @Test
  void an_activity_of_one_of_its_cells_is_shown_with_the_time_of_the_copy() {
    String activity = newActivity();
    publish(activity, 1, IMPORTED, golden());
    Answer mission = missionThatShows(activity);
    JsonNode shown = activity(mission, activity).orElseThrow();
    assertThat(shown.at("/step").asString()).isEqualTo("tender");
    assertThat(shown.at("/cells/0/country").asString()).isEqualTo("VN");
    assertThat(shown.at("/cells/0/field").asString()).isEqualTo("endoscopy");
    assertThat(mission.text("/activities/asOf")).isNotBlank();
  }

  @Test
  void repeated_and_outdated_deliveries_change_nothing() {
    String activity = newActivity();
    publish(activity, 1, IMPORTED, golden());
    publish(activity, 2, IMPORTED, golden().replace("\"tender\"", "\"contract\""));
    publish(activity, 1, IMPORTED, golden());
    publish(activity, 2, IMPORTED, golden().replace("\"tender\"", "\"handover\""));
    String last = newActivityInPartitionOf(activity);
    publish(last, 1, IMPORTED, golden());
    JsonNode shown = activity(missionThatShows(last), activity).orElseThrow();
    assertThat(shown.at("/step").asString()).isEqualTo("contract");
  }

  @Test
  void what_was_published_while_the_service_was_down_is_taken_after_its_restart() {
    String before = newActivity();
    publish(before, 1, IMPORTED, golden());
    missionThatShows(before);
    service.close();
    String meanwhile = newActivity();
    publish(meanwhile, 1, IMPORTED, golden());
    service = MissionService.on(store);
    Answer mission = missionThatShows(meanwhile);
    assertThat(activity(mission, before)).isPresent();
  }

  @Test
  void an_unreadable_activity_is_parked_alone_until_it_can_be_read() {
    ApiClient duty = service.as("meti");
    String poisoned = newActivity();
    publish(poisoned, 1, IMPORTED, "{\"card\": 7}");
    publish(poisoned, 2, IMPORTED, golden());
    String healthy = newActivityInPartitionOf(poisoned);
    publish(healthy, 1, IMPORTED, golden());
    missionThatShows(healthy);

    JsonNode parked = parked(duty, poisoned).orElseThrow();
    assertThat(parked.toString()).contains("has no readable card");
    assertThat(activity(outwardMission(), poisoned)).isEmpty();
    // still unreadable: the subject stays parked, nothing is lost
    duty.post("/v1/parked-subjects/" + parked.at("/id").asString() + "/replay");
    assertThat(parked(duty, poisoned)).isPresent();
  }

  @Test
  void a_kind_of_event_that_is_new_to_us_brings_its_card_like_any_other() {
    String activity = newActivity();
    publish(activity, 1, "dev.kanmin." + FOLLOWED + ".activity-painted.v1", golden());

    assertThat(activity(missionThatShows(activity), activity)).isPresent();
  }

  @Test
  void an_activity_that_is_public_no_more_is_shown_no_more() {
    String activity = newActivity();
    publish(activity, 1, IMPORTED, golden());
    missionThatShows(activity);
    publish(activity, 2, "dev.kanmin." + FOLLOWED + ".activity-withdrawn.v1", "{}");
    String last = newActivityInPartitionOf(activity);
    publish(last, 1, IMPORTED, golden());

    assertThat(activity(missionThatShows(last), activity)).isEmpty();
  }

  private static Answer missionThatShows(String activity) {
    Answer mission = outwardMission();
    String path = "/v1/missions/" + mission.text("/id");
    ApiClient jetro = service.as("jetro");
    Await.until(
        "the copy of " + activity,
        PATIENCE,
        () -> activity(jetro.get(path).is(200), activity).isPresent());
    return jetro.get(path);
  }

  private static Answer outwardMission() {
    ApiClient jetro = service.as("jetro");
    String path = jetro.post("/v1/missions", DevMissions.outward(1)).is(201).header("location");
    return jetro.get(path).is(200);
  }

  private static Optional<JsonNode> activity(Answer mission, String id) {
    return find(mission.body().at("/activities/items"), "/id", id);
  }

  private static Optional<JsonNode> parked(ApiClient duty, String subject) {
    return find(duty.get("/v1/parked-subjects").is(200).body().at("/items"), "/subject", subject);
  }

  private static Optional<JsonNode> find(JsonNode items, String pointer, String value) {
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.at(pointer).asString().equals(value))
        .findFirst();
  }

  private static String newActivity() {
    return Ids.random("act", Instant.now());
  }

  /** Whoever sees this one's event has passed those of the other. */
  private static String newActivityInPartitionOf(String other) {
    String candidate;
    do {
      candidate = newActivity();
    } while (partition(candidate) != partition(other));
    return candidate;
  }

  private static int partition(String subject) {
    byte[] key = subject.getBytes(StandardCharsets.UTF_8);
    return BuiltInPartitioner.partitionForKey(key, 3);
  }

  private static String golden() {
    try {
      return Files.readString(
          Path.of("..", FOLLOWED, "contract", "events", "activity-imported.v1.full.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void publish(String activity, long sequence, String type, String data) {
    EventEnvelope envelope =
        new EventEnvelope(
            "/" + FOLLOWED,
            type,
            activity,
            sequence,
            Instant.parse("2026-10-01T00:00:00Z").plusSeconds(sequence),
            "",
            activity,
            Optional.empty(),
            "jica/jica",
            Optional.empty());
    var message =
        new ProducerRecord<>(
            TopicNames.of(FOLLOWED), activity, data.getBytes(StandardCharsets.UTF_8));
    EventHeaders.of(envelope)
        .forEach(
            (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try (KafkaProducer<String, byte[]> producer = KafkaFixture.shared().producer()) {
      producer.send(message).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka refused the record", e);
    }
  }
}
