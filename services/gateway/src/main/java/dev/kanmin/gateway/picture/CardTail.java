package dev.kanmin.gateway.picture;

import dev.kanmin.events.wire.Card.Last;
import dev.kanmin.events.wire.Json;
import dev.kanmin.gateway.feed.FeedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a chain tells of an event, without reading its data: for most events of a long backlog
 * nothing else is needed. The platform writes the card as the last part of an event, and {@code
 * last} as the last part of a card, so that the state before stands at the end of the bytes. Where
 * it does not, the card is read as ever.
 */
final class CardTail {
  private static final byte[] LAST = ",\"last\":{".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "}}".getBytes(StandardCharsets.US_ASCII);

  /** Bytes from the end in which it must begin. */
  private static final int LONGEST = 400;

  private CardTail() {}

  /** Which event a card names as the last, and the state before it; empty texts for nothing. */
  private record Told(String event, String from) {
    static final Told NOTHING = new Told("", "");

    static Told of(Last last) {
      return new Told(last.event(), last.from().orElse(""));
    }
  }

  /** Empty for one that only says that the card is told in another way now. */
  static Optional<TrailEvent> trailEvent(FeedRecord record) {
    Told told = atTheEnd(record).orElseGet(() -> parsed(record));
    String event = record.shortType();
    return told.event().isEmpty() || told.event().equals(event)
        ? Optional.of(
            new TrailEvent(
                record.sequence(),
                record.timeMillis(),
                event,
                record.agency(),
                CardReader.same(told.from()),
                record.causation()))
        : Optional.empty();
  }

  private static Told parsed(FeedRecord record) {
    try {
      return CardReader.read(record)
          .flatMap(card -> card.last())
          .map(Told::of)
          .orElse(Told.NOTHING);
    } catch (RuntimeException unreadable) {
      return Told.NOTHING;
    }
  }

  private static Optional<Told> atTheEnd(FeedRecord record) {
    ByteBuffer data = record.data();
    byte[] bytes = data.array();
    int begin = data.arrayOffset() + data.position();
    int end = begin + data.remaining() - END.length;
    int last = end - LAST.length;
    while (last >= begin && !stands(bytes, last, LAST)) {
      last--;
      if (end - last > LONGEST) {
        return Optional.empty();
      }
    }
    return last < begin || !stands(bytes, end, END)
        ? Optional.empty()
        : object(bytes, last + LAST.length - 1, end);
  }

  /** The texts of an object that takes all of these bytes. */
  private static Optional<Told> object(byte[] bytes, int begin, int end) {
    String event = "";
    String from = "";
    try (JsonParser json = Json.events().createParser(bytes, begin, end - begin)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        if (json.nextToken() != JsonToken.VALUE_STRING) {
          return Optional.empty();
        }
        switch (name) {
          case "event" -> event = json.getString();
          case "from" -> from = json.getString();
          default -> {
            // when and by whom, the envelope says as well
          }
        }
      }
      return json.nextToken() == null ? Optional.of(new Told(event, from)) : Optional.empty();
    } catch (JacksonException other) {
      return Optional.empty();
    }
  }

  private static boolean stands(byte[] bytes, int at, byte[] expected) {
    return Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
  }
}
