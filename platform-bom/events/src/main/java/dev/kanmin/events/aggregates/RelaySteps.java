package dev.kanmin.events.aggregates;

/**
 * Where a change stands on its way from the command to the topic. Fault campaigns watch these steps
 * and end a process at any of them; production runs with {@link #UNOBSERVED}.
 */
@FunctionalInterface
interface RelaySteps {
  /** The steps in their order; those from {@link #BEFORE_SEND} on are taken by the relay. */
  enum Step {
    /** The command is decided, the store has not been told. */
    BEFORE_STORE,
    /** State and events are durable; the relay has not been told, nor has the caller. */
    AFTER_STORE,
    BEFORE_SEND,
    /** The producer has the event, the broker perhaps. */
    AFTER_SEND,
    /** The broker's acknowledgement came. */
    ACKNOWLEDGED,
    BEFORE_REMOVAL,
    /** The store has confirmed that the event is out of the outbox. */
    AFTER_REMOVAL
  }

  RelaySteps UNOBSERVED = (step, id, sequence) -> {};

  /**
   * Called on whatever thread takes the step; must return soon and must not throw.
   *
   * @param id of the aggregate
   * @param sequence of the event; at the store's steps that of the change's last event, at a
   *     removal that up to which events are removed
   */
  void reached(Step step, String id, long sequence);
}
