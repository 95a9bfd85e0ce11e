package dev.kanmin.bench.peers.bare;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Stores documents of the same fields and size as the service does. */
final class BareMissions {
  private final MongoCollection<Document> stored;
  private final Document pattern;

  /**
   * Stores into a collection.
   *
   * @param pattern a document of the service, with its state, keys and event
   */
  BareMissions(MongoCollection<Document> stored, Document pattern) {
    this.stored = stored;
    this.pattern = pattern;
  }

  /** Stores one with what the body says; its id. */
  Mono<String> add(Map<String, Object> plan) {
    var id = "msn_" + UUID.randomUUID();
    var document = new Document(pattern).append("_id", id).append("chain", id);
    var state = new Document(document.get("state", Document.class));
    document.append("state", state.append("plan", new Document(plan)));
    return Mono.from(stored.insertOne(document)).thenReturn(id);
  }
}
