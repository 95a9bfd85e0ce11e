package dev.kanmin.events.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class LifeTest {
  private final Life life = new Life();
  private final Sinks.One<Long> store = Sinks.one();
  private final MongoCollection<Document> collection =
      life.store(
          Life.collection(
              Life.Proxies.of(MongoCollection.class, (method, arguments) -> store.asMono())));

  @Test
  void what_a_dead_process_had_asked_of_the_store_is_not_settled_before_the_store_is_done() {
    Mono.from(collection.countDocuments()).subscribe();
    life.end();
    assertThat(life.isSettled()).isFalse();

    store.tryEmitValue(1L).orThrow();
    assertThat(life.isSettled()).isTrue();
  }

  @Test
  void a_dead_process_asks_nothing_more() {
    life.end();
    Mono.from(collection.countDocuments()).subscribe();
    assertThat(life.isSettled()).isTrue();
    assertThat(store.currentSubscriberCount()).isZero();
  }
}
