package dev.kanmin.gateway.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kanmin.gateway.feed.FeedEvent;
import dev.kanmin.gateway.feed.FeedHistory.Part;
import dev.kanmin.gateway.limit.Pace;
import dev.kanmin.gateway.stream.StreamClient.Piece;
import dev.kanmin.gateway.view.AnswerHeads;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import dev.kanmin.web.ProblemException;
import dev.kanmin.web.ProblemTypes;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The feed for machines: everything that every service published, in one order. */
@RestController
@RequiresScope("feed:read")
final class FeedController {
  private static final int LARGEST_LIMIT = 1_000;
  private static final String DEFAULT_LIMIT = "100";

  /** With so much a page is complete, however many events were asked for. */
  private static final int LARGEST_PAGE = 1024 * 1024;

  /** Else nginx gathers a stream until its own buffer is full. */
  private static final String ACCEL_BUFFERING = "X-Accel-Buffering";

  private static final String LAST_EVENT_ID = "Last-Event-ID";

  private final FeedReader reader;
  private final FeedStreams streams;
  private final RecentEvents recent;
  private final AnswerHeads heads;
  private final FeedEnd end;

  /**
   * How a page is documented.
   *
   * @param items CloudEvents 1.0 in JSON, with {@code position}
   * @param next position to go on after; also given when there is nothing more yet
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  private record FeedPage(List<Map<String, Object>> items, String next, List<Object> leftOut) {}

  FeedController(
      FeedReader reader, FeedStreams streams, RecentEvents recent, AnswerHeads heads, FeedEnd end) {
    this.reader = reader;
    this.streams = streams;
    this.recent = recent;
    this.heads = heads;
    this.end = end;
  }

  @Operation(
      summary = "A page of the feed",
      responses =
          @ApiResponse(
              responseCode = "200",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = FeedPage.class))))
  @GetMapping(value = "/v1/feed", produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<byte[]>> readFeed(
      @RequestParam Optional<String> after,
      @RequestParam(defaultValue = DEFAULT_LIMIT) int limit,
      @RequestParam Optional<String> type,
      @RequestParam Optional<String> country,
      @RequestParam Optional<String> field,
      @Parameter(hidden = true) ServerWebExchange exchange) {
    if (limit < 1 || limit > LARGEST_LIMIT) {
      throw new BadInput(
          InputFault.parameter(
              "limit",
              FaultCodes.INVALID_VALUE,
              "limit is " + limit + ": expected 1 to " + LARGEST_LIMIT + "."));
    }
    FeedFilter filter = FeedFilter.of(type, country, field);
    Position position =
        after.map(text -> Position.ofParameter("after", text)).orElse(Position.BEGINNING);
    return end.notBefore(position)
        .then(Mono.defer(() -> reader.read(position.value(), limit, LARGEST_PAGE, filter)))
        .onErrorMap(RejectedExecutionException.class, _ -> busy())
        .map(
            part ->
                ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .header(HttpHeaders.LINK, "<" + address(exchange, part) + ">; rel=\"next\"")
                    .body(page(part)));
  }

  @Operation(
      summary = "The feed as it comes: server-sent events",
      description =
          "Each event's data is a CloudEvent in JSON, its id the position. Begins after"
              + " Last-Event-ID, else after the given position, else with what comes next.",
      responses =
          @ApiResponse(
              responseCode = "200",
              content =
                  @Content(
                      mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                      schema = @Schema(type = "string"))))
  @GetMapping(value = "/v1/feed/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Mono<Void> streamFeed(
      @RequestHeader(LAST_EVENT_ID) Optional<String> lastEventId,
      @RequestParam Optional<String> after,
      @RequestParam Optional<String> type,
      @RequestParam Optional<String> country,
      @RequestParam Optional<String> field,
      @Parameter(hidden = true) ServerWebExchange exchange) {
    FeedFilter filter = FeedFilter.of(type, country, field);
    Optional<Position> position =
        lastEventId
            .map(text -> Position.ofHeader(LAST_EVENT_ID, text))
            .or(() -> after.map(text -> Position.ofParameter("after", text)));
    return position
        .map(end::notBefore)
        .orElse(Mono.empty())
        .then(
            Mono.defer(
                () ->
                    stream(
                        exchange, position.map(Position::value).orElseGet(recent::head), filter)));
  }

  private Mono<Void> stream(ServerWebExchange exchange, long position, FeedFilter filter) {
    ServerHttpResponse response = exchange.getResponse();
    response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
    response.getHeaders().setCacheControl(CacheControl.noStore());
    response.getHeaders().set(ACCEL_BUFFERING, "no");
    DataBufferFactory buffers = response.bufferFactory();
    Outlet outlet = Outlet.of(exchange);
    return response.writeAndFlushWith(
        Flux.from(streams.open(position, filter, Pace.of(exchange)))
            .map(piece -> Mono.fromSupplier(() -> joined(piece, buffers, outlet))));
  }

  private static DataBuffer joined(Piece piece, DataBufferFactory buffers, Outlet outlet) {
    List<byte[]> frames = piece.frames();
    outlet.whenRoom(frames.stream().mapToInt(frame -> frame.length).sum(), piece.taken());
    return frames.size() == 1
        ? buffers.wrap(frames.getFirst())
        : buffers.join(frames.stream().map(buffers::wrap).toList());
  }

  private byte[] page(Part part) {
    var page = new ByteArrayOutputStream();
    page.writeBytes(heads.currentBytes());
    page.writeBytes(ascii("\"items\":["));
    int shown = 0;
    for (FeedEvent event : part.events()) {
      if (event.isReadable()) {
        page.writeBytes(shown == 0 ? new byte[0] : ascii(","));
        event.writeJson(page);
        shown++;
      }
    }
    int leftOut = part.events().size() - shown;
    page.writeBytes(ascii("],\"next\":\"" + part.end() + "\",\"leftOut\":["));
    if (leftOut > 0) {
      page.writeBytes(ascii("{\"reason\":\"unreadable\",\"count\":" + leftOut + "}"));
    }
    page.writeBytes(ascii("]}"));
    return page.toByteArray();
  }

  private static String address(ServerWebExchange exchange, Part part) {
    return UriComponentsBuilder.newInstance()
        .path(exchange.getRequest().getPath().value())
        .query(exchange.getRequest().getURI().getRawQuery())
        .replaceQueryParam("after", part.end())
        .build(true)
        .toUriString();
  }

  private static ProblemException busy() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "2");
    return new ProblemException(
        ProblemTypes.UNAVAILABLE,
        "Too many clients read old parts of the feed at the moment. Try again in a moment.",
        List.of(),
        headers);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
