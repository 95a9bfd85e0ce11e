package dev.kanmin.events.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.Parts;
import dev.kanmin.events.aggregates.Relay;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.infrastructure.StoreKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Snapshots on every store at hand. */
class SnapshotCopiesTest {
  private final Relay relay = new Relay(Parts.producer(), "unused");

  private SnapshotCopies copies(StoreKind kind) {
    return new SnapshotCopies(
        new AggregateStore("reader", Parts.database(kind), relay),
        "snapshots",
        StoreIndex.ascending("by-colour", "colour"));
  }

  private static Document colour(String colour) {
    return new Document("colour", colour);
  }

  private static Optional<String> colourOf(SnapshotCopies copies, String id) {
    return copies.find(id).map(it -> it.getString("colour")).blockOptional();
  }

  private static List<String> ids(SnapshotCopies copies, String colour) {
    return copies
        .where(Filters.eq("colour", colour))
        .map(it -> it.getString("_id"))
        .collectList()
        .block();
  }

  @AfterEach
  void close() {
    relay.close();
  }

  static List<StoreKind> stores() {
    return Parts.stores().toList();
  }

  @ParameterizedTest
  @MethodSource("stores")
  void a_higher_revision_replaces_and_a_repeated_one_does_not(StoreKind kind) {
    SnapshotCopies copies = copies(kind);
    copies.replace("a", 1, colour("red")).block();
    copies.replace("a", 3, colour("blue").append("size", 4)).block();
    copies.replace("a", 2, colour("green")).block();
    copies.replace("a", 3, colour("black")).block();

    assertThat(colourOf(copies, "a")).hasValue("blue");
    assertThat(ids(copies, "red")).isEmpty();

    copies.replace("a", 4, colour("white")).block();
    assertThat(copies.find("a").block()).doesNotContainKey("size");
    assertThat(colourOf(copies, "b")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("stores")
  void a_merged_one_is_found_under_the_other_over_any_number_of_merges(StoreKind kind) {
    SnapshotCopies copies = copies(kind);
    for (String id : List.of("a", "b", "c")) {
      copies.replace(id, 1, colour("of " + id)).block();
    }
    copies.merge("a", "b").block();
    copies.merge("b", "c").block();

    assertThat(colourOf(copies, "a")).hasValue("of c");
    assertThat(copies.survivor("a").block()).isEqualTo("c");
    assertThat(copies.survivor("c").block()).isEqualTo("c");
    assertThat(copies.survivor("unknown").block()).isEqualTo("unknown");
    assertThat(ids(copies, "of a")).containsExactly("c");

    copies.replace("a", 2, colour("late")).block();
    assertThat(colourOf(copies, "a")).hasValue("of c");
  }

  @ParameterizedTest
  @MethodSource("stores")
  void a_merge_may_be_heard_before_either_is_known(StoreKind kind) {
    SnapshotCopies copies = copies(kind);
    copies.merge("a", "b").block();

    assertThat(copies.survivor("a").block()).isEqualTo("b");
    assertThat(colourOf(copies, "a")).isEmpty();

    copies.replace("a", 1, colour("late")).block();
    copies.replace("b", 1, colour("of b")).block();
    assertThat(colourOf(copies, "a")).hasValue("of b");
  }

  @ParameterizedTest
  @MethodSource("stores")
  void all_ids_that_lead_to_one_are_told_and_many_are_found_at_once(StoreKind kind) {
    SnapshotCopies copies = copies(kind);
    for (String id : List.of("a", "b", "c", "d")) {
      copies.replace(id, 1, colour("of " + id)).block();
    }
    copies.merge("a", "b").block();
    copies.merge("b", "c").block();
    copies.erase("d").block();

    for (String id : List.of("a", "b", "c")) {
      assertThat(copies.ids(id).block()).containsExactly("c", "b", "a");
    }
    assertThat(copies.ids("unknown").block()).containsExactly("unknown");
    assertThat(copies.find(List.of("a", "c", "d", "unknown")).block())
        .containsOnlyKeys("a", "c")
        .allSatisfy((id, found) -> assertThat(found.getString("_id")).isEqualTo("c"));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void nothing_brings_an_erased_one_back(StoreKind kind) {
    SnapshotCopies copies = copies(kind);
    copies.replace("a", 1, colour("red")).block();
    copies.merge("z", "a").block();
    copies.erase("a").block();
    copies.erase("never-heard-of").block();

    copies.replace("a", 2, colour("red")).block();
    copies.merge("a", "b").block();
    copies.replace("never-heard-of", 1, colour("red")).block();

    assertThat(colourOf(copies, "a")).isEmpty();
    assertThat(colourOf(copies, "z")).isEmpty();
    assertThat(ids(copies, "red")).isEmpty();
    assertThat(copies.isErased("a").block()).isTrue();
    assertThat(copies.isErased("z").block()).isTrue();
    assertThat(copies.isErased("b").block()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("stores")
  void a_merge_that_comes_with_the_first_snapshot_is_not_taken_for_a_late_one(StoreKind kind) {
    SnapshotCopies copies = copies(kind);
    List<String> ids = IntStream.range(0, 300).mapToObj(number -> "c" + number).toList();

    Flux.fromIterable(ids)
        .flatMap(id -> Mono.when(copies.replace(id, 1, colour("red")), copies.merge(id, "z")), 32)
        .blockLast();

    assertThat(ids).allSatisfy(id -> assertThat(copies.survivor(id).block()).isEqualTo("z"));
  }
}
