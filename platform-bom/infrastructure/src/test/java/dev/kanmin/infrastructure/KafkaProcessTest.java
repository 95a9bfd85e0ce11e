package dev.kanmin.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaProcessTest {
  @TempDir static Path folder;
  private static KafkaProcess kafka;

  @BeforeAll
  static void start() {
    kafka = KafkaProcess.start(folder.resolve("kafka"), Ports.free());
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void records_survive_kill_nine_and_a_restart() throws Exception {
    kafka.createTopics(List.of(new TopicSpec("kept", 1)));
    try (var producer =
        new KafkaProducer<>(
            client(Map.of("acks", "all")), new StringSerializer(), new StringSerializer())) {
      for (var i = 0; i < 100; i++) {
        producer.send(new ProducerRecord<>("kept", "key", "value " + i)).get(10, TimeUnit.SECONDS);
      }
    }

    kafka.killForcibly();
    kafka.restart();

    assertThat(values("kept", 100)).hasSize(100).startsWith("value 0").endsWith("value 99");
  }

  @Test
  void topics_keep_their_records_for_ever() throws Exception {
    kafka.createTopics(List.of(new TopicSpec("for-ever", 2)));
    kafka.createTopics(List.of(new TopicSpec("for-ever", 2)));

    try (var admin = Admin.create(client(Map.of()))) {
      var topic = new ConfigResource(ConfigResource.Type.TOPIC, "for-ever");
      var config = admin.describeConfigs(List.of(topic)).all().get(10, TimeUnit.SECONDS).get(topic);
      assertThat(config.get("retention.ms").value()).isEqualTo("-1");
      assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
    }
  }

  @Test
  void another_number_of_partitions_is_refused_by_name() {
    kafka.createTopics(List.of(new TopicSpec("three", 3)));

    assertThatThrownBy(() -> kafka.createTopics(List.of(new TopicSpec("three", 4))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("topic three exists with 3 partitions, but 4 are expected");
  }

  /**
   * What a producer meets in between is an error of the client, which would tell it by retrying.
   */
  @Test
  void a_topic_takes_records_as_soon_as_it_is_made() throws Exception {
    var once = Map.of("acks", "all", "retries", "0", "enable.idempotence", "false");
    try (var producer =
        new KafkaProducer<>(client(once), new StringSerializer(), new StringSerializer())) {
      for (var number = 0; number < 40; number++) {
        var name = "made-" + number;
        kafka.createTopics(List.of(new TopicSpec(name, 3)));
        for (var partition = 0; partition < 3; partition++) {
          producer
              .send(new ProducerRecord<>(name, partition, "key", "value"))
              .get(10, TimeUnit.SECONDS);
        }
      }
    }
  }

  @Test
  void an_unknown_topic_is_not_made_by_writing_to_it() throws Exception {
    try (var producer =
        new KafkaProducer<>(
            client(Map.of("max.block.ms", "500")),
            new StringSerializer(),
            new StringSerializer())) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>("nobody-made-it", "value")).get())
          .hasMessageContaining("nobody-made-it");
    }
    try (var admin = Admin.create(client(Map.of()))) {
      assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS))
          .doesNotContain("nobody-made-it");
    }
  }

  private static List<String> values(String topic, int expected) {
    var settings = client(Map.of("group.id", "reader", "auto.offset.reset", "earliest"));
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      var values = new ArrayList<String>();
      Conditions.await(
          () -> expected + " records, have " + values.size(),
          Duration.ofSeconds(30),
          () -> {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            return values.size() >= expected;
          });
      return values;
    }
  }

  private static Properties client(Map<String, String> settings) {
    var properties = new Properties();
    properties.put("bootstrap.servers", kafka.bootstrap());
    properties.putAll(settings);
    return properties;
  }
}
