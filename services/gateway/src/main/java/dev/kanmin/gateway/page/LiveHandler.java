package dev.kanmin.gateway.page;

import dev.kanmin.gateway.picture.PictureSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells open pages which cells changed. A client is told what changed after the position that it
 * has, which the picture knows of every cell: so nothing is queued for a slow client, and one that
 * was away is told at once what it missed.
 */
final class LiveHandler {
  /** Proxies and browsers give up on a connection that says nothing. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** After which the browser connects again, and its right to do so is checked again. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final Duration LOOKS_AT_SESSION = Duration.ofMillis(500);
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  private final PageFacts facts;
  private final Duration every;

  LiveHandler(PageFacts facts, Duration every) {
    this.facts = facts;
    this.every = every;
  }

  Mono<ServerResponse> stream(ServerRequest request) {
    var after =
        Optional.ofNullable(request.headers().firstHeader(LAST_EVENT_ID))
            .or(() -> request.queryParam("after"))
            .flatMap(LiveHandler::position)
            .orElseGet(() -> facts.picture().position());
    return request
        .session()
        .flatMap(
            session ->
                ServerResponse.ok()
                    .contentType(MediaType.TEXT_EVENT_STREAM)
                    .header("X-Accel-Buffering", "no")
                    .body(
                        BodyInserters.fromServerSentEvents(
                            events(after).takeUntilOther(end(session)))));
  }

  /** When the person signs out, here or elsewhere, or has not been here for long. */
  private static Mono<Long> end(WebSession session) {
    return Flux.interval(LOOKS_AT_SESSION)
        .onBackpressureDrop()
        .filter(_ -> session.isExpired())
        .next();
  }

  /** What changed after a position, told again and again. */
  Flux<ServerSentEvent<LiveChange>> events(long after) {
    var changes =
        Flux.interval(Duration.ZERO, every)
            .onBackpressureDrop()
            .map(tick -> facts.picture())
            .scan(new LiveChange(after, List.of()), (told, picture) -> next(told, picture))
            .distinctUntilChanged(LiveChange::position)
            .filter(change -> !change.cells().isEmpty())
            .map(LiveHandler::event);
    var heartbeats =
        Flux.interval(HEARTBEAT, HEARTBEAT)
            .onBackpressureDrop()
            .map(tick -> ServerSentEvent.<LiveChange>builder().comment("still here").build());
    // an empty first comment opens the stream, so that the browser knows that it is connected
    var opening = Flux.just(ServerSentEvent.<LiveChange>builder().comment("connected").build());
    return opening.concatWith(Flux.merge(changes, heartbeats)).take(LONGEST);
  }

  private static LiveChange next(LiveChange told, PictureSnapshot picture) {
    if (picture.position() <= told.position()) {
      return told;
    }
    var cells =
        picture.cells().values().stream()
            .filter(cell -> cell.key().isSquare() && cell.version() > told.position())
            .map(cell -> CellId.of(cell.key()).anchor())
            .sorted()
            .toList();
    return new LiveChange(picture.position(), cells);
  }

  private static ServerSentEvent<LiveChange> event(LiveChange change) {
    return ServerSentEvent.builder(change)
        .event("changed")
        .id(String.valueOf(change.position()))
        .build();
  }

  private static Optional<Long> position(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException noPosition) {
      return Optional.empty();
    }
  }

  /**
   * Cells that changed.
   *
   * @param position feed position up to which they did
   * @param cells their {@link CellId#anchor()}s
   */
  record LiveChange(long position, List<String> cells) {}
}
