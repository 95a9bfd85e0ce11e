package dev.kanmin.events.aggregates;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.bson.Document;

/**
 * The events of one document that this process is sending. It outlives the last acknowledgement
 * until the events are removed from the store, so that a command which still saw them there does
 * not send them again.
 */
final class Flight {
  final String key;
  final MongoCollection<Document> collection;
  final String id;

  private final CompletableFuture<Landing> landing = new CompletableFuture<>();
  private final Deque<OutboxEntry> waiting = new ArrayDeque<>();
  private long lastTaken;
  private boolean sending;
  private boolean removing;

  /** How it went with the events that were there first. */
  enum Landing {
    /** They are sent and a removal was tried, or no broker will take them. */
    DONE,
    /** The broker could not be reached; another attempt later may succeed. */
    BROKER_AWAY
  }

  /**
   * @param acknowledged what the broker is known to have already is not sent again
   */
  Flight(String key, MongoCollection<Document> collection, String id, long acknowledged) {
    this.lastTaken = acknowledged;
    this.key = key;
    this.collection = collection;
    this.id = id;
  }

  /** Adds what is newer than everything taken before. */
  synchronized void append(List<OutboxEntry> entries) {
    for (OutboxEntry entry : entries) {
      if (entry.sequence() > lastTaken) {
        waiting.add(entry);
        lastTaken = entry.sequence();
      }
    }
  }

  /** Whether the caller is the one who must send the head now. */
  synchronized boolean startSending() {
    if (sending || waiting.isEmpty()) {
      return false;
    }
    sending = true;
    return true;
  }

  /** Whether the caller is the one who must remove what was acknowledged before. */
  synchronized boolean startRemoving() {
    if (sending || removing || !waiting.isEmpty()) {
      return false;
    }
    removing = true;
    return true;
  }

  synchronized OutboxEntry head() {
    return waiting.getFirst();
  }

  /**
   * Takes an acknowledged head off.
   *
   * @return whether more waits, which the caller must send now
   */
  synchronized boolean acknowledge(OutboxEntry head) {
    if (waiting.getFirst().sequence() != head.sequence()) {
      throw new IllegalStateException(
          "Acknowledged " + head.sequence() + " of " + id + " is not the head");
    }
    waiting.removeFirst();
    sending = !waiting.isEmpty();
    removing = !sending;
    return sending;
  }

  synchronized boolean isDone() {
    return waiting.isEmpty();
  }

  void land(Landing how) {
    landing.complete(how);
  }

  /** Tells how it went, once; the flight may go on with events that came later. */
  @SuppressWarnings("FutureReturnValueIgnored") // listeners do not fail
  void onLanding(Consumer<Landing> listener) {
    landing.thenAccept(listener);
  }
}
