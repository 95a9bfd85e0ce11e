package dev.kanmin.proof;

import static dev.kanmin.infrastructure.faults.Invariant.IN_ORDER;
import static dev.kanmin.infrastructure.faults.Invariant.NOTHING_LOST;
import static dev.kanmin.infrastructure.faults.Invariant.NO_PHANTOM;
import static dev.kanmin.infrastructure.faults.Invariant.ONE_EFFECT;
import static dev.kanmin.infrastructure.faults.Invariant.ON_ITS_EVENT;

import dev.kanmin.infrastructure.faults.Invariant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * What was sent and what was answered, written down outside the system; compared with the topics in
 * the end.
 */
final class Ledger {
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final Queue<Difference> faults = new ConcurrentLinkedQueue<>();
  final LongAdder attempts = new LongAdder();
  final LongAdder acknowledged = new LongAdder();
  final LongAdder withoutAnswer = new LongAdder();
  final LongAdder refusedForNow = new LongAdder();
  final LongAdder abandoned = new LongAdder();
  final LongAdder repeated = new LongAdder();

  /** What is known of one mission or activity. */
  static final class Entry {
    private final Set<String> acknowledgedEvents = ConcurrentHashMap.newKeySet();
    private final Set<String> intended = ConcurrentHashMap.newKeySet();
    private final LongAdder open = new LongAdder();
    private final String actor;

    Entry(String actor) {
      this.actor = actor;
    }

    /** The answer named these events. */
    void acknowledged(List<String> references) {
      acknowledgedEvents.addAll(references);
    }

    /** A deadline is about to be set. */
    void intended(String deadline) {
      intended.add(deadline);
    }

    /** Nobody will ask again whether the last command had its effect. */
    void leftOpen() {
      open.increment();
    }
  }

  /**
   * @param client whose commands these are; the demo clients are called after their agencies
   */
  Entry entry(String subject, String client) {
    return entries.computeIfAbsent(subject, unknown -> new Entry(client + "/" + client));
  }

  /** Something that must never happen, seen while it happened. */
  void fault(Invariant invariant, String description) {
    faults.add(new Difference(invariant, description));
  }

  /** Every event that an answer named. */
  List<String> acknowledgedEvents() {
    return entries.values().stream().flatMap(entry -> entry.acknowledgedEvents.stream()).toList();
  }

  List<String> subjects() {
    return List.copyOf(entries.keySet());
  }

  List<Difference> faults() {
    return List.copyOf(faults);
  }

  /** Everything in which a log without copies differs from what was answered. */
  List<Difference> differences(EventLog log) {
    var differences = new ArrayList<Difference>();
    var bySubject = log.bySubject();
    var present = log.references();
    entries.forEach(
        (subject, entry) -> {
          var events = bySubject.getOrDefault(subject, List.of());
          inOrder(subject, events, differences);
          complete(subject, entry, events, present, differences);
          noPhantoms(subject, entry, events, differences);
          actors(entry, events, differences);
        });
    return differences;
  }

  /** Subjects that began within these events and that no answer named. */
  List<Difference> strangers(Collection<EventLog.Event> since) {
    return since.stream()
        .filter(event -> event.sequence() == 1 && !entries.containsKey(event.subject()))
        .map(event -> new Difference(NO_PHANTOM, "nobody asked for " + event.reference()))
        .toList();
  }

  private static void inOrder(
      String subject, List<EventLog.Event> events, List<Difference> differences) {
    for (int index = 0; index < events.size(); index++) {
      if (events.get(index).sequence() != index + 1) {
        differences.add(
            new Difference(
                IN_ORDER,
                "%s: event %d has sequence %d"
                    .formatted(subject, index + 1, events.get(index).sequence())));
        return;
      }
    }
  }

  private static void complete(
      String subject,
      Entry entry,
      List<EventLog.Event> events,
      Set<String> present,
      List<Difference> differences) {
    entry.acknowledgedEvents.stream()
        .filter(reference -> !present.contains(reference))
        .forEach(
            reference ->
                differences.add(
                    new Difference(NOTHING_LOST, reference + " was acknowledged and is lost")));
    var least = entry.acknowledgedEvents.size();
    var most = least + entry.open.intValue();
    if (events.size() > most) {
      differences.add(
          new Difference(
              NO_PHANTOM,
              "%s has %d events, expected %d to %d"
                  .formatted(subject, events.size(), least, most)));
    }
  }

  private static void noPhantoms(
      String subject, Entry entry, List<EventLog.Event> events, List<Difference> differences) {
    var seen = new HashSet<String>();
    events.stream()
        .filter(event -> event.name().equals("deadline-extended"))
        .map(event -> event.data().path("deadline").path("at").asString())
        .forEach(
            deadline -> {
              if (!entry.intended.contains(deadline)) {
                differences.add(
                    new Difference(NO_PHANTOM, subject + ": nobody set the deadline " + deadline));
              }
              if (!seen.add(deadline)) {
                differences.add(
                    new Difference(
                        ONE_EFFECT, subject + ": the deadline " + deadline + " was set twice"));
              }
            });
  }

  private static void actors(
      Entry entry, List<EventLog.Event> events, List<Difference> differences) {
    events.stream()
        .filter(event -> entry.acknowledgedEvents.contains(event.reference()))
        .filter(event -> !event.actor().equals(entry.actor))
        .forEach(
            event ->
                differences.add(
                    new Difference(
                        ON_ITS_EVENT,
                        "%s is said to be of %s, but %s was answered"
                            .formatted(event.reference(), event.actor(), entry.actor))));
  }

  @Override
  public String toString() {
    return ("%d commands acknowledged in %d attempts (%d without an answer, %d told to come back, %d given up,"
            + " %d repeated after their answer)")
        .formatted(
            acknowledged.sum(),
            attempts.sum(),
            withoutAnswer.sum(),
            refusedForNow.sum(),
            abandoned.sum(),
            repeated.sum());
  }
}
