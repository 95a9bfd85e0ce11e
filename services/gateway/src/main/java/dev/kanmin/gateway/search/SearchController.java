package dev.kanmin.gateway.search;

import dev.kanmin.gateway.view.CardViews;
import dev.kanmin.gateway.view.PictureAnswers;
import dev.kanmin.gateway.view.PictureAnswers.Seen;
import dev.kanmin.gateway.view.PictureAnswers.Viewer;
import dev.kanmin.web.KanminHeaders;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Full-text search over all cards. What is found is what {@code GET /v1/cards} shows. */
@RestController
@RequiresScope("cells:read")
final class SearchController {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Search search;
  private final PictureAnswers answers;

  SearchController(Search search, PictureAnswers answers) {
    this.search = search;
    this.answers = answers;
  }

  @Operation(
      summary = "Cards in which all the words stand, the best first, with facets and snippets")
  @GetMapping("/v1/search")
  Mono<ResponseEntity<Seen<SearchAnswer>>> searchCards(
      @Parameter(
              description =
                  "Words in any language, several of them as one in quotation marks; width, case,"
                      + " accents, old, traditional and simplified forms are one. Without it: all"
                      + " cards, the latest change first")
          @RequestParam
          Optional<String> q,
      @RequestParam Optional<String> kind,
      @RequestParam Optional<String> country,
      @RequestParam Optional<String> field,
      @RequestParam Optional<String> state,
      @RequestParam Optional<String> agency,
      @Parameter(description = "In which a card has a title or a summary") @RequestParam
          Optional<String> language,
      @Parameter(description = "Of a date of the card, or of its last change if it has none")
          @RequestParam
          Optional<String> year,
      @Parameter(description = "List and code, such as schemes:grant-aid; all that are given")
          @RequestParam
          Optional<List<String>> facet,
      @Parameter(
              description = "Only those that have ended, or only live ones",
              schema = @Schema(type = "boolean"))
          @RequestParam
          Optional<String> ended,
      PageRequest page,
      @Parameter(hidden = true) ServerWebExchange exchange) {
    SearchQuery query = SearchQuery.of(exchange.getRequest().getQueryParams());
    return answers.search(exchange, viewer -> found(query, page, viewer, exchange));
  }

  private SearchAnswer found(
      SearchQuery query, PageRequest page, Viewer viewer, ServerWebExchange exchange) {
    if (exchange.getRequest().getHeaders().containsHeader(KanminHeaders.AFTER)
        && !search.isUpTo(viewer.picture().position(), PATIENCE)) {
      exchange.getResponse().getHeaders().set(KanminHeaders.BEHIND, "true");
    }
    return SearchAnswer.of(
        search.find(query, page, Search.Reader.of(viewer.labels())),
        new CardViews(viewer.labels(), viewer.today()),
        viewer.labels());
  }
}
