package dev.kanmin.events.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.infrastructure.StoreKind;
import java.time.Duration;
import java.util.List;
import org.bson.BsonSerializationException;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/** Changes that travel to the store together succeed and fail each for itself. */
class WritesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int TOGETHER = 40;
  private static final int UNWRITABLE = 17;

  @ParameterizedTest
  @MethodSource("dev.kanmin.events.aggregates.Parts#stores")
  void a_change_that_cannot_be_written_down_fails_alone(StoreKind kind) {
    MongoCollection<Document> collection = Parts.database(kind).getCollection("births");
    Writes writes = new Writes(collection);

    List<Signal<Boolean>> answers =
        Flux.range(0, TOGETHER)
            .flatMapSequential(n -> writes.write(birth(n)).materialize(), TOGETHER)
            .collectList()
            .block(PATIENCE);

    for (int n = 0; n < TOGETHER; n++) {
      if (n == UNWRITABLE) {
        assertThat(answers.get(n).getThrowable()).isInstanceOf(BsonSerializationException.class);
      } else {
        assertThat(answers.get(n).get()).as("birth %d", n).isTrue();
      }
    }
    assertThat(Mono.from(collection.countDocuments()).block(PATIENCE)).isEqualTo(TOGETHER - 1);
  }

  /** BSON has no names with a zero character in them. */
  private static AggregateWrite.Change birth(int n) {
    String id = "b" + n;
    Document document = new Document("_id", id).append(n == UNWRITABLE ? "a\0b" : "ab", n);
    return new AggregateWrite.Change(
        id,
        0,
        new AggregateWrite.Write.Birth(document),
        List.of(),
        new Receipt(id, 1, List.of(), false));
  }
}
