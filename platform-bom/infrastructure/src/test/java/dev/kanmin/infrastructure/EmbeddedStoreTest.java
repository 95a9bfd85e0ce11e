package dev.kanmin.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promises of the embedded store that its parts do not keep by themselves. */
class EmbeddedStoreTest {
  private static final int WRITERS = 12;
  private static final int KILLS = 4;
  private static final String FILLER = "x".repeat(600);

  @TempDir Path folder;
  private EmbeddedStoreProcess store;

  @BeforeEach
  void start() {
    store = EmbeddedStoreProcess.start(folder, Ports.free());
  }

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void kill_nine_under_load_loses_no_acknowledged_write_and_leaves_no_half_one() {
    var acknowledged = new ConcurrentHashMap<String, Integer>();
    for (var round = 0; round < KILLS; round++) {
      writeUntilKilled(round, acknowledged);
      store.restart();
      try (var client = MongoClients.create(store.uri())) {
        checkEverythingIsThere(documents(client), acknowledged);
      }
    }
    assertThat(acknowledged).hasSizeGreaterThan(KILLS * WRITERS);
  }

  private void writeUntilKilled(int round, Map<String, Integer> acknowledged) {
    var killed = new AtomicBoolean();
    var before = acknowledged.size();
    try (var client = MongoClients.create(store.uri())) {
      var writers =
          IntStream.range(0, WRITERS)
              .mapToObj(
                  writer ->
                      Thread.ofPlatform()
                          .start(
                              () ->
                                  write(
                                      documents(client),
                                      round + "-" + writer,
                                      acknowledged,
                                      killed)))
              .toList();
      Conditions.await(
          "acknowledged writes",
          Duration.ofSeconds(30),
          () -> acknowledged.size() > before + 40 * WRITERS);
      killed.set(true);
      store.killForcibly();
      writers.forEach(EmbeddedStoreTest::join);
    }
  }

  private static void write(
      MongoCollection<Document> documents,
      String writer,
      Map<String, Integer> acknowledged,
      AtomicBoolean killed) {
    try {
      for (var i = 0; ; i++) {
        var id = writer + "-" + i;
        documents.insertOne(
            new Document("_id", id)
                .append("unique", id)
                .append("version", 1)
                .append("filler", FILLER));
        acknowledged.put(id, 1);
        documents.updateOne(
            Filters.eq(id),
            Updates.combine(Updates.inc("version", 1), Updates.push("outbox", "event")));
        acknowledged.put(id, 2);
      }
    } catch (MongoException e) {
      if (!killed.get()) {
        throw e;
      }
    }
  }

  private static void checkEverythingIsThere(
      MongoCollection<Document> documents, Map<String, Integer> acknowledged) {
    var found = new ConcurrentHashMap<String, Document>();
    documents.find().forEach(document -> found.put(document.getString("_id"), document));
    acknowledged.forEach(
        (id, version) ->
            assertThat(found.get(id).getInteger("version")).as(id).isGreaterThanOrEqualTo(version));
    found.forEach(
        (id, document) -> {
          var events = document.getList("outbox", String.class, List.of());
          assertThat(events).as(id).hasSize(document.getInteger("version") - 1);
        });
    // the index must agree with the documents: each is found by it, and its place is taken
    found
        .keySet()
        .forEach(
            id -> assertThat(documents.find(Filters.eq("unique", id)).first()).as(id).isNotNull());
    assertThat(documents.countDocuments()).isEqualTo(found.size());
    assertInsertable(documents, found);
  }

  /**
   * What was in flight at the kill is wholly there or wholly absent: an absent identifier can be
   * inserted.
   */
  private static void assertInsertable(
      MongoCollection<Document> documents, Map<String, Document> found) {
    var next = new ArrayList<String>();
    for (var writer = 0; writer < WRITERS; writer++) {
      for (var round = 0; round < KILLS; round++) {
        var prefix = round + "-" + writer + "-";
        if (found.containsKey(prefix + "0")) {
          next.add(
              prefix
                  + IntStream.iterate(0, i -> i + 1)
                      .filter(i -> !found.containsKey(prefix + i))
                      .findFirst()
                      .orElseThrow());
        }
      }
    }
    next.forEach(
        id -> {
          documents.insertOne(new Document("_id", id).append("unique", id).append("version", 1));
          assertThat(documents.deleteOne(Filters.eq(id)).getDeletedCount()).isOne();
        });
  }

  @Test
  void the_file_stays_under_ten_times_its_data() throws IOException {
    var documentCount = 2_000;
    var updates = 20_400;
    try (var client = MongoClients.create(store.uri())) {
      var documents = documents(client);
      for (var i = 0; i < documentCount; i++) {
        documents.insertOne(
            new Document("_id", "d" + i)
                .append("unique", "u" + i)
                .append("version", 1)
                .append("filler", FILLER));
      }
      var perWriter = updates / WRITERS;
      var writers =
          IntStream.range(0, WRITERS)
              .mapToObj(
                  writer ->
                      Thread.ofPlatform()
                          .start(
                              () -> {
                                for (var i = 0; i < perWriter; i++) {
                                  var id = "d" + (i * WRITERS + writer) * 7919 % documentCount;
                                  documents.updateOne(Filters.eq(id), Updates.inc("version", 1));
                                }
                              }))
              .toList();
      writers.forEach(EmbeddedStoreTest::join);
      var data =
          client
              .getDatabase("kanmin")
              .runCommand(new Document("collStats", "documents"))
              .get("size", Number.class)
              .longValue();
      var file = Files.size(folder.resolve("data").resolve("documents.mv"));
      assertThat(data).isGreaterThan(1_000_000);
      assertThat(file)
          .as("bytes of the file, over %d bytes of documents", data)
          .isLessThan(10 * data);
    }
  }

  private static MongoCollection<Document> documents(MongoClient client) {
    var documents = client.getDatabase("kanmin").getCollection("documents");
    documents.createIndex(
        new Document("unique", 1), new com.mongodb.client.model.IndexOptions().unique(true));
    return documents;
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofMinutes(2));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
