package dev.kanmin.marketintelligence.watch;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.inbox.EventHandlers;
import dev.kanmin.events.inbox.Subscription;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.marketintelligence.watch.WatchContent.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What watches hear: this service's own events, as everybody hears them. Each event makes an alert
 * per watch that looks for it, once, however often it is delivered.
 */
@Configuration(proxyBeanMethods = false)
class WatchSubscription {
  private static final String SERVICE = "market-intelligence";

  private final Aggregates<WatchCommand, WatchEvent, Watch> watches;
  private final Alerts alerts;
  private final Turns turns;
  private final Clock clock;

  WatchSubscription(
      Aggregates<WatchCommand, WatchEvent, Watch> watches,
      Alerts alerts,
      Turns turns,
      Clock clock) {
    this.watches = watches;
    this.alerts = alerts;
    this.turns = turns;
    this.clock = clock;
  }

  /** Of an event: what everybody may see of its subject. */
  record News(Optional<Card> card) {}

  @Bean
  Subscription own() {
    return Subscription.to(
        SERVICE,
        EventHandlers.builder()
            .on(type("tender-published"), News.class, (news, on) -> hear(Kind.TENDER, news, on))
            .on(type("report-published"), News.class, (news, on) -> hear(Kind.REPORT, news, on))
            .on(
                type("regulation-changed"),
                News.class,
                (news, on) -> hear(Kind.REGULATION, news, on))
            .build());
  }

  private static String type(String name) {
    return "dev.kanmin." + SERVICE + "." + name + ".v1";
  }

  private Mono<Void> hear(Kind kind, News news, EventEnvelope event) {
    return Mono.justOrEmpty(news.card())
        .map(card -> NewItem.of(kind, event, card))
        .flatMap(
            item ->
                Flux.from(watches.collection().find(perhaps(item)).sort(Sorts.ascending("_id")))
                    .concatMap(document -> tell(document, item))
                    .then());
  }

  /** Those that could look for it, by what the store can tell; words are looked at afterwards. */
  private static Bson perhaps(NewItem item) {
    return Filters.and(
        Filters.eq(Watches.STATE, WatchState.ACTIVE.code()),
        Filters.in(Watches.KINDS, orAny(List.of(item.kind().code()))),
        Filters.in(Watches.COUNTRIES, orAny(item.countries())),
        item.servesEveryField()
            ? new Document()
            : Filters.in(Watches.FIELDS, orAny(item.fields())));
  }

  private static List<String> orAny(List<String> codes) {
    return Stream.concat(codes.stream(), Stream.of(Watches.ANY)).toList();
  }

  private Mono<Void> tell(Document document, NewItem item) {
    var stored = watches.read(document);
    WatchContent content = stored.state().known();
    Instant now = clock.instant();
    return Mono.justOrEmpty(item.matching(content))
        .flatMap(match -> alerts.keep(stored.id(), item, match, now))
        .filter(waits -> waits)
        .flatMap(_ -> turns.arrived(stored.id(), content.telling().next(now)));
  }
}
