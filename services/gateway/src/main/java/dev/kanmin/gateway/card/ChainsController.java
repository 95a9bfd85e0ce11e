package dev.kanmin.gateway.card;

import dev.kanmin.gateway.card.Chain.Link;
import dev.kanmin.gateway.card.ChainView.Member;
import dev.kanmin.gateway.card.ChainView.Step;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.picture.Subject;
import dev.kanmin.gateway.view.CardViews;
import dev.kanmin.gateway.view.PictureAnswers;
import dev.kanmin.gateway.view.PictureAnswers.Seen;
import dev.kanmin.gateway.view.PictureAnswers.Viewer;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import dev.kanmin.web.ProblemTypes;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What came of what. */
@RestController
@RequiresScope("cells:read")
final class ChainsController {
  private final Picture picture;
  private final PictureAnswers answers;

  ChainsController(Picture picture, PictureAnswers answers) {
    this.picture = picture;
    this.answers = answers;
  }

  @Operation(summary = "Everything that followed from one beginning, in causal order")
  @GetMapping("/v1/chains/{id}")
  Mono<ResponseEntity<Seen<ChainView>>> readChain(
      @Parameter(description = "Of the chain, or of any subject in it") @PathVariable String id,
      @Parameter(hidden = true) ServerWebExchange exchange) {
    return answers.search(
        exchange,
        viewer ->
            view(
                Chain.find(picture, id)
                    .orElseThrow(
                        () ->
                            ProblemTypes.NOT_FOUND.with(
                                "There is no chain of that id, and no public card.")),
                viewer));
  }

  private static ChainView view(Chain chain, Viewer viewer) {
    CardViews views = new CardViews(viewer.labels(), viewer.today());
    List<Row> rows = chain.subjects().stream().map(Subject::row).flatMap(Optional::stream).toList();
    List<Step> steps = new ArrayList<>();
    for (Link link : chain.links()) {
      steps.add(
          step(
              link,
              steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast()),
              views,
              viewer));
    }
    return new ChainView(
        chain.id(),
        (int) rows.stream().filter(row -> !row.ended()).count(),
        rows.stream().map(row -> new Member(views.subject(row), !row.ended())).toList(),
        steps,
        Stream.of(
                new LeftOut("not-public", chain.notPublic()),
                new LeftOut("subjects-beyond-limit", chain.beyond()),
                new LeftOut("older-events", chain.olderEvents()))
            .filter(one -> one.count() > 0)
            .toList());
  }

  private static Step step(Link link, Optional<Step> before, CardViews views, Viewer viewer) {
    String kind = link.row().card().kind();
    Instant at = Instant.ofEpochMilli(link.event().millis());
    return new Step(
        link.reference(),
        link.subject().id(),
        link.event().event(),
        at,
        viewer.labels().agency(link.event().by()),
        given(link.event().from()).map(state -> views.state(kind, state)),
        given(link.to()).map(state -> views.state(kind, state)),
        before.map(step -> Duration.between(step.at(), at)),
        given(link.event().causation()));
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }
}
