package dev.kanmin.web;

/** The headers of the API that are not standard HTTP. */
public final class KanminHeaders {
  /** In answers to commands: references of the last event per changed subject, by comma. */
  public static final String EVENT = "Kanmin-Event";

  /** In reads: wait until this event is in the picture. */
  public static final String AFTER = "Kanmin-After";

  /** In answers to such reads: {@code true} when the picture was not there in time. */
  public static final String BEHIND = "Kanmin-Behind";

  /**
   * In answers that say "come back later" by a rule of the service, such as {@code imports-busy}:
   * the rule. The service itself is well.
   */
  public static final String BUSY = "Kanmin-Busy";

  /** In commands: repeating one under the same key has one effect and the same answer. */
  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /**
   * In every answer: the id under which logs tell of the request. A caller may give its own, 1 to
   * 64 letters, digits, points, hyphens and underscores.
   */
  public static final String REQUEST = "Kanmin-Request";

  private KanminHeaders() {}
}
