package dev.kanmin.events.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Cell;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.Parts;
import dev.kanmin.events.aggregates.Relay;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.events.wire.EventData;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.UnreadableEvent;
import dev.kanmin.infrastructure.StoreKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Copies of cards on every store at hand, through the handlers of a subscription. */
class CardCopiesTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Cell HANOI_SCOPES = Cell.of("VN", "endoscopy");

  private final Relay relay = new Relay(Parts.producer(), "unused");

  record Happened(int number) {}

  private final class Reader {
    final MongoDatabase database;
    final CardCopies copies;
    final EventHandlers handlers;

    Reader(StoreKind kind) {
      database = Parts.database(kind);
      copies =
          new CardCopies(new AggregateStore("reader", database, relay), "cards", "mission", "need");
      handlers = EventHandlers.builder().copying(copies).build();
    }

    void hears(String id, long sequence, Optional<Card> card) {
      hears("/missions", id, sequence, card);
    }

    void hears(String source, String id, long sequence, Optional<Card> card) {
      handle(source, id, sequence, EventData.write(new Happened(1), card)).block();
    }

    Mono<Void> handle(String source, String id, long sequence, byte[] data) {
      return handlers.handle(event(source, id, sequence), data).orElseThrow();
    }

    List<String> ids(CardQuery query) {
      return copies.list(query).block().items().stream().map(CardCopy::id).toList();
    }

    Optional<CardCopy> find(String id) {
      return copies.find(id).blockOptional();
    }

    long stored() {
      return Mono.from(database.getCollection("cards").countDocuments()).block();
    }
  }

  @AfterEach
  void close() {
    relay.close();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void the_latest_card_of_a_subject_is_kept_whatever_comes_again(StoreKind kind) {
    Reader reader = new Reader(kind);
    reader.hears("m1", 1, card("mission", "announced"));
    reader.hears("m1", 3, card("mission", "open"));
    reader.hears("m1", 1, card("mission", "announced"));
    reader.hears("m1", 3, card("mission", "announced"));

    assertThat(reader.find("m1"))
        .hasValueSatisfying(
            copy -> {
              assertThat(copy.card()).isEqualTo(card("mission", "open").orElseThrow());
              assertThat(copy.sequence()).isEqualTo(3);
              assertThat(copy.source()).isEqualTo("/missions");
            });
    assertThat(reader.find("m2")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void what_is_public_no_more_is_gone_and_does_not_come_back_with_a_repetition(StoreKind kind) {
    Reader reader = new Reader(kind);
    reader.hears("m1", 1, card("mission", "open"));
    reader.hears("m1", 2, Optional.empty());
    reader.hears("m1", 1, card("mission", "open"));

    assertThat(reader.find("m1")).isEmpty();
    assertThat(reader.ids(CardQuery.all())).isEmpty();
    Document left = Mono.from(reader.database.getCollection("cards").find().first()).block();
    assertThat(left.keySet()).containsExactlyInAnyOrder("_id", "source", "sequence", "time");

    reader.hears("m1", 3, card("mission", "announced"));
    assertThat(reader.ids(CardQuery.all())).containsExactly("m1");
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void drafts_and_cards_of_other_kinds_leave_nothing_behind(StoreKind kind) {
    Reader reader = new Reader(kind);
    reader.hears("m1", 1, Optional.empty());
    reader.hears("t1", 1, card("tender", "open"));

    assertThat(reader.stored()).isZero();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void cards_are_found_by_kind_cell_state_agency_and_facet(StoreKind kind) {
    Reader reader = new Reader(kind);
    reader.hears("m1", 1, card("mission", "open", "VN", "endoscopy", "jetro", "seminar"));
    reader.hears("m2", 1, card("mission", "open", "TH", "endoscopy", "jica", "pavilion"));
    reader.hears("m3", 1, card("mission", "reported", "VN", "telemedicine", "jica", "seminar"));
    reader.hears("n1", 1, card("need", "open", "VN", "endoscopy", "jica", "seminar"));

    assertThat(reader.ids(CardQuery.ofKinds("need"))).containsExactly("n1");
    assertThat(reader.ids(CardQuery.all().in(List.of(HANOI_SCOPES)))).containsExactly("m1", "n1");
    assertThat(
            reader.ids(
                CardQuery.ofKinds("mission").in(List.of(HANOI_SCOPES, Cell.of("TH", "endoscopy")))))
        .containsExactly("m1", "m2");
    assertThat(reader.ids(CardQuery.ofKinds("mission", "need").inState("open")))
        .containsExactly("m1", "m2", "n1");
    assertThat(reader.ids(CardQuery.all().responsible(AgencyCode.of("jica"))))
        .containsExactly("m2", "m3", "n1");
    assertThat(reader.ids(CardQuery.ofKinds("mission").with("mission-kinds", List.of("seminar"))))
        .containsExactly("m1", "m3");
    assertThat(
            reader.ids(
                CardQuery.ofKinds("mission")
                    .responsible(AgencyCode.of("jica"))
                    .with("mission-kinds", List.of("seminar", "vip-invitation"))))
        .containsExactly("m3");
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_page_says_how_many_more_there_are_and_as_of_when(StoreKind kind) {
    Reader reader = new Reader(kind);
    assertThat(reader.copies.list(CardQuery.all()).block())
        .isEqualTo(new CardPage(List.of(), 0, Optional.empty()));
    for (int i = 1; i <= 5; i++) {
      reader.hears("m" + i, i, card("mission", "open"));
    }

    CardPage first = reader.copies.list(CardQuery.ofKinds("mission").first(2)).block();
    assertThat(first.items()).extracting(CardCopy::id).containsExactly("m1", "m2");
    assertThat(first.more()).isEqualTo(3);
    assertThat(first.asOf()).contains(NOON.plusSeconds(5));
    CardPage last = reader.copies.list(CardQuery.ofKinds("mission").after("m3").first(2)).block();
    assertThat(last.items()).extracting(CardCopy::id).containsExactly("m4", "m5");
    assertThat(last.more()).isZero();
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void deliveries_at_the_same_moment_leave_the_newest(StoreKind kind) {
    Reader reader = new Reader(kind);
    List<Integer> sequences = IntStream.rangeClosed(1, 50).boxed().toList();
    Flux.fromIterable(sequences)
        .flatMap(
            sequence ->
                reader.handle(
                    "/missions",
                    "m1",
                    sequence,
                    EventData.write(new Happened(1), card("mission", "open"))),
            50)
        .blockLast();

    assertThat(reader.find("m1").orElseThrow().sequence()).isEqualTo(50);
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void the_same_id_of_another_source_is_a_fault_and_replaces_nothing(StoreKind kind) {
    Reader reader = new Reader(kind);
    reader.hears("m1", 1, card("mission", "open"));

    assertThatThrownBy(() -> reader.hears("/others", "m1", 7, card("mission", "reported")))
        .hasMessage("m1 is copied from /missions already");
    reader.hears("/others", "m1", 8, Optional.empty());
    assertThat(reader.find("m1").orElseThrow().card().state()).isEqualTo("open");
  }

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_card_that_cannot_be_read_is_told_by_its_place(StoreKind kind) {
    Reader reader = new Reader(kind);
    byte[] data =
        "{\"card\":{\"v\":1,\"dates\":[{\"on\":\"03-1234\"}]}}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> reader.handle("/missions", "m1", 1, data).block())
        .isInstanceOf(UnreadableEvent.class)
        .hasMessage("/missions/m1/1 has no readable card at /card/dates/0/on")
        .hasNoCause();
  }

  /** The embedded store takes indexes and scans all the same. */
  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void every_query_has_its_index(StoreKind kind) {
    Reader reader = new Reader(kind);
    Map<String, CardQuery> queries =
        Map.of(
            "by-cell", CardQuery.ofKinds("mission").in(List.of(HANOI_SCOPES)),
            "by-kind", CardQuery.ofKinds("mission").inState("open"),
            "by-agency", CardQuery.ofKinds("mission").responsible(AgencyCode.of("jica")),
            "by-facet", CardQuery.ofKinds("mission").with("mission-kinds", List.of("seminar")));

    assertThat(CardCopies.INDEXES).extracting(index -> index.name()).containsAll(queries.keySet());
    if (kind == StoreKind.MONGODB) {
      queries.forEach((index, query) -> assertThat(plan(reader, query)).contains(index));
    }
  }

  private static String plan(Reader reader, CardQuery query) {
    return Mono.from(
            reader
                .database
                .getCollection("cards")
                .find(query.filter())
                .sort(new Document("_id", 1))
                .explain())
        .block()
        .get("queryPlanner", Document.class)
        .get("winningPlan", Document.class)
        .toJson();
  }

  private static Optional<Card> card(String kind, String state) {
    return card(kind, state, "VN", "endoscopy", "jetro", "seminar");
  }

  private static Optional<Card> card(
      String kind, String state, String country, String field, String agency, String facet) {
    return Optional.of(
        new CardMaker(kind, state)
            .title(Map.of("en", "Something"))
            .countries(List.of(CountryCode.of(country)))
            .fields(List.of(Field.of(field)))
            .responsible(AgencyCode.of(agency), "organiser")
            .facet("mission-kinds", facet)
            .make());
  }

  private static EventEnvelope event(String source, String id, long sequence) {
    return new EventEnvelope(
        source,
        "dev.kanmin.missions.happened.v1",
        id,
        sequence,
        NOON.plusSeconds(sequence),
        "",
        id,
        Optional.empty(),
        "jetro/test",
        Optional.empty());
  }
}
