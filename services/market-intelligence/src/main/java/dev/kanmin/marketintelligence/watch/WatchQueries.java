package dev.kanmin.marketintelligence.watch;

import com.mongodb.client.model.Filters;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of watches: by their own agency, or by the link in a mail. */
@Component
class WatchQueries {
  private final Aggregates<WatchCommand, WatchEvent, Watch> watches;

  WatchQueries(Aggregates<WatchCommand, WatchEvent, Watch> watches) {
    this.watches = watches;
  }

  /** Refused to other agencies as if there were none. */
  Mono<WatchView> one(String id, Reader reader) {
    return watches.find(id, reader.agency()).map(stored -> WatchView.of(stored, reader));
  }

  /** By name. */
  Mono<Page<WatchView>> list(PageRequest page, Reader reader) {
    return Keyset.query(
            watches.collection(),
            Filters.eq(Watches.OWNER, reader.agency().code()),
            page,
            Watches.NAME)
        .map(found -> found.map(document -> WatchView.of(watches.read(document), reader)));
  }

  /** The watch whose mails carry that token. */
  Mono<Stored<Watch>> byToken(String token) {
    return Flux.from(watches.collection().find(Filters.eq(Watches.TOKEN, token)))
        .next()
        .map(watches::read)
        .switchIfEmpty(
            Mono.error(
                () -> WatchRules.NO_SUCH_WATCH.refuse("Take the whole link from the mail.")));
  }
}
