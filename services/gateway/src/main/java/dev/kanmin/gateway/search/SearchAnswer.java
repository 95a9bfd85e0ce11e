package dev.kanmin.gateway.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kanmin.gateway.search.Search.Counted;
import dev.kanmin.gateway.search.Search.Found;
import dev.kanmin.gateway.search.Search.Hit;
import dev.kanmin.gateway.search.Search.Part;
import dev.kanmin.gateway.search.Search.Snippet;
import dev.kanmin.gateway.view.CardView;
import dev.kanmin.gateway.view.CardViews;
import dev.kanmin.gateway.view.Labels;
import dev.kanmin.gateway.view.PictureAnswers.Listed;
import dev.kanmin.web.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What was found, best first; without words the latest change first.
 *
 * @param indexedUpTo position of the feed up to which everything can be found
 * @param total of all that match, exactly
 * @param facets how all that match are spread; on the first page only
 * @param didYouMean what to ask instead; only where nothing matches
 */
record SearchAnswer(
    @JsonUnwrapped Page<FoundCard> page,
    String indexedUpTo,
    long total,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FacetView> facets,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> didYouMean)
    implements Listed {

  /**
   * A card that was found.
   *
   * @param title its title or, if it has none, its id, in parts
   * @param snippet another text of it in which the words stand; absent if they stand in none
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record FoundCard(CardView card, List<Part> title, Optional<Snippet> snippet) {}

  /**
   * How what was found is spread.
   *
   * @param facet the query parameter that asks for one of the codes
   * @param codes the most frequent ones first, 30 at most
   */
  @Schema(name = "SearchFacet")
  record FacetView(String facet, List<CountedCode> codes) {}

  /**
   * How many have a code.
   *
   * @param kind of a state whose it is; absent elsewhere
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "SearchCount")
  record CountedCode(String code, String label, Optional<String> kind, long count) {}

  static SearchAnswer of(Found found, CardViews views, Labels labels) {
    return new SearchAnswer(
        found.page().map(hit -> card(hit, views)),
        Long.toString(found.position()),
        found.total(),
        found.facets().entrySet().stream()
            .map(
                facet ->
                    new FacetView(
                        facet.getKey().parameter(),
                        facet.getValue().stream()
                            .map(counted -> code(facet.getKey(), counted, labels))
                            .toList()))
            .toList(),
        found.meant());
  }

  private static FoundCard card(Hit hit, CardViews views) {
    return new FoundCard(views.whole(hit.row()), hit.title(), hit.snippet());
  }

  private static CountedCode code(Facet facet, Counted counted, Labels labels) {
    int separator = counted.code().indexOf(Facet.SEPARATOR);
    return new CountedCode(
        Facet.plain(counted.code()),
        facet.label(counted.code(), labels),
        separator < 0 ? Optional.empty() : Optional.of(counted.code().substring(0, separator)),
        counted.count());
  }
}
