package dev.kanmin.marketintelligence.watch;

import dev.kanmin.codes.Field;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.marketintelligence.watch.WatchContent.Kind;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something new, as its card tells of it.
 *
 * @param subject id of the tender, report or regulation
 * @param sequence of the event that told of it
 * @param title language tag to text
 * @param text title and summary in all languages, folded
 */
record NewItem(
    Kind kind,
    String subject,
    long sequence,
    Map<String, String> title,
    String text,
    List<String> countries,
    List<String> fields,
    boolean sample) {

  static NewItem of(Kind kind, EventEnvelope event, Card card) {
    return new NewItem(
        kind,
        event.subject(),
        event.sequence(),
        card.title(),
        folded(
            Stream.concat(card.title().values().stream(), card.summary().values().stream())
                .collect(Collectors.joining("\n"))),
        card.countries().stream().map(Card.Share::code).toList(),
        card.fields().stream().map(Card.Share::code).toList(),
        card.sample());
  }

  /**
   * Why a watch is told of it; one of each that it asks for.
   *
   * @param words of the watch, as it writes them
   */
  record Match(List<String> words, List<String> countries, List<String> fields) {}

  /** Empty if the watch looks for something else. */
  Optional<Match> matching(WatchContent wanted) {
    List<String> words =
        wanted.words().stream().filter(word -> text.contains(folded(word))).toList();
    List<String> here =
        wanted.countries().stream().map(it -> it.code()).filter(countries::contains).toList();
    List<String> about = wanted.fields().stream().map(Field::code).filter(this::isInField).toList();
    boolean fits =
        (wanted.kinds().isEmpty() || wanted.kinds().contains(kind))
            && (wanted.words().isEmpty() || !words.isEmpty())
            && (wanted.countries().isEmpty() || !here.isEmpty())
            && (wanted.fields().isEmpty() || !about.isEmpty());
    return fits ? Optional.of(new Match(words, here, about)) : Optional.empty();
  }

  private boolean isInField(String field) {
    return fields.contains(field) || servesEveryField();
  }

  boolean servesEveryField() {
    return fields.contains(Field.CROSS_FIELD.code());
  }

  /** ｱｼﾞｱ is アジア, ㈱ is (株), ＣＴ is ct. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
