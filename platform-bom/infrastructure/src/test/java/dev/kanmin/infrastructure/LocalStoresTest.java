package dev.kanmin.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What both local stores must do alike; on the real MongoDB too wherever a {@code mongod} is at
 * hand.
 */
class LocalStoresTest {
  @TempDir(cleanup = CleanupMode.ALWAYS)
  Path folder;

  @FunctionalInterface
  private interface Check {
    void on(Store.Local store);
  }

  @TestFactory
  Stream<DynamicTest> an_identifier_is_taken_once() {
    return onEachStore(
        store -> {
          try (var client = MongoClients.create(store.uri())) {
            var missions = missions(client);
            missions.insertOne(new Document("_id", "a"));
            assertThatThrownBy(() -> missions.insertOne(new Document("_id", "a")))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> a_guarded_update_applies_once() {
    return onEachStore(
        store -> {
          try (var client = MongoClients.create(store.uri())) {
            var missions = missions(client);
            missions.insertOne(new Document("_id", "a").append("version", 1));
            var guarded = Filters.and(Filters.eq("_id", "a"), Filters.eq("version", 1));
            var change =
                Updates.combine(Updates.inc("version", 1), Updates.push("outbox", "event"));
            assertThat(missions.updateOne(guarded, change).getModifiedCount()).isOne();
            assertThat(missions.updateOne(guarded, change).getModifiedCount()).isZero();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> documents_survive_a_clean_stop_and_a_kill() {
    return onEachStore(
        store -> {
          try (var client = MongoClients.create(store.uri())) {
            missions(client).insertOne(new Document("_id", "before the stop"));
          }
          store.close();
          store.restart();
          try (var client = MongoClients.create(store.uri())) {
            missions(client).insertOne(new Document("_id", "before the kill"));
          }
          store.killForcibly();
          store.restart();
          try (var client = MongoClients.create(store.uri())) {
            assertThat(missions(client).find().map(mission -> mission.getString("_id")))
                .containsExactlyInAnyOrder("before the stop", "before the kill");
          }
        });
  }

  private Stream<DynamicTest> onEachStore(Check check) {
    var embedded =
        DynamicTest.dynamicTest(
            "embedded",
            () -> {
              try (var store =
                  EmbeddedStoreProcess.start(folder.resolve("embedded"), Ports.free())) {
                check.on(store);
              }
            });
    var real =
        new MongodLocator(System.getenv())
            .find().stream()
                .map(
                    program ->
                        DynamicTest.dynamicTest(
                            "mongod",
                            () -> {
                              try (var store =
                                  MongodProcess.start(
                                      program, folder.resolve("mongod"), Ports.free())) {
                                check.on(store);
                              }
                            }));
    return Stream.concat(Stream.of(embedded), real);
  }

  private static MongoCollection<Document> missions(MongoClient client) {
    return client.getDatabase("trade-missions").getCollection("missions");
  }
}
