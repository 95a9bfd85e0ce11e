package dev.kanmin.gateway.picture;

import dev.kanmin.events.wire.Card.Link;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The links between subjects, found from the end that does not name them. */
final class BackLinks {
  private final Map<String, Set<Subject>> pointing = new ConcurrentHashMap<>();

  /**
   * A subject's links after an event.
   *
   * @param concerned is told the id of each subject that is pointed at in another way than before,
   *     or by one that has ended, or goes on again
   */
  void move(Subject subject, Optional<Row> then, Optional<Row> now, Consumer<String> concerned) {
    Set<Link> before = links(then);
    Set<Link> after = links(now);
    if (before.equals(after)) {
      if (ended(then) != ended(now)) {
        after.stream().map(Link::to).distinct().forEach(concerned);
      }
      return;
    }
    before.forEach(link -> without(link.to(), subject));
    after.forEach(
        link ->
            pointing.computeIfAbsent(link.to(), _ -> ConcurrentHashMap.newKeySet(1)).add(subject));
    Stream.concat(before.stream(), after.stream()).map(Link::to).distinct().forEach(concerned);
  }

  /** The subjects that point there. */
  Stream<Subject> to(String id) {
    return pointing.getOrDefault(id, Set.of()).stream();
  }

  private void without(String target, Subject subject) {
    pointing.computeIfPresent(
        target,
        (_, subjects) -> {
          subjects.remove(subject);
          return subjects.isEmpty() ? null : subjects;
        });
  }

  private static boolean ended(Optional<Row> row) {
    return row.map(Row::ended).orElse(false);
  }

  private static Set<Link> links(Optional<Row> row) {
    if (row.isEmpty() || row.get().card().links().isEmpty()) {
      return Set.of();
    }
    Set<Link> links = new HashSet<>();
    for (Link link : row.get().card().links()) {
      if (!CardCodes.isExternal(link.rel())) {
        links.add(link);
      }
    }
    return links;
  }
}
