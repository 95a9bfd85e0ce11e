package dev.kanmin.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * What was sent and what was answered, written down outside the system; compared with the feed in
 * the end.
 */
final class Ledger {
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
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

  Entry entry(String subject) {
    return entries.computeIfAbsent(subject, unknown -> new Entry());
  }

  /** Something that must never happen, seen while it happened. */
  void fault(String description) {
    faults.add(description);
  }

  /** Every event that an answer named. */
  List<String> acknowledgedEvents() {
    return entries.values().stream().flatMap(entry -> entry.acknowledgedEvents.stream()).toList();
  }

  List<String> subjects() {
    return List.copyOf(entries.keySet());
  }

  /** Everything in which the feed differs from what was answered; empty when all is right. */
  List<String> differences(FeedLog feed) {
    var differences = new ArrayList<>(faults);
    var bySubject = feed.bySubject();
    var present = feed.references();
    entries.forEach(
        (subject, entry) -> {
          var events = bySubject.getOrDefault(subject, List.of());
          inOrder(subject, events, differences);
          complete(subject, entry, events, present, differences);
          noPhantoms(subject, entry, events, differences);
        });
    return differences;
  }

  private static void inOrder(
      String subject, List<FeedLog.Event> events, List<String> differences) {
    for (int index = 0; index < events.size(); index++) {
      if (events.get(index).sequence() != index + 1) {
        differences.add(
            "%s: event %d in the feed has sequence %d"
                .formatted(subject, index + 1, events.get(index).sequence()));
        return;
      }
    }
  }

  private static void complete(
      String subject,
      Entry entry,
      List<FeedLog.Event> events,
      Set<String> present,
      List<String> differences) {
    entry.acknowledgedEvents.stream()
        .filter(reference -> !present.contains(reference))
        .forEach(reference -> differences.add(reference + " was acknowledged and is lost"));
    var least = entry.acknowledgedEvents.size();
    var most = least + entry.open.intValue();
    if (events.size() < least || events.size() > most) {
      differences.add(
          "%s has %d events, expected %d to %d".formatted(subject, events.size(), least, most));
    }
  }

  private static void noPhantoms(
      String subject, Entry entry, List<FeedLog.Event> events, List<String> differences) {
    var seen = ConcurrentHashMap.newKeySet();
    events.stream()
        .filter(event -> event.type().contains("deadline-extended"))
        .map(event -> event.data().path("deadline").path("at").asString())
        .forEach(
            deadline -> {
              if (!entry.intended.contains(deadline)) {
                differences.add(subject + ": nobody set the deadline " + deadline);
              }
              if (!seen.add(deadline)) {
                differences.add(subject + ": the deadline " + deadline + " was set twice");
              }
            });
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
