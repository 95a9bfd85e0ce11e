package dev.kanmin.gateway.card;

import dev.kanmin.events.wire.Card.Link;
import dev.kanmin.gateway.card.Keysets.Place;
import dev.kanmin.gateway.card.SingleCard.Direction;
import dev.kanmin.gateway.card.SingleCard.Linked;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.picture.Subject;
import dev.kanmin.gateway.view.CardView;
import dev.kanmin.gateway.view.CardViews;
import dev.kanmin.gateway.view.PictureAnswers;
import dev.kanmin.gateway.view.PictureAnswers.Seen;
import dev.kanmin.gateway.view.PictureAnswers.Viewer;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.ProblemTypes;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** All cards, whatever their kind. */
@RestController
@RequiresScope("cells:read")
final class CardsController {
  private final Picture picture;
  private final PictureAnswers answers;

  CardsController(Picture picture, PictureAnswers answers) {
    this.picture = picture;
    this.answers = answers;
  }

  @Operation(summary = "Cards that match all that is given, the latest change first")
  @GetMapping("/v1/cards")
  Mono<ResponseEntity<Seen<Page<CardView>>>> listCards(
      @RequestParam Optional<String> kind,
      @RequestParam Optional<String> state,
      @RequestParam Optional<String> country,
      @RequestParam Optional<String> field,
      @RequestParam Optional<String> agency,
      @RequestParam Optional<String> office,
      @Parameter(description = "List and code, such as schemes:grant-aid; all that are given")
          @RequestParam
          Optional<List<String>> facet,
      @Parameter(description = "Words of titles, summaries or identifiers; width and case are one")
          @RequestParam
          Optional<String> text,
      @Parameter(
              description = "Only those that have ended, or only live ones",
              schema = @Schema(type = "boolean"))
          @RequestParam
          Optional<String> ended,
      PageRequest page,
      @Parameter(hidden = true) ServerWebExchange exchange) {
    CardQuery query = CardQuery.of(exchange.getRequest().getQueryParams());
    return answers.search(
        exchange,
        viewer -> {
          CardViews views = new CardViews(viewer.labels(), viewer.today());
          return Keysets.page(
                  picture.subjects().flatMap(one -> one.row().stream()).filter(query::matches),
                  row -> Place.latestFirst(row.last().at().toEpochMilli(), row.subject()),
                  page,
                  "cards" + query)
              .map(views::whole);
        });
  }

  @Operation(summary = "One card, with what it leads to and what leads to it")
  @GetMapping("/v1/cards/{id}")
  Mono<ResponseEntity<Seen<SingleCard>>> readCard(
      @PathVariable String id, @Parameter(hidden = true) ServerWebExchange exchange) {
    return answers.search(exchange, viewer -> single(known(picture, id), viewer));
  }

  /**
   * The card of a subject.
   *
   * @throws dev.kanmin.web.ProblemException if nothing of it is public
   */
  static Row known(Picture picture, String id) {
    return picture
        .subject(id)
        .flatMap(Subject::row)
        .orElseThrow(
            () ->
                ProblemTypes.NOT_FOUND.with(
                    "There is no card of that id: it is not known here, or not public."));
  }

  private SingleCard single(Row row, Viewer viewer) {
    CardViews views = new CardViews(viewer.labels(), viewer.today());
    Stream<Linked> outgoing =
        row.card().links().stream()
            .filter(link -> !CardCodes.isExternal(link.rel()))
            .flatMap(
                link ->
                    picture.subject(link.to()).flatMap(Subject::row).stream()
                        .map(other -> linked(Direction.OUTGOING, link, other, views, viewer)));
    Stream<Linked> incoming =
        picture
            .pointingTo(row.subject())
            .sorted(Row.LATEST_FIRST)
            .flatMap(
                other ->
                    other.card().links().stream()
                        .filter(link -> link.to().equals(row.subject()))
                        .map(link -> linked(Direction.INCOMING, link, other, views, viewer)));
    return new SingleCard(
        views.whole(row), row.chain(), Stream.concat(outgoing, incoming).toList());
  }

  private static Linked linked(
      Direction direction, Link link, Row other, CardViews views, Viewer viewer) {
    return new Linked(
        direction,
        direction == Direction.OUTGOING
            ? viewer.labels().of(CardCodes.LINK_KINDS, link.rel())
            : viewer.labels().inverse(link.rel()),
        views.subject(other));
  }
}
