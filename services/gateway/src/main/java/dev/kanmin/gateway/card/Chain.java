package dev.kanmin.gateway.card;

import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.picture.Subject;
import dev.kanmin.gateway.picture.TrailEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What of a chain is public, in causal order.
 *
 * @param links events with what was before and after them
 * @param olderEvents how many events of long lives are no longer known
 */
record Chain(
    String id,
    List<Subject> subjects,
    List<Link> links,
    int notPublic,
    int beyond,
    long olderEvents) {
  /** Subjects of one chain that are shown; of more, the first ones. */
  private static final int MOST_SUBJECTS = 200;

  /** Subjects whose links are looked at. */
  private static final int MOST_FOLLOWED = 1_000;

  private static final Comparator<Link> BY_TIME =
      Comparator.comparingLong((Link link) -> link.event().millis())
          .thenComparing(link -> link.subject().id())
          .thenComparingLong(link -> link.event().sequence());

  /**
   * An event of a subject.
   *
   * @param to state after it; empty if nothing is public since
   */
  record Link(Subject subject, Row row, TrailEvent event, String to) {
    String reference() {
      return reference(event.sequence());
    }

    /** The event of that sequence of the same subject. */
    private String reference(long sequence) {
      return subject.source() + "/" + subject.id() + "/" + sequence;
    }
  }

  /** The chain of that id, or of the subject of that id; empty if nothing of it is public. */
  static Optional<Chain> find(Picture picture, String id) {
    String chain =
        picture
            .subject(id)
            .filter(subject -> subject.row().isPresent())
            .map(Subject::chain)
            .orElse(id);
    List<Subject> all = picture.chain(chain).toList();
    List<Subject> open = all.stream().filter(subject -> subject.row().isPresent()).toList();
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(of(chain, joined(picture, open), all.size() - open.size()));
  }

  /**
   * With those that people brought in by links. What came of one of them belongs to the chain, and
   * what came of that. A consequence of the other kind, such as a mission, is there for many: it is
   * told, but not what else came of it.
   */
  private static List<Subject> joined(Picture picture, List<Subject> members) {
    Set<Subject> followers = new LinkedHashSet<>(members);
    Deque<Subject> next = new ArrayDeque<>(members);
    while (!next.isEmpty() && followers.size() < MOST_FOLLOWED) {
      cameOf(picture, next.remove()).filter(followers::add).forEach(next::add);
    }
    Set<Subject> all = new LinkedHashSet<>(followers);
    followers.forEach(subject -> ledTo(picture, subject).forEach(all::add));
    return List.copyOf(all);
  }

  private static Stream<Subject> cameOf(Picture picture, Subject subject) {
    return picture
        .pointingTo(subject.id())
        .filter(
            row ->
                row.card().links().stream()
                    .anyMatch(
                        link -> link.to().equals(subject.id()) && CardCodes.isOrigin(link.rel())))
        .flatMap(row -> published(picture, row.subject()));
  }

  private static Stream<Subject> ledTo(Picture picture, Subject subject) {
    return subject.row().stream()
        .flatMap(row -> row.card().links().stream())
        .filter(link -> CardCodes.isConsequence(link.rel()))
        .flatMap(link -> published(picture, link.to()));
  }

  private static Stream<Subject> published(Picture picture, String id) {
    return picture.subject(id).filter(subject -> subject.row().isPresent()).stream();
  }

  private static Chain of(String chain, List<Subject> open, int notPublic) {
    List<Subject> subjects =
        open.stream()
            .sorted(Comparator.comparingLong(Chain::firstMillis).thenComparing(Subject::id))
            .limit(MOST_SUBJECTS)
            .toList();
    List<Link> links = subjects.stream().flatMap(Chain::links).toList();
    return new Chain(
        chain,
        subjects,
        ordered(links),
        notPublic,
        open.size() - subjects.size(),
        subjects.stream().mapToLong(Chain::older).sum());
  }

  private static long older(Subject subject) {
    List<TrailEvent> trail = subject.trail();
    return trail.isEmpty() ? 0 : trail.getFirst().sequence() - 1;
  }

  private static long firstMillis(Subject subject) {
    List<TrailEvent> trail = subject.trail();
    return trail.isEmpty() ? Long.MAX_VALUE : trail.getFirst().millis();
  }

  private static Stream<Link> links(Subject subject) {
    List<TrailEvent> trail = subject.trail();
    return subject.row().stream()
        .flatMap(
            row ->
                IntStream.range(0, trail.size())
                    .mapToObj(
                        at ->
                            new Link(
                                subject,
                                row,
                                trail.get(at),
                                at == trail.size() - 1
                                    ? row.card().state()
                                    : trail.get(at + 1).from())));
  }

  /** Nothing before its cause, nor before the event of the same subject before it; else by time. */
  private static List<Link> ordered(List<Link> links) {
    Map<String, Link> known = new HashMap<>();
    links.forEach(link -> known.put(link.reference(), link));
    Map<String, List<Link>> behind = new HashMap<>();
    Map<String, Integer> missing = new HashMap<>();
    PriorityQueue<Link> next = new PriorityQueue<>(BY_TIME);
    for (Link link : links) {
      List<String> before =
          Stream.of(link.event().causation(), link.reference(link.event().sequence() - 1))
              .distinct()
              .filter(known::containsKey)
              .toList();
      before.forEach(
          reference -> behind.computeIfAbsent(reference, _ -> new ArrayList<>()).add(link));
      missing.put(link.reference(), before.size());
      if (before.isEmpty()) {
        next.add(link);
      }
    }
    List<Link> ordered = new ArrayList<>(links.size());
    while (!next.isEmpty()) {
      Link link = next.remove();
      ordered.add(link);
      known.remove(link.reference());
      for (Link freed : behind.getOrDefault(link.reference(), List.of())) {
        if (missing.merge(freed.reference(), -1, Integer::sum) == 0) {
          next.add(freed);
        }
      }
    }
    // no event is its own cause, but one that says so must not vanish
    known.values().stream().sorted(BY_TIME).forEach(ordered::add);
    return ordered;
  }
}
