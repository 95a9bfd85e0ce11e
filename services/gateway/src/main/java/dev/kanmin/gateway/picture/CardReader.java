package dev.kanmin.gateway.picture;

import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.Card.Figure;
import dev.kanmin.events.wire.Card.Last;
import dev.kanmin.events.wire.Card.Link;
import dev.kanmin.events.wire.Card.Responsible;
import dev.kanmin.events.wire.Card.Share;
import dev.kanmin.events.wire.EventData.OnlyCard;
import dev.kanmin.events.wire.Json;
import dev.kanmin.events.wire.UnreadableEvent;
import dev.kanmin.gateway.feed.FeedRecord;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/**
 * Reads the card of a record. What many cards have in common becomes one object, as cards stay for
 * as long as the picture lives.
 */
final class CardReader {
  private static final ObjectReader JSON =
      Json.events()
          .readerFor(OnlyCard.class)
          .with(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

  /** More than any producer of ours sends; cells are countries times fields. */
  private static final int MOST_ENTRIES = 100;

  private static final int MOST_DIGITS = 40;

  private static final Memo<Object, Object> SAME = Memo.same();

  private CardReader() {}

  /**
   * The card, which always says which event was the last.
   *
   * @return empty if the record says that nothing of its subject is public
   * @throws UnreadableEvent if the data is not what it should be; the message quotes none of it
   */
  static Optional<Card> read(FeedRecord record) {
    ByteBuffer data = record.data();
    try {
      return JSON.<OnlyCard>readValue(
              data.array(), data.arrayOffset() + data.position(), data.remaining())
          .card()
          .map(card -> kept(card, record));
    } catch (JacksonException unreadable) {
      throw new UnreadableEvent("the card cannot be read" + Json.place(unreadable), unreadable);
    } catch (NullPointerException nullInList) {
      throw new UnreadableEvent("a list of the card has an entry that is null", nullInList);
    }
  }

  private static Card kept(Card card, FeedRecord record) {
    Map<String, List<String>> facets = new HashMap<>();
    few(card.facets().entrySet())
        .forEach(facet -> facets.put(facet.getKey(), list(facet.getValue(), CardReader::same)));
    return new Card(
        card.v(),
        same(card.kind()),
        texts(card.title()),
        same(card.state()),
        list(card.countries(), CardReader::share),
        list(card.fields(), CardReader::share),
        list(card.responsible(), CardReader::responsible),
        each(card.dates(), CardReader::date),
        each(card.figures(), CardReader::figure),
        same(Map.copyOf(facets)),
        each(card.links(), link -> new Link(same(link.rel()), link.to())),
        texts(card.summary()),
        card.audience(),
        list(card.leftOut(), UnaryOperator.identity()),
        Optional.of(last(card.last(), record)),
        card.sample());
  }

  private static Share share(Share share) {
    if (share.code().isEmpty() || share.code().equals(CellKey.ALL)) {
      throw new UnreadableEvent("a share of the card names no country or field");
    }
    share.percentage().ifPresent(CardReader::requireOrdinary);
    return new Share(same(share.code()), share.percentage());
  }

  private static Responsible responsible(Responsible one) {
    return new Responsible(
        same(one.agency()),
        one.office().map(CardReader::same),
        texts(one.officeName()),
        same(one.role()));
  }

  private static Due date(Due due) {
    if (due.on().isEmpty() && due.at().isEmpty()) {
      throw new UnreadableEvent("a date of the card has neither day nor moment");
    }
    return same(due);
  }

  private static Figure figure(Figure figure) {
    requireOrdinary(figure.amount());
    return new Figure(
        same(figure.what()),
        figure.amount(),
        figure.unit().map(CardReader::same),
        figure.year(),
        list(figure.countries(), CardReader::share),
        list(figure.fields(), CardReader::share));
  }

  private static Last last(Optional<Last> told, FeedRecord record) {
    return told.map(
            last ->
                new Last(
                    same(last.event()),
                    last.at(),
                    same(last.by()),
                    last.from().map(CardReader::same)))
        .orElseGet(
            () ->
                new Last(
                    record.shortType(),
                    Instant.ofEpochMilli(record.timeMillis()),
                    record.agency(),
                    Optional.empty()));
  }

  private static Map<String, String> texts(Map<String, String> texts) {
    few(texts.entrySet());
    return Map.copyOf(texts);
  }

  /** As one object for all cards that have the same. */
  private static <T> List<T> list(List<T> all, UnaryOperator<T> kept) {
    return same(each(all, kept));
  }

  private static <T> List<T> each(List<T> all, UnaryOperator<T> kept) {
    return few(all).stream().map(kept).toList();
  }

  private static <T> Collection<T> few(Collection<T> all) {
    if (all.size() > MOST_ENTRIES) {
      throw new UnreadableEvent("a list of the card has more than " + MOST_ENTRIES + " entries");
    }
    return all;
  }

  /** A hostile exponent must not blow up a sum: at most 40 digits before and after the point. */
  private static void requireOrdinary(BigDecimal number) {
    if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
      throw new UnreadableEvent("a number of the card has more than " + MOST_DIGITS + " digits");
    }
  }

  /** Of equal values one object. */
  @SuppressWarnings("unchecked") // an equal object of the same class
  static <T> T same(T value) {
    return (T) SAME.of(value);
  }
}
