package dev.kanmin.trademissions.activity;

import dev.kanmin.codes.Cell;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.inbox.CardCopies;
import dev.kanmin.events.inbox.CardQuery;
import dev.kanmin.events.inbox.EventHandlers;
import dev.kanmin.events.inbox.Subscription;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** The ODA activities that oda-linkage tells of, by cell. */
@Configuration(proxyBeanMethods = false)
public class ActivityCopies {
  /** Most activities that a mission shows. */
  static final int MOST_SHOWN = 100;

  private static final String FOLLOWED = "oda-linkage";
  private static final String KIND = "activity";

  private final CardCopies cards;

  ActivityCopies(AggregateStore store) {
    this.cards = new CardCopies(store, "activity-cards", KIND);
  }

  @Bean
  Subscription activities() {
    return Subscription.to(FOLLOWED, EventHandlers.builder().copying(cards).build());
  }

  /** The activities of these cells, the first {@value #MOST_SHOWN} by id. */
  public Mono<ActivityView.OfCells> of(List<Cell> cells) {
    return cards
        .list(CardQuery.ofKinds(KIND).in(cells).first(MOST_SHOWN))
        .map(page -> ActivityView.OfCells.of(page, cells));
  }
}
