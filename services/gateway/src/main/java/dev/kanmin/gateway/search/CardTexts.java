package dev.kanmin.gateway.search;

import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Link;
import dev.kanmin.gateway.picture.CardCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The texts of cards, as they are indexed and as snippets are taken from them. */
final class CardTexts {
  private CardTexts() {}

  /**
   * A text of a card.
   *
   * @param language tag; empty where it is of none
   */
  record Text(String language, boolean title, String text) {}

  /** Titles first; within them by language tag. */
  static List<Text> of(Card card) {
    List<Text> texts = new ArrayList<>();
    add(card.title(), true, texts);
    add(card.summary(), false, texts);
    for (Link link : card.links()) {
      if (CardCodes.isExternal(link.rel())) {
        texts.add(new Text("", false, link.to()));
      }
    }
    return texts;
  }

  private static void add(Map<String, String> byLanguage, boolean title, List<Text> texts) {
    byLanguage.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(text -> texts.add(new Text(text.getKey(), title, text.getValue())));
  }
}
