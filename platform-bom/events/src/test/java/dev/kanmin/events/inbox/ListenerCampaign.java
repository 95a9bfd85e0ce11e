package dev.kanmin.events.inbox;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.kanmin.codes.services.TopicNames;
import dev.kanmin.events.aggregates.CrashPlan;
import dev.kanmin.events.aggregates.Parts;
import dev.kanmin.events.aggregates.SentEvents;
import dev.kanmin.events.aggregates.SentEvents.Sent;
import dev.kanmin.events.aggregates.Verdict;
import dev.kanmin.infrastructure.StoreKind;
import dev.kanmin.infrastructure.faults.Invariant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import reactor.core.publisher.Flux;

/**
 * One topic that is listened to and one store, on which listener after listener dies; a listener
 * that has read to the end before its time came is judged.
 */
final class ListenerCampaign implements AutoCloseable {
  private static final int PARTITIONS = 2;
  private static final int EVENTS = 25;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String topic = Parts.topic(PARTITIONS);
  private final List<TopicPartition> partitions =
      IntStream.range(0, PARTITIONS)
          .mapToObj(partition -> new TopicPartition(topic, partition))
          .toList();
  private final MongoDatabase database;
  private final Random random;
  private final PublishedCounts published;
  private final SentEvents deadLetters;
  private final CrashPlan.Tolls<MortalListener.Step> tolls;
  private int judgements;

  ListenerCampaign(StoreKind kind, long seed, CrashPlan.Tolls<MortalListener.Step> tolls) {
    database = Parts.database(kind);
    random = new Random(seed);
    published = new PublishedCounts(topic, new Random(seed + 1));
    Parts.topic(topic + ".reactions", 1);
    String aside = TopicNames.deadLetters(topic, MortalListener.GROUP);
    Parts.topic(aside, PARTITIONS);
    deadLetters = new SentEvents(aside, PARTITIONS);
    this.tolls = tolls;
  }

  /** Ends early when an invariant does not hold. */
  Verdict run(int crashes) {
    for (int crash = 0; crash < crashes; crash++) {
      try (var listener = new MortalListener(partitions, database, random)) {
        listener.arm(random);
        published.publish(EVENTS);
        while (!listener.readToTheEndOrDeath()) {
          Verdict verdict = judge(listener);
          if (!verdict.violated().isEmpty()) {
            return verdict;
          }
          published.publish(EVENTS);
        }
        tolls.add(listener.fatal());
      }
    }
    try (var last = new MortalListener(partitions, database, random)) {
      last.readToTheEndOrDeath();
      return judge(last);
    }
  }

  private Verdict judge(MortalListener listener) {
    judgements++;
    Verdict verdict = new Verdict();
    Map<String, Document> copies = all("copies", "_id");
    Map<String, Document> reactions = all("reactions", "_id");
    Map<String, Document> parked = all("parked", "subject");
    Map<String, List<Sent>> letters = deadLetters.now();
    published
        .bySubject()
        .forEach(
            (subject, amounts) -> {
              long readable = published.poison(subject).orElse(amounts.size() + 1L) - 1;
              int sum = amounts.stream().limit(readable).mapToInt(OptionalInt::getAsInt).sum();
              copy(verdict, subject, readable, sum, copies.get(subject));
              for (String target : MortalListener.TARGETS) {
                reaction(verdict, subject, readable, sum, reactions.get(subject + target));
              }
              boolean isParked = readable < amounts.size();
              aside(verdict, subject, readable, letters.getOrDefault(subject, List.of()));
              if (isParked != parked.containsKey(subject)) {
                verdict.violated(
                    Invariant.DEAD_LETTERS_ARE_THE_POISON, subject + " parked: " + !isParked);
              }
            });
    if (!listener.hasCommittedEverything()) {
      verdict.violated(Invariant.BACKLOG_ENDS, "offsets are not committed to the end");
    }
    verdict.judged(Invariant.BACKLOG_ENDS, PARTITIONS, "partitions");
    return verdict;
  }

  private static void copy(Verdict verdict, String subject, long readable, int sum, Document copy) {
    boolean isFold =
        readable == 0
            ? copy == null
            : copy != null
                && copy.getString("state").equals(PublishedCounts.state(sum))
                && copy.getLong("sequence") == readable;
    if (!isFold) {
      verdict.violated(
          Invariant.VIEW_IS_FOLD,
          "%s: %d events, sum %d, copy %s".formatted(subject, readable, sum, copy));
    }
    verdict.judged(Invariant.VIEW_IS_FOLD, 1, "copies");
  }

  private static void reaction(
      Verdict verdict, String subject, long readable, int sum, Document reaction) {
    boolean eachOnce =
        readable == 0
            ? reaction == null
            : reaction != null
                && reaction.getLong("version") == readable
                && reaction.get("state", Document.class).getInteger("count") == sum;
    if (!eachOnce) {
      verdict.violated(
          Invariant.ONE_EFFECT, subject + ": " + readable + " events led to " + reaction);
    }
    verdict.judged(Invariant.ONE_EFFECT, readable, "reactions");
  }

  /** Of a parked subject everything waits there from the unreadable event on, in order. */
  private void aside(Verdict verdict, String subject, long readable, List<Sent> letters) {
    List<Long> waiting =
        SentEvents.withoutCopies(
                letters.stream().filter(letter -> letter.sequence() > readable).toList())
            .stream()
            .map(Sent::sequence)
            .toList();
    long last = published.bySubject().get(subject).size();
    boolean isPoison = waiting.equals(LongStream.rangeClosed(readable + 1, last).boxed().toList());
    if (!isPoison || (readable == last && !letters.isEmpty())) {
      verdict.violated(
          Invariant.DEAD_LETTERS_ARE_THE_POISON,
          "%s, readable to %d of %d: %s".formatted(subject, readable, last, waiting));
    }
    verdict.judged(Invariant.DEAD_LETTERS_ARE_THE_POISON, 1, "subjects");
  }

  private Map<String, Document> all(String collection, String key) {
    MongoCollection<Document> documents = database.getCollection(collection);
    return Flux.from(documents.find())
        .collect(Collectors.toMap(document -> document.getString(key), document -> document))
        .block(PATIENCE);
  }

  int judgements() {
    return judgements;
  }

  @Override
  public void close() {
    deadLetters.close();
    published.close();
  }
}
