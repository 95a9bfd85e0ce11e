package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class KeysetTest {
  private static MongoServer server;
  private static MongoClient client;
  private MongoCollection<Document> things;

  @BeforeAll
  static void start() {
    server = new MongoServer(new MemoryBackend());
    client = MongoClients.create(server.bindAndGetConnectionString());
  }

  @AfterAll
  static void stop() {
    client.close();
    server.shutdownNow();
  }

  @BeforeEach
  void fill() {
    things = client.getDatabase("test").getCollection("things");
    Mono.from(things.drop()).block();
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Document keys = new Document("rank", i % 3).append("kind", i % 2 == 0 ? "even" : "odd");
      if (i % 5 != 0) {
        keys.append("at", Date.from(Instant.parse("2027-01-01T00:00:00Z").plusSeconds(i % 4)));
      }
      documents.add(new Document("_id", "thg_%02d".formatted(i)).append("keys", keys));
    }
    Collections.shuffle(documents, new Random(7));
    Mono.from(things.insertMany(documents)).block();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "_id",
        "-_id",
        "keys.rank",
        "-keys.rank",
        "keys.at",
        "-keys.at",
        "-keys.at,keys.rank",
        "keys.rank,-keys.at,-_id"
      })
  void pages_of_every_order_hold_everything_once_and_in_order(String sorts) {
    String[] fields = sorts.isEmpty() ? new String[0] : sorts.split(",", -1);
    Bson filter = Filters.eq("keys.kind", "even");
    List<String> expected =
        Flux.from(things.find(filter).sort(order(fields)))
            .map(document -> document.getString("_id"))
            .collectList()
            .blockOptional()
            .orElseThrow();
    for (int limit : new int[] {1, 3, 7, 20, 200}) {
      assertThat(follow(filter, limit, fields)).isEqualTo(expected).hasSize(20);
    }
  }

  @Test
  void what_is_written_meanwhile_neither_repeats_nor_hides_anything() {
    Page<Document> first = page(new Document(), PageRequest.first(), 10, "keys.rank");
    Mono.from(
            things.insertOne(
                new Document("_id", "thg_00x").append("keys", new Document("rank", 0))))
        .block();
    Mono.from(things.deleteOne(Filters.eq("_id", first.items().getLast().getString("_id"))))
        .block();
    Page<Document> second =
        page(new Document(), new PageRequest(first.next(), 10), 10, "keys.rank");
    assertThat(second.items()).doesNotContainAnyElementsOf(first.items()).hasSize(10);
  }

  @Test
  void the_last_page_has_no_cursor() {
    assertThat(page(new Document(), PageRequest.first(), 40, "_id").next()).isEmpty();
    assertThat(page(new Document(), PageRequest.first(), 39, "_id").next()).isPresent();
  }

  @Test
  void a_cursor_is_good_for_its_own_query_alone() {
    Bson filter = Filters.eq("keys.kind", "even");
    Optional<String> cursor = page(filter, PageRequest.first(), 5, "keys.rank").next();
    PageRequest next = new PageRequest(cursor, 5);
    assertThat(page(filter, next, 5, "keys.rank").items()).hasSize(5);
    assertThatThrownBy(() -> page(Filters.eq("keys.kind", "odd"), next, 5, "keys.rank"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("belongs to another query");
    assertThatThrownBy(() -> page(filter, next, 5, "-keys.rank")).isInstanceOf(BadInput.class);
  }

  @Test
  void a_cursor_is_safe_in_an_address() {
    String cursor =
        page(new Document(), PageRequest.first(), 5, "keys.at", "keys.rank").next().orElseThrow();
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAA", "!!!", "eyJxIjoiIn0", "/////w", "8P///////w"})
  void a_damaged_cursor_is_bad_input(String cursor) {
    assertThatThrownBy(
            () -> page(new Document(), new PageRequest(Optional.of(cursor), 5), 5, "keys.rank"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void every_truncation_and_every_flipped_bit_of_a_cursor_is_survived() {
    String good = Cursor.after("query", List.of("a", 7, new Date(0)));
    for (int i = 0; i < good.length(); i++) {
      String cut = good.substring(0, i);
      assertThatThrownBy(() -> Cursor.read(cut, "query", 3)).isInstanceOf(BadInput.class);
      for (int bit = 0; bit < 7; bit++) {
        String changed =
            good.substring(0, i) + (char) (good.charAt(i) ^ (1 << bit)) + good.substring(i + 1);
        try {
          assertThat(Cursor.read(changed, "query", 3)).hasSize(3);
        } catch (BadInput refused) {
          assertThat(refused.faults()).hasSize(1);
        }
      }
    }
  }

  @Test
  void a_cursor_cannot_smuggle_an_operator_in() {
    String forged = Cursor.after("query", List.of(new Document("$ne", "")));
    assertThatThrownBy(() -> Cursor.read(forged, "query", 1)).isInstanceOf(BadInput.class);
  }

  private List<String> follow(Bson filter, int limit, String... fields) {
    List<String> ids = new ArrayList<>();
    PageRequest request = new PageRequest(Optional.empty(), limit);
    while (true) {
      Page<Document> page = page(filter, request, limit, fields);
      page.items().forEach(document -> ids.add(document.getString("_id")));
      if (page.next().isEmpty()) {
        return ids;
      }
      request = new PageRequest(page.next(), limit);
    }
  }

  private Page<Document> page(Bson filter, PageRequest from, int limit, String... fields) {
    return Keyset.query(things, filter, new PageRequest(from.cursor(), limit), fields)
        .blockOptional()
        .orElseThrow();
  }

  private static Document order(String... fields) {
    Document order = new Document();
    for (String field : fields) {
      order.append(field.replaceFirst("^-", ""), field.startsWith("-") ? -1 : 1);
    }
    order.putIfAbsent("_id", 1);
    return order;
  }
}
