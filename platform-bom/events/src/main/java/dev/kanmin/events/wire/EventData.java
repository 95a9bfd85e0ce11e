package dev.kanmin.events.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The data of an event as it goes on the bus: the event's own record, and beside its parts the card
 * of its subject after it.
 */
public final class EventData {
  /** Name of the card in the data; no event has a part of its own called so. */
  public static final String CARD = "card";

  private EventData() {}

  /** What a reader takes who does not care which fact it was. */
  public record OnlyCard(Optional<Card> card) {}

  /** Writes an event with the card, or without one if nothing of the subject is public. */
  public static byte[] write(Object event, Optional<Card> card) {
    byte[] data = Json.events().writeValueAsBytes(event);
    return card.map(it -> with(data, CARD, Json.events().writeValueAsBytes(it))).orElse(data);
  }

  /**
   * Reads the card of an event.
   *
   * @throws UnreadableEvent if the data is not what it should be; the message quotes none of it
   */
  public static Optional<Card> card(EventEnvelope envelope, byte[] data) {
    try {
      return Json.events().readValue(data, OnlyCard.class).card();
    } catch (JacksonException unreadable) {
      throw new UnreadableEvent(
          envelope.reference() + " has no readable card" + Json.place(unreadable));
    }
  }

  /**
   * A JSON object with one more part, as bytes: what is written once need not be written again.
   *
   * @param part JSON
   */
  public static byte[] with(byte[] object, String name, byte[] part) {
    int end = object.length - 1;
    String comma = object.length == 2 ? "" : ",";
    byte[] before = (comma + "\"" + name + "\":").getBytes(StandardCharsets.UTF_8);
    byte[] longer = Arrays.copyOf(object, end + before.length + part.length + 1);
    System.arraycopy(before, 0, longer, end, before.length);
    System.arraycopy(part, 0, longer, end + before.length, part.length);
    longer[longer.length - 1] = '}';
    return longer;
  }
}
