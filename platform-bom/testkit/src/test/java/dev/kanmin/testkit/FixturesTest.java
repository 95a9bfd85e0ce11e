package dev.kanmin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import dev.kanmin.infrastructure.TopicSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@EachStore
class FixturesTest {
  private final StoreFixture store;

  FixturesTest(StoreFixture store) {
    this.store = store;
  }

  @Test
  void each_test_has_a_database_of_its_own_and_the_store_is_noted() throws Exception {
    var first = store.freshDatabase(getClass());
    var second = store.freshDatabase(getClass());
    assertThat(first).isNotEqualTo(second);
    try (var client = MongoClients.create(store.uri(first))) {
      client.getDatabase(first).getCollection("things").insertOne(new Document("_id", "a"));
      assertThat(client.getDatabase(second).getCollection("things").countDocuments()).isZero();
    }
    assertThat(Files.readAllLines(Path.of("target", StoresUsed.FILE))).contains(store.toString());
  }

  @Test
  void records_of_a_subject_come_back_with_their_headers() {
    var topic = new TopicSpec("kanmin.testkit", 3);
    var kafka = KafkaFixture.shared().withTopics(topic);
    var subject = "thing-" + store.freshDatabase(getClass());
    try (var producer = kafka.producer()) {
      producer.send(
          new ProducerRecord<>(
              topic.name(),
              null,
              subject,
              "{}".getBytes(StandardCharsets.UTF_8),
              List.of(
                  new RecordHeader("ce_id", (subject + "/1").getBytes(StandardCharsets.UTF_8)))));
    }

    var records = kafka.awaitRecords(topic.name(), subject, 1, Duration.ofSeconds(20));

    assertThat(records).hasSize(1);
    assertThat(
            new String(
                records.getFirst().headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
        .isEqualTo(subject + "/1");
    assertThat(kafka.recordsOf(topic.name(), subject)).hasSize(1);
  }
}
