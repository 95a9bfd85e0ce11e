package dev.kanmin.events.aggregates;

/** The refusals that every aggregate shares, whatever its domain. */
public final class AggregateRules {
  public static final Rule STALE_VERSION =
      new Rule("stale-version", Rule.Kind.STALE, "The edit is based on an older version");
  public static final Rule VERSION_REQUIRED =
      new Rule("version-required", Rule.Kind.UNCONDITIONAL, "An edit needs If-Match");
  public static final Rule NOT_YOURS =
      Rule.forbidden("not-yours", "Another agency is responsible for this");
  public static final Rule KEY_REUSED =
      Rule.invalid("idempotency-key-reused", "The key was used for another request");
  public static final Rule EVENT_TOO_LARGE =
      Rule.invalid("event-too-large", "The change is too large to publish");
  public static final Rule CARD_TOO_LARGE =
      Rule.invalid("card-too-large", "The change makes more public than a card can hold");
  public static final Rule OUTBOX_FULL =
      new Rule("outbox-full", Rule.Kind.OVERLOADED, "Too many events wait to be sent");
  public static final Rule CONTENDED =
      new Rule("contended", Rule.Kind.OVERLOADED, "Too many changes at the same moment");

  private AggregateRules() {}
}
