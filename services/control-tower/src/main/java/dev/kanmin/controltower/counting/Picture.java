package dev.kanmin.controltower.counting;

import dev.kanmin.codes.Cell;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.inbox.CardCopies;
import dev.kanmin.events.inbox.CardCopy;
import dev.kanmin.events.inbox.CardPage;
import dev.kanmin.events.inbox.CardQuery;
import dev.kanmin.events.inbox.EventHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Copies of the cards of every service: what figures are counted from. */
@Component
public class Picture {
  private final CardCopies cards;

  Picture(AggregateStore store) {
    this.cards =
        new CardCopies(
            store,
            "cards",
            CodeLists.list("kinds").entries().stream().map(it -> it.code()).toArray(String[]::new));
  }

  /** What a subscription needs to keep the copies. */
  public EventHandlers.Builder copying() {
    return EventHandlers.builder().copying(cards);
  }

  /** The card of a subject. */
  public Mono<CardCopy> card(String id) {
    return cards.find(id);
  }

  /**
   * A figure as of the newest event that has been heard.
   *
   * @param asOf of that event; empty before the first
   */
  public record Counted(Count count, Optional<Instant> asOf) {}

  /** Counts by the rule: all cards are looked at again, nothing is kept between two counts. */
  public Mono<Counted> count(CountingRule rule, Scope scope, int fiscalYear) {
    return Mono.zip(
        cardsOf(rule)
            .map(copy -> Counting.of(copy.card(), rule, scope, fiscalYear))
            .reduce(Count.NOTHING, Count::plus),
        cards.asOf(),
        Counted::new);
  }

  /** A place and fiscal year for which there is a figure. */
  public record Slot(Scope scope, int fiscalYear) {}

  /** Counts by the rule for many places and years; each card is looked at once. */
  public Mono<Map<Slot, Count>> count(CountingRule rule, Set<Slot> slots) {
    return cardsOf(rule)
        .reduceWith(
            () -> counts(slots),
            (counts, copy) -> {
              counts.replaceAll(
                  (slot, count) ->
                      count.plus(Counting.of(copy.card(), rule, slot.scope(), slot.fiscalYear())));
              return counts;
            });
  }

  private static Map<Slot, Count> counts(Set<Slot> slots) {
    Map<Slot, Count> counts = new HashMap<>();
    slots.forEach(slot -> counts.put(slot, Count.NOTHING));
    return counts;
  }

  /** All cards of a cell. */
  public Flux<CardCopy> cardsIn(Cell cell) {
    CardQuery query = CardQuery.all().in(List.of(cell)).first(CardQuery.LARGEST);
    return cards.list(query).expand(page -> next(query, page)).flatMapIterable(CardPage::items);
  }

  private Flux<CardCopy> cardsOf(CountingRule rule) {
    CardQuery ofKind = CardQuery.ofKinds(rule.kind()).first(CardQuery.LARGEST);
    CardQuery query =
        rule.states().isEmpty() ? ofKind : ofKind.inState(rule.states().toArray(String[]::new));
    return cards.list(query).expand(page -> next(query, page)).flatMapIterable(CardPage::items);
  }

  private Mono<CardPage> next(CardQuery query, CardPage page) {
    return page.more() == 0 ? Mono.empty() : cards.list(query.after(page.items().getLast().id()));
  }
}
