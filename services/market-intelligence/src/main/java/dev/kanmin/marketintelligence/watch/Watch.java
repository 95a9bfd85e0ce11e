package dev.kanmin.marketintelligence.watch;

import dev.kanmin.codes.AgencyCode;
import java.util.Optional;

/**
 * The state of a watch.
 *
 * @param token with which its reader ends the mails without signing in; in each of them
 */
public record Watch(
    WatchState state,
    Optional<AgencyCode> owner,
    Optional<WatchContent> content,
    Optional<String> token) {

  static final Watch NONE =
      new Watch(WatchState.ACTIVE, Optional.empty(), Optional.empty(), Optional.empty());

  WatchContent known() {
    return content.orElseThrow();
  }

  boolean isOwnedBy(AgencyCode agency) {
    return owner.equals(Optional.of(agency));
  }

  boolean isActive() {
    return state == WatchState.ACTIVE && content.isPresent();
  }

  /** Whom nothing is told any more need not be known. */
  Watch withoutAddress() {
    return new Watch(
        state, owner, content.map(it -> it.telling(it.telling().withoutAddress())), token);
  }

  Watch in(WatchState newState) {
    return new Watch(newState, owner, content, token);
  }
}
