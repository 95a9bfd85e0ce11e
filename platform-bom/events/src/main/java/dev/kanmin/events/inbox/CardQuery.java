package dev.kanmin.events.inbox;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Cell;
import dev.kanmin.events.inbox.CardCopies.Copied;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/** Which of the copied cards are wanted: those to which everything applies that is said here. */
public final class CardQuery {
  /** Cards of one page, at most. */
  public static final int LARGEST = 1_000;

  private static final CardQuery ALL = new CardQuery(List.of(Copied.HAS_CARD), 100);

  private final List<Bson> conditions;
  private final int limit;

  private CardQuery(List<Bson> conditions, int limit) {
    this.conditions = conditions;
    this.limit = limit;
  }

  /** The first hundred by id. */
  public static CardQuery all() {
    return ALL;
  }

  public static CardQuery ofKinds(String... kinds) {
    return ALL.and(Filters.in(Copied.KIND, kinds));
  }

  /** In any of these cells. */
  public CardQuery in(Collection<Cell> cells) {
    return and(Filters.in(Copied.CELLS, cells.stream().map(Cell::toString).toList()));
  }

  /** In any of these states, each a code of {@code <kind>-states}. */
  public CardQuery inState(String... states) {
    return and(Filters.in(Copied.STATE, states));
  }

  /** For which an agency is responsible, in whatever role. */
  public CardQuery responsible(AgencyCode agency) {
    return and(Filters.eq(Copied.AGENCIES, agency.code()));
  }

  /** With any of these codes of a code list among its facets. */
  public CardQuery with(String list, Collection<String> codes) {
    return and(
        Filters.in(Copied.FACETS, codes.stream().map(code -> Copied.facet(list, code)).toList()));
  }

  /** Behind the last one of the page before. */
  public CardQuery after(String id) {
    return and(Filters.gt(Copied.ID, id));
  }

  /**
   * So many at most.
   *
   * @param most 1 to {@value #LARGEST}
   */
  public CardQuery first(int most) {
    if (most < 1 || most > LARGEST) {
      throw new IllegalArgumentException("1 to " + LARGEST + " cards can be asked for: " + most);
    }
    return new CardQuery(conditions, most);
  }

  Bson filter() {
    return Filters.and(conditions);
  }

  int limit() {
    return limit;
  }

  private CardQuery and(Bson condition) {
    return new CardQuery(Stream.concat(conditions.stream(), Stream.of(condition)).toList(), limit);
  }
}
