package dev.kanmin.events.inbox;

/**
 * A fault of this service that no repetition mends, such as a policy that does what it has not
 * declared. The message names what is to be mended and holds nothing of an event's data.
 */
final class InboxFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InboxFault(String message) {
    super(message);
  }
}
