package dev.kanmin.gateway.card;

import dev.kanmin.web.Cursor;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.Stream;

/** Pages of what is in memory, that continue after the last item of the page before. */
final class Keysets {
  private Keysets() {}

  /**
   * The place of an item in the order; no two have the same.
   *
   * @param first what is sorted by; compared as text
   * @param then what makes it unique
   */
  record Place(String first, String then) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::first).thenComparing(Place::then);

    /** Later moments come first. */
    static Place latestFirst(long millis, String id) {
      return new Place("%016x".formatted(Long.MAX_VALUE - millis), id);
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private record Placed<T>(Place key, T item) {}

  /**
   * The page asked for: one pass over everything, in which no more than a page is held.
   *
   * @param query whatever decides which items match
   */
  static <T> Page<T> page(
      Stream<T> matching, Function<T, Place> key, PageRequest request, String query) {
    Optional<Place> after =
        request
            .cursor()
            .map(cursor -> Cursor.read(cursor, query, 2))
            .map(values -> new Place(String.valueOf(values.get(0)), String.valueOf(values.get(1))));
    PriorityQueue<Placed<T>> first =
        new PriorityQueue<>(Comparator.comparing((Placed<T> placed) -> placed.key()).reversed());
    matching.forEach(
        item -> {
          Placed<T> placed = new Placed<>(key.apply(item), item);
          if (after.isEmpty() || placed.key().compareTo(after.get()) > 0) {
            first.add(placed);
            if (first.size() > request.limit() + 1) {
              first.remove();
            }
          }
        });
    List<Placed<T>> found = new ArrayList<>(first);
    found.sort(Comparator.comparing(Placed::key));
    boolean more = found.size() > request.limit();
    List<Placed<T>> shown = more ? found.subList(0, request.limit()) : found;
    return new Page<>(
        shown.stream().map(Placed::item).toList(),
        more
            ? Optional.of(
                Cursor.after(
                    query, List.of(shown.getLast().key().first(), shown.getLast().key().then())))
            : Optional.empty(),
        List.of());
  }
}
