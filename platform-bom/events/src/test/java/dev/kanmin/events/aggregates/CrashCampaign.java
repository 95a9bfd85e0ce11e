package dev.kanmin.events.aggregates;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.infrastructure.Conditions;
import dev.kanmin.infrastructure.StoreKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One store and one topic, on which process after process dies and the next takes over. Most of
 * them come to rest before they are given work again, and then everything is judged; the others die
 * while they still clear up after their predecessor.
 */
final class CrashCampaign implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int PARTITIONS = 3;

  /** Aggregates whose events have not all left. */
  private static final Document WAITING =
      new Document(
          "$or",
          List.of(
              new Document("outboxSince", new Document("$exists", true)),
              new Document("outbox.0", new Document("$exists", true))));

  private final String topic = Parts.topic(PARTITIONS);
  private final MongoCollection<Document> store;
  private final Supplier<MortalTallies.Build> build;
  private final Random random;
  private final TallyClients clients;
  private final InFlight inFlight = new InFlight();
  private final SentEvents sent = new SentEvents(topic, PARTITIONS);
  private final CrashPlan.Tolls<RelaySteps.Step> tolls;
  private final List<Life> dead = new ArrayList<>();
  private int judgements;

  /**
   * @param build makes the next process
   */
  CrashCampaign(
      StoreKind kind,
      long seed,
      Supplier<MortalTallies.Build> build,
      CrashPlan.Tolls<RelaySteps.Step> tolls) {
    this.store = Parts.database(kind).getCollection("tallies");
    this.build = build;
    this.random = new Random(seed);
    this.clients = new TallyClients(new Random(seed + 1));
    this.tolls = tolls;
  }

  /**
   * @param enough ends the campaign early
   */
  Verdict run(int crashes, Predicate<Verdict> enough) {
    for (int crash = 0; crash < crashes; crash++) {
      try (MortalTallies process = process()) {
        if (random.nextInt(4) > 0) {
          Verdict verdict = judge(process);
          if (enough.test(verdict)) {
            return verdict;
          }
        }
        tolls.add(process.runToItsDeath(clients, random));
        dead.add(process.life);
      }
      clients.hangUp();
      inFlight.died();
    }
    try (MortalTallies last = process()) {
      return judge(last);
    }
  }

  private MortalTallies process() {
    return new MortalTallies(topic, store, inFlight, build.get());
  }

  private Verdict judge(MortalTallies process) {
    boolean rest = comesToRest(process);
    Map<String, Stored<Tally>> stored =
        Flux.from(store.find())
            .map(process.reading())
            .collect(Collectors.toMap(Stored::id, tally -> tally))
            .block(PATIENCE);
    judgements++;
    return new TallyJudge(clients, inFlight)
        .judge(sent.now(), stored, rest ? 0 : Math.max(1, waiting()));
  }

  private boolean comesToRest(MortalTallies process) {
    try {
      Conditions.await("rest", PATIENCE, () -> isSettled() && process.isAtRest() && waiting() == 0);
      return true;
    } catch (IllegalStateException never) {
      return false;
    }
  }

  /**
   * Whether the store has done all that dead processes had asked of it: a change that comes after
   * everything was found at rest would be taken for one whose events were lost.
   */
  private boolean isSettled() {
    dead.removeIf(Life::isSettled);
    return dead.isEmpty();
  }

  private long waiting() {
    return Mono.from(store.countDocuments(WAITING)).block(PATIENCE);
  }

  int judgements() {
    return judgements;
  }

  int answers() {
    return clients.answers();
  }

  @Override
  public void close() {
    sent.close();
  }
}
