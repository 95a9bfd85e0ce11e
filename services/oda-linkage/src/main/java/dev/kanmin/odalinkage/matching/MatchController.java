package dev.kanmin.odalinkage.matching;

import dev.kanmin.odalinkage.match.Weights;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.Reader;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The matcher's answers, with what they are made of. */
@RestController
@RequestMapping("/v1/matches")
@RequiresScope("linkages:read")
class MatchController {
  private final MatchQueries queries;

  MatchController(MatchQueries queries) {
    this.queries = queries;
  }

  @Operation(
      summary = "Who suits a need, an activity or a tender; or what suits a company.",
      description =
          "Candidates, the best first, each with weight, points and evidence per criterion; then"
              + " those left out, each with every reason.")
  @GetMapping
  Mono<ResponseEntity<Page<MatchView>>> matches(
      @ParameterObject MatchFilter filter,
      PageRequest page,
      Reader reader,
      ServerWebExchange exchange) {
    return queries.matches(filter, reader, page).map(found -> Pages.respond(found, exchange));
  }

  @Operation(
      summary = "The weights by which it is judged, with reason and source of each; newest first.")
  @GetMapping("/weights")
  Mono<Page<Weights>> weights() {
    return Mono.just(new Page<>(Weights.versions().reversed(), Optional.empty(), List.of()));
  }
}
