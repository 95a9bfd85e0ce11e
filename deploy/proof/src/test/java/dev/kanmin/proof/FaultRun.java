package dev.kanmin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.faults.FaultLine;
import dev.kanmin.infrastructure.faults.FaultLine.Finding;
import dev.kanmin.infrastructure.faults.Invariant;
import dev.kanmin.infrastructure.faults.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * One kind of fault, from before the first injection to the verdict: counts what is injected,
 * watches meanwhile, judges every invariant separately, and leaves one line of it.
 */
final class FaultRun implements AutoCloseable {
  private final LocalSystem system;
  private final String fault;
  private final Seed seed;
  private final Broker broker;
  private final OffsetWatch offsets;
  private final Evidence before;
  private final Map<TopicPartition, Long> deadLettersBefore;
  private final AtomicLong injected = new AtomicLong();
  private volatile long lastFault = System.nanoTime();
  private long copiesOfEach;
  private Set<String> poison = Set.of();
  private Optional<Traffic> traffic = Optional.empty();

  private FaultRun(LocalSystem system, String fault, Seed seed) {
    this.system = system;
    this.fault = fault;
    this.seed = seed;
    this.broker = system.broker();
    this.before = Evidence.of(broker);
    this.deadLettersBefore = broker.ends(Broker.DEAD_LETTERS);
    this.offsets = new OffsetWatch(broker);
  }

  /** Begins while the system is at rest. */
  static FaultRun begin(LocalSystem system, String fault) {
    return new FaultRun(system, fault, Seed.choose());
  }

  Seed seed() {
    return seed;
  }

  /**
   * Officers who work until {@link #settle} or, when something went wrong before, {@link #close}.
   */
  Traffic load(int perSecond, int officers) {
    return load(Doors.gateway(system), perSecond, officers);
  }

  Traffic load(Doors doors, int perSecond, int officers) {
    var started = Traffic.start(doors, seed, perSecond, officers);
    traffic = Optional.of(started);
    return started;
  }

  /**
   * A fault has been injected, and is over.
   *
   * @param mostCopies how often it may have made the relay send one event again
   */
  void injected(int mostCopies) {
    injected(1, mostCopies);
  }

  synchronized void injected(long times, long mostCopies) {
    injected.addAndGet(times);
    copiesOfEach += mostCopies;
    lastFault = System.nanoTime();
  }

  /** These records, by their keys, are expected in the dead-letter topic, each once. */
  void expectDeadLetters(Set<String> keys) {
    poison = Set.copyOf(keys);
  }

  /**
   * Waits for the system to come to rest, judges it, and publishes the line.
   *
   * @throws AssertionError when an invariant does not hold, with the first differences
   */
  void settle(Ledger ledger) {
    var differences = new ArrayList<>(Settlement.await(system, ledger));
    var rest = Duration.ofNanos(System.nanoTime() - lastFault);
    var evidence = Evidence.of(broker);
    var fold = PictureFold.of(evidence.feed());
    differences.addAll(ledger.faults());
    differences.addAll(ledger.differences(evidence.published()));
    differences.addAll(ledger.differences(evidence.feed()));
    differences.addAll(ledger.strangers(since(evidence)));
    differences.addAll(evidence.orderDifferences());
    differences.addAll(evidence.copiesBeyond(copiesOfEach, before));
    var views = new Views(system);
    differences.addAll(views.cellDifferences(fold));
    differences.addAll(views.copyDifferences(evidence.activities()));
    differences.addAll(views.missionDifferences(ledger, evidence.missions()));
    differences.addAll(deadLetterDifferences());
    differences.addAll(offsets.differences());

    var line =
        new FaultLine(
            fault,
            injected.get(),
            findings(differences, judged(ledger, evidence, fold)),
            "%s; %d copies on the topics; at rest %.1f s after the last fault"
                .formatted(ledger, evidence.copies() - before.copies(), rest.toMillis() / 1000.0),
            seed);
    line.publish();
    assertThat(Settlement.first(differences)).as(line.toString()).isEmpty();
  }

  private List<EventLog.Event> since(Evidence evidence) {
    var known = before.published().references();
    return evidence.published().events().stream()
        .filter(event -> !known.contains(event.reference()))
        .toList();
  }

  private List<Difference> deadLetterDifferences() {
    var found =
        broker.records(Broker.DEAD_LETTERS, deadLettersBefore).stream()
            .map(Poison::keyOf)
            .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
    var differences = new ArrayList<Difference>();
    found.forEach(
        (key, count) -> {
          if (!poison.contains(key)) {
            differences.add(astray("%s is in the dead letters, %d times".formatted(key, count)));
          } else if (count > 1) {
            differences.add(astray("%s is %d times in the dead letters".formatted(key, count)));
          }
        });
    poison.stream()
        .filter(key -> !found.containsKey(key))
        .forEach(key -> differences.add(astray(key + " is not in the dead letters")));
    return differences;
  }

  private static Difference astray(String description) {
    return new Difference(Invariant.DEAD_LETTERS_ARE_THE_POISON, description);
  }

  private Map<Invariant, String> judged(Ledger ledger, Evidence evidence, PictureFold fold) {
    var events = evidence.published().events().size();
    var judged = new LinkedHashMap<Invariant, String>();
    judged.put(Invariant.PROPER_ANSWERS, ledger.attempts.sum() + " attempts");
    judged.put(Invariant.NOTHING_LOST, ledger.acknowledgedEvents().size() + " answered events");
    judged.put(Invariant.NO_PHANTOM, since(evidence).size() + " new events");
    judged.put(Invariant.IN_ORDER, events + " events");
    judged.put(
        Invariant.VIEW_IS_FOLD,
        "%d cells, %d copied activities"
            .formatted(
                fold.byCell().size(), evidence.activities().withoutCopies().bySubject().size()));
    judged.put(Invariant.DUPLICATES_BOUNDED, events + " events");
    judged.put(Invariant.DEAD_LETTERS_ARE_THE_POISON, poison.size() + " expected");
    judged.put(Invariant.OFFSETS_RISE, offsets.looks() + " looks");
    judged.put(Invariant.BACKLOG_ENDS, "2 outboxes, 1 group, 1 picture");
    judged.put(Invariant.ONE_EFFECT, ledger.repeated.sum() + " repetitions");
    judged.put(Invariant.ON_ITS_EVENT, ledger.acknowledgedEvents().size() + " answered events");
    return judged;
  }

  private static List<Finding> findings(
      List<Difference> differences, Map<Invariant, String> judged) {
    var counts =
        differences.stream()
            .collect(Collectors.groupingBy(Difference::invariant, Collectors.counting()));
    return judged.entrySet().stream()
        .map(
            entry ->
                new Finding(
                    entry.getKey(), counts.getOrDefault(entry.getKey(), 0L), entry.getValue()))
        .toList();
  }

  @Override
  public void close() {
    traffic.ifPresent(Traffic::stop);
    offsets.close();
  }
}
