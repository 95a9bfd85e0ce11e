package dev.kanmin.gateway.card;

import dev.kanmin.gateway.card.Keysets.Place;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.picture.Subject;
import dev.kanmin.gateway.rule.ToDos;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * Finds cards for pages, by the same parameters as {@code GET /v1/cards}: one pass over all that is
 * in memory. Whoever puts an index in its place answers the same questions.
 */
public final class CardSearch {
  /** What lists can be sorted by. */
  public static final List<String> SORTS = List.of("changed", "title", "date", "state");

  private static final String LATER_THAN_ANY = "9999-12-31";

  private final Picture picture;

  public CardSearch(Picture picture) {
    this.picture = picture;
  }

  /**
   * What is looked for.
   *
   * @param sort one of {@link #SORTS}
   * @param title of a card, in the reader's language
   */
  public record Wanted(CardQuery query, String sort, Function<Row, String> title) {
    /**
     * Reads the parameters.
     *
     * @throws BadInput naming each that no card could match
     */
    public static Wanted of(
        MultiValueMap<String, String> query, String sort, Function<Row, String> title) {
      return new Wanted(CardQuery.of(query), SORTS.contains(sort) ? sort : SORTS.getFirst(), title);
    }

    private Place place(Row row) {
      return switch (sort) {
        case "title" -> new Place(folded(title.apply(row)), row.subject());
        case "date" -> new Place(nextDate(row), row.subject());
        case "state" -> new Place(row.card().state(), row.subject());
        default -> Place.latestFirst(row.last().at().toEpochMilli(), row.subject());
      };
    }
  }

  /**
   * One page of them.
   *
   * @throws BadInput if the cursor is of another question
   */
  public Page<Row> page(Wanted wanted, PageRequest request) {
    return Keysets.page(
        matching(wanted), wanted::place, request, "list " + wanted.sort() + wanted.query());
  }

  public long count(Wanted wanted) {
    return matching(wanted).count();
  }

  /** The first of them in order, at most so many. */
  public List<Row> first(Wanted wanted, int most) {
    return matching(wanted).sorted(Comparator.comparing(wanted::place)).limit(most).toList();
  }

  private Stream<Row> matching(Wanted wanted) {
    return picture
        .subjects()
        .map(Subject::row)
        .flatMap(Optional::stream)
        .filter(wanted.query()::matches);
  }

  /** The first day that is set; what has none comes last. */
  private static String nextDate(Row row) {
    return row.card().dates().stream()
        .map(ToDos::day)
        .map(String::valueOf)
        .min(Comparator.naturalOrder())
        .orElse(LATER_THAN_ANY);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
