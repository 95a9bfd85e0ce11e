package dev.kanmin.marketintelligence.watch;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Reader;
import java.time.Instant;
import java.util.List;

/**
 * A watch as its own agency sees it.
 *
 * @param version for If-Match; the ETag
 * @param watch what it looks for and whom it tells; without an address once it has ended
 * @param actions what the reader's agency may do with it now, and why not the rest
 */
record WatchView(
    String id,
    long version,
    WatchState state,
    AgencyCode owner,
    WatchContent watch,
    Instant createdAt,
    Instant updatedAt,
    List<ActionView> actions) {

  static WatchView of(Stored<Watch> stored, Reader reader) {
    Watch watch = stored.state();
    return new WatchView(
        stored.id(),
        stored.version(),
        watch.state(),
        watch.owner().orElseThrow(),
        watch.known(),
        stored.createdAt(),
        stored.updatedAt(),
        ActionView.of(WatchLifeCycle.TABLE, watch, reader));
  }
}
