package dev.kanmin.events.aggregates;

import dev.kanmin.events.aggregates.SentEvents.Sent;
import dev.kanmin.events.aggregates.TallyClients.Wish;
import dev.kanmin.events.wire.EventTypes;
import dev.kanmin.events.wire.Json;
import dev.kanmin.infrastructure.faults.Invariant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Holds clients, topic and store against each other, once everything has come to rest. */
final class TallyJudge {
  private static final EventTypes<?> TYPES = Tally.EVENTS;

  private final TallyClients clients;
  private final InFlight inFlight;
  private final Verdict verdict = new Verdict();

  TallyJudge(TallyClients clients, InFlight inFlight) {
    this.clients = clients;
    this.inFlight = inFlight;
  }

  /**
   * @param topic all records, by subject
   * @param store all aggregates, by id
   */
  Verdict judge(Map<String, List<Sent>> topic, Map<String, Stored<Tally>> store, long waiting) {
    topic.forEach(this::copies);
    Stream.concat(topic.keySet().stream(), store.keySet().stream())
        .distinct()
        .forEach(subject -> order(subject, topic.getOrDefault(subject, List.of()), store));
    wishes(topic);
    if (waiting > 0) {
      verdict.violated(Invariant.BACKLOG_ENDS, waiting + " outboxes are not empty");
    }
    verdict.judged(Invariant.BACKLOG_ENDS, store.size(), "outboxes");
    return verdict;
  }

  private void copies(String subject, List<Sent> sent) {
    Map<Long, List<Sent>> bySequence = sent.stream().collect(Collectors.groupingBy(Sent::sequence));
    bySequence.forEach(
        (sequence, records) -> {
          if (records.size() > inFlight.allowed(subject, sequence)) {
            verdict.violated(
                Invariant.DUPLICATES_BOUNDED,
                "%s/%d is there %d times, was in flight at %d deaths"
                    .formatted(
                        subject,
                        sequence,
                        records.size(),
                        inFlight.allowed(subject, sequence) - 1));
          }
          if (records.stream().distinct().count() > 1) {
            verdict.violated(Invariant.NO_PHANTOM, subject + "/" + sequence + " says two things");
          }
        });
    verdict.judged(Invariant.DUPLICATES_BOUNDED, bySequence.size(), "events");
  }

  private void order(String subject, List<Sent> sent, Map<String, Stored<Tally>> store) {
    List<Sent> taken = SentEvents.withoutCopies(sent);
    List<Long> sequences = taken.stream().map(Sent::sequence).toList();
    long version = store.containsKey(subject) ? store.get(subject).version() : 0;
    if (!sequences.equals(LongStream.rangeClosed(1, version).boxed().toList())) {
      verdict.violated(
          Invariant.IN_ORDER, subject + " at version " + version + " is read as " + sequences);
    }
    verdict.judged(Invariant.IN_ORDER, 1, "subjects");
    Tally fold = Tally.TYPE.decider().initial();
    for (Sent event : taken) {
      fold = Tally.TYPE.decider().evolve(fold, read(event));
    }
    if (!store.containsKey(subject) || !store.get(subject).state().equals(fold)) {
      verdict.violated(Invariant.VIEW_IS_FOLD, subject + " folds to " + fold);
    }
    verdict.judged(Invariant.VIEW_IS_FOLD, 1, "folds");
  }

  private void wishes(Map<String, List<Sent>> topic) {
    Map<Wish, TreeSet<Long>> effects = new HashMap<>();
    for (List<Sent> ofSubject : topic.values()) {
      for (Sent event : ofSubject) {
        clients
            .wishOf(event.envelope().actor())
            .ifPresentOrElse(
                wish -> {
                  effects.computeIfAbsent(wish, key -> new TreeSet<>()).add(event.sequence());
                  asked(wish, event);
                },
                () -> verdict.violated(Invariant.NO_PHANTOM, event.toString()));
      }
    }
    clients.wishes().forEach(wish -> effect(wish, effects.getOrDefault(wish, new TreeSet<>())));
    verdict.judged(
        Invariant.NO_PHANTOM, topic.values().stream().mapToInt(List::size).sum(), "records");
  }

  private void asked(Wish wish, Sent event) {
    boolean matches =
        wish.subject.equals(event.envelope().subject())
            && Tally.TYPE
                .decider()
                .decide(
                    wish.command,
                    Tally.TYPE.decider().initial(),
                    CommandContext.of(
                        new dev.kanmin.events.wire.Actor("jetro", "judge"),
                        java.time.Instant.EPOCH))
                .stream()
                .anyMatch(expected -> expected.equals(read(event)));
    if (!matches) {
      verdict.violated(Invariant.ON_ITS_EVENT, wish + " is not what " + event + " says");
    }
    verdict.judged(Invariant.ON_ITS_EVENT, 1, "records");
  }

  private void effect(Wish wish, TreeSet<Long> sequences) {
    String source = TYPES.source();
    List<String> references =
        sequences.stream().map(n -> source + "/" + wish.subject + "/" + n).toList();
    if (wish.answer().isPresent()) {
      List<String> promised = wish.answer().get().events();
      if (!references.containsAll(promised)) {
        verdict.violated(Invariant.NOTHING_LOST, wish + " was promised " + promised);
      } else if (references.size() > promised.size()) {
        verdict.violated(Invariant.ONE_EFFECT, wish + " led to " + references);
      }
      verdict.judged(Invariant.NOTHING_LOST, 1, "answers");
    } else if (wish.isRefused() && !sequences.isEmpty()) {
      verdict.violated(Invariant.NO_PHANTOM, wish + " was refused and led to " + references);
    } else if (!sequences.isEmpty() && sequences.size() != wish.events()) {
      verdict.violated(Invariant.ONE_EFFECT, wish + " led to " + references);
    }
    wish.otherAnswers()
        .forEach(other -> verdict.violated(Invariant.ONE_EFFECT, wish + " was also told " + other));
    verdict.judged(Invariant.ONE_EFFECT, 1, "commands");
  }

  private static Tally.Event read(Sent event) {
    Class<? extends Tally.Event> type =
        TYPES.classOf(event.envelope().type()).orElseThrow().asSubclass(Tally.Event.class);
    return Json.events().readValue(event.data(), type);
  }
}
