package dev.kanmin.trademissions.activity;

import dev.kanmin.codes.Cell;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.events.inbox.CardCopy;
import dev.kanmin.events.inbox.CardPage;
import dev.kanmin.events.wire.Card;
import dev.kanmin.web.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ODA activity as its card tells of it.
 *
 * @param id in oda-linkage, {@code act_…}
 * @param iatiIdentifier as its publisher writes it
 * @param status a code of {@code activity-states}
 * @param cells those asked for to which it belongs
 */
@Schema(name = "ActivityCopy")
public record ActivityView(
    String id,
    Optional<String> iatiIdentifier,
    Map<String, String> title,
    String status,
    Optional<String> scheme,
    Optional<String> step,
    List<Cell> cells) {

  static ActivityView of(CardCopy copy, List<Cell> wanted) {
    Card card = copy.card();
    return new ActivityView(
        copy.id(),
        card.links().stream()
            .filter(link -> link.rel().equals("iati"))
            .map(Card.Link::to)
            .findFirst(),
        card.title(),
        card.state(),
        first(card, CodeLists.SCHEMES),
        first(card, CodeLists.SCHEME_STEPS),
        wanted.stream().filter(cell -> isIn(cell, card)).toList());
  }

  private static Optional<String> first(Card card, String list) {
    return card.facets().getOrDefault(list, List.of()).stream().findFirst();
  }

  private static boolean isIn(Cell cell, Card card) {
    return has(card.countries(), cell.country().code()) && has(card.fields(), cell.field().code());
  }

  private static boolean has(List<Card.Share> shares, String code) {
    return shares.stream().anyMatch(share -> share.code().equals(code));
  }

  /**
   * Activities of some cells.
   *
   * @param asOf time of the newest event of oda-linkage that is in the copies; absent before the
   *     first
   * @param leftOut how many more there are than are shown
   */
  @Schema(name = "ActivitiesOfCells")
  public record OfCells(
      List<ActivityView> items, Optional<Instant> asOf, List<Page.LeftOut> leftOut) {

    static OfCells of(CardPage page, List<Cell> cells) {
      return new OfCells(
          page.items().stream().map(copy -> ActivityView.of(copy, cells)).toList(),
          page.asOf(),
          page.more() == 0 ? List.of() : List.of(new Page.LeftOut("more-activities", page.more())));
    }
  }
}
