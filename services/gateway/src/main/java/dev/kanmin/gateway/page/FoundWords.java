package dev.kanmin.gateway.page;

import dev.kanmin.gateway.page.ListWords.Chip;
import dev.kanmin.gateway.search.Search.Hit;
import dev.kanmin.gateway.search.Search.Part;
import dev.kanmin.gateway.search.Search.Snippet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a list shows of a search besides its cards.
 *
 * @param hits by id of the card
 * @param spreads how all that match are spread; of the first page only
 * @param meant what to look for instead; empty where something was found
 */
record FoundWords(Map<String, Hit> hits, List<Spread> spreads, Optional<Chip> meant) {
  static final FoundWords NOTHING = new FoundWords(Map.of(), List.of(), Optional.empty());

  /** Codes of one kind, each with how many have it and the address that asks for them alone. */
  record Spread(String name, String label, List<Counted> codes) {}

  /** A code that some have. */
  record Counted(String label, String count, String href) {}

  /** The title in parts; empty where it is to be shown as it is. */
  public List<Part> title(String id) {
    Hit hit = hits.get(id);
    return hit == null ? List.of() : hit.title();
  }

  public Optional<Snippet> snippet(String id) {
    return Optional.ofNullable(hits.get(id)).flatMap(Hit::snippet);
  }
}
