package dev.kanmin.events.aggregates;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which events may be on the topic more than once: those that a process had begun to send and had
 * not seen removed when it died.
 */
final class InFlight implements RelaySteps {
  private final Map<String, Set<Long>> now = new HashMap<>();
  private final Map<String, Integer> deaths = new HashMap<>();

  @Override
  public synchronized void reached(Step step, String id, long sequence) {
    switch (step) {
      case BEFORE_SEND -> now.computeIfAbsent(id, subject -> new HashSet<>()).add(sequence);
      case AFTER_REMOVAL ->
          now.getOrDefault(id, new HashSet<>()).removeIf(sent -> sent <= sequence);
      case BEFORE_STORE, AFTER_STORE, AFTER_SEND, ACKNOWLEDGED, BEFORE_REMOVAL -> {
        // neither begins nor ends a flight
      }
    }
  }

  synchronized void died() {
    now.forEach(
        (id, sequences) ->
            sequences.forEach(sequence -> deaths.merge(key(id, sequence), 1, Integer::sum)));
    now.clear();
  }

  /** How many records of an event there may be. */
  synchronized int allowed(String id, long sequence) {
    return 1 + deaths.getOrDefault(key(id, sequence), 0);
  }

  private static String key(String id, long sequence) {
    return id + "/" + sequence;
  }
}
