package dev.kanmin.events.inbox;

import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.EventData;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.Json;
import dev.kanmin.events.wire.UnreadableEvent;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** An event on its way through those who hear it. Its card is read once, by the first who asks. */
final class Received {
  private final EventEnvelope envelope;
  private final byte[] data;
  private Optional<Card> card = Optional.empty();
  private boolean isCardRead;

  Received(EventEnvelope envelope, byte[] data) {
    this.envelope = envelope;
    this.data = data;
  }

  EventEnvelope envelope() {
    return envelope;
  }

  /**
   * The card of the subject after the event.
   *
   * @throws UnreadableEvent if there is one and it cannot be read; the message quotes none of it
   */
  Optional<Card> card() {
    if (!isCardRead) {
      card = EventData.card(envelope, data);
      isCardRead = true;
    }
    return card;
  }

  /**
   * The data of the event as a record that declares what its reader needs.
   *
   * @throws UnreadableEvent if it cannot be read so; the message quotes none of it
   */
  <T> T as(Class<T> type) {
    try {
      return Json.events().readValue(data, type);
    } catch (JacksonException unreadable) {
      throw new UnreadableEvent(
          "%s of type %s cannot be read%s"
              .formatted(envelope.reference(), envelope.type(), Json.place(unreadable)));
    }
  }
}
