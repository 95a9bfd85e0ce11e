package dev.kanmin.gateway.stream;

import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Subject;
import dev.kanmin.web.ProblemTypes;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * All cards as data, in the order in which they came to be: who has them up to a position asks for
 * those after it.
 */
@RestController
@RequiresScope("cells:read")
final class DatasetsController {
  private static final String CSV = "text/csv";
  private static final MediaType CSV_UTF_8 = new MediaType("text", "csv", StandardCharsets.UTF_8);

  /** Header with the position up to which the dataset goes. */
  private static final String POSITION = "Kanmin-Position";

  /** Each holds the order of all that it has still to send. */
  private static final int MOST_DOWNLOADS = 8;

  private static final int LARGEST_PIECE = 64 * 1024;

  private final Picture picture;
  private final Semaphore downloads = new Semaphore(MOST_DOWNLOADS);

  /** A subject where it stood when the dataset was asked for. */
  private record Standing(Subject subject, long position) {
    static Standing of(Subject subject) {
      return new Standing(subject, subject.position());
    }
  }

  DatasetsController(Picture picture) {
    this.picture = picture;
  }

  @Operation(
      summary = "All cards, one per line, and what was removed",
      description =
          "In the order of position. Kanmin-Position says up to where it goes: ask for what is"
              + " after it next time. What changes meanwhile is left for then. Who is cut off goes"
              + " on after the position of the last line.",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                    schema = @Schema(type = "string")),
                @Content(mediaType = CSV, schema = @Schema(type = "string"))
              }))
  @GetMapping(
      value = "/v1/datasets/cards",
      produces = {MediaType.APPLICATION_NDJSON_VALUE, CSV})
  Mono<Void> downloadCards(
      @Parameter(description = "A position; default: everything") @RequestParam
          Optional<String> after,
      @Parameter(hidden = true) ServerWebExchange exchange) {
    Position position =
        after.map(text -> Position.ofParameter("after", text)).orElse(Position.BEGINNING);
    List<MediaType> accepted = exchange.getRequest().getHeaders().getAccept();
    boolean csv =
        !accepted.isEmpty()
            && accepted.getFirst().isCompatibleWith(CSV_UTF_8)
            && !accepted.getFirst().isWildcardType();
    if (!downloads.tryAcquire()) {
      throw ProblemTypes.UNAVAILABLE.with(
          "Too many datasets are being downloaded on this node. Try again in a minute.");
    }
    return Mono.fromCallable(() -> standing(position))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(
            standing ->
                write(
                    standing,
                    csv ? CardLines.CSV : CardLines.NDJSON,
                    csv ? CSV_UTF_8 : MediaType.APPLICATION_NDJSON,
                    exchange.getResponse()))
        .doFinally(_ -> downloads.release());
  }

  private record Dataset(long position, List<Standing> subjects) {}

  private Dataset standing(Position after) {
    long upTo = picture.snapshot().position();
    if (after.value() > upTo) {
      throw after.beyond(upTo);
    }
    return new Dataset(
        upTo,
        picture
            .subjects()
            .map(Standing::of)
            .filter(one -> one.position() > after.value() && one.position() <= upTo)
            .sorted(Comparator.comparingLong(Standing::position))
            .toList());
  }

  private static Mono<Void> write(
      Dataset dataset, CardLines form, MediaType type, ServerHttpResponse response) {
    HttpHeaders headers = response.getHeaders();
    headers.setContentType(type);
    headers.setCacheControl(CacheControl.noStore());
    headers.set(POSITION, Long.toString(dataset.position()));
    Iterator<Standing> subjects = dataset.subjects().iterator();
    Flux<byte[]> pieces =
        Flux.generate(
            sink -> {
              byte[] piece = piece(subjects, form);
              if (piece.length == 0) {
                sink.complete();
              } else {
                sink.next(piece);
              }
            });
    return response.writeWith(
        Flux.concat(Mono.just(form.heading()), pieces).map(response.bufferFactory()::wrap));
  }

  /** As many lines as go out at once; made when the connection asks for them. */
  private static byte[] piece(Iterator<Standing> subjects, CardLines form) {
    var piece = new ByteArrayOutputStream();
    while (piece.size() < LARGEST_PIECE && subjects.hasNext()) {
      Standing standing = subjects.next();
      if (standing.subject().position() == standing.position()) {
        piece.writeBytes(form.line(standing.subject()));
      }
    }
    return piece.toByteArray();
  }
}
