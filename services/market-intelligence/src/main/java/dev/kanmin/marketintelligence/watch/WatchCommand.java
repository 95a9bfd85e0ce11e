package dev.kanmin.marketintelligence.watch;

/** All that can be asked of a watch. When and by whom stands in {@link WatchLifeCycle}. */
sealed interface WatchCommand {
  /**
   * The caller's agency keeps it.
   *
   * @param token with which its reader ends the mails
   */
  record Register(WatchContent content, String token) implements WatchCommand {}

  record Revise(WatchContent content) implements WatchCommand {}

  /** Nothing is collected meanwhile. */
  record Pause() implements WatchCommand {}

  record Resume() implements WatchCommand {}

  record End() implements WatchCommand {}

  /** By its reader, with the link in a mail. */
  record Unsubscribe() implements WatchCommand {}
}
