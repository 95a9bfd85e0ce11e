package dev.kanmin.gateway.picture;

import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Last;
import dev.kanmin.events.wire.Card.Share;
import java.util.Comparator;
import java.util.List;

/**
 * What the picture shows of one subject: its latest card. Immutable, replaced by every event that
 * concerns it.
 *
 * @param position in the feed of the event that brought the card
 * @param chain what it belongs to
 * @param ended whether nothing more is to happen in its state
 * @param card says which event was the last, too
 */
public record Row(String subject, long position, String chain, boolean ended, Card card) {
  /** The latest change first; of changes at one time, by id. */
  public static final Comparator<Row> LATEST_FIRST = Row::byTimeAndId;

  /** The last event. */
  public Last last() {
    return card.last().orElseThrow();
  }

  /** Codes of the countries it concerns, each once. */
  public List<String> countryCodes() {
    return codes(card.countries());
  }

  /** Codes of its fields, each once; none means {@code unclassified}. */
  public List<String> fieldCodes() {
    return codes(card.fields());
  }

  /** Written out, as it orders each row of a cell for each view of it. */
  private static int byTimeAndId(Row one, Row other) {
    int byTime = other.last().at().compareTo(one.last().at());
    return byTime != 0 ? byTime : one.subject().compareTo(other.subject());
  }

  private static List<String> codes(List<Share> shares) {
    return shares.stream().map(Share::code).distinct().toList();
  }
}
