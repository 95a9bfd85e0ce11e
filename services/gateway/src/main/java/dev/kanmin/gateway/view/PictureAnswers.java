package dev.kanmin.gateway.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kanmin.codes.Language;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.view.ReadyViews.ReadyView;
import dev.kanmin.web.AcceptedLanguage;
import dev.kanmin.web.EntityTags;
import dev.kanmin.web.KanminHeaders;
import dev.kanmin.web.Page;
import dev.kanmin.web.Pages;
import dev.kanmin.web.ProblemException;
import dev.kanmin.web.ProblemTypes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Answers what is asked of the picture: waits for the events that the caller names, writes the head
 * that all views have, and says by its entity tag whether anything has changed.
 */
@Component
public final class PictureAnswers implements DisposableBean {
  private static final String NO_CACHE = "private, no-cache";
  private static final String VARY = "Accept-Language, Authorization";
  private static final int SEARCHERS = 2;
  private static final int QUEUE = 64;

  private final Picture picture;
  private final PictureWaits waits;
  private final AnswerHeads heads;
  private final Clock clock;

  /** What goes through all cards is kept off the threads that serve everybody. */
  private final Scheduler searchers = Schedulers.newBoundedElastic(SEARCHERS, QUEUE, "search");

  PictureAnswers(Picture picture, PictureWaits waits, AnswerHeads heads, Clock clock) {
    this.picture = picture;
    this.waits = waits;
    this.heads = heads;
    this.clock = clock;
  }

  /** How somebody sees the picture. */
  public record Viewer(PictureSnapshot picture, Labels labels, LocalDate today) {}

  /**
   * What is found by something that follows the picture, and so stands at a position of its own.
   */
  public interface Listed {
    Page<?> page();

    /** Position in the feed. */
    String indexedUpTo();
  }

  /**
   * What is found in the picture, behind the head that all answers have.
   *
   * @param found becomes a JSON object
   */
  public record Seen<T>(@JsonUnwrapped AnswerHead head, @JsonUnwrapped T found) {}

  /**
   * Answers with what a search through the cards finds; of a page with a {@code Link} to the next.
   *
   * @param search may throw what a handler method may
   * @return 503 when too many search at the moment
   */
  public <T> Mono<ResponseEntity<Seen<T>>> search(
      ServerWebExchange exchange, Function<Viewer, T> search) {
    Language language = language(exchange);
    return waited(exchange)
        .then(
            Mono.fromCallable(() -> found(exchange, language, search))
                .subscribeOn(searchers)
                .onErrorMap(RejectedExecutionException.class, _ -> busy()));
  }

  private <T> ResponseEntity<Seen<T>> found(
      ServerWebExchange exchange, Language language, Function<Viewer, T> search) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CellViews.ZONE);
    Viewer viewer = new Viewer(picture.snapshot(), Labels.in(language), today);
    T found = search.apply(viewer);
    String position =
        found instanceof Listed listed
            ? listed.indexedUpTo() + "." + viewer.picture().position()
            : Long.toString(viewer.picture().position());
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .eTag("W/\"%s.%s.%d\"".formatted(position, language.tag(), today.toEpochDay()))
            .header(HttpHeaders.CACHE_CONTROL, NO_CACHE)
            .header(HttpHeaders.VARY, VARY)
            .header(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    if (found instanceof Page<?> page) {
      answer.headers(Pages.respond(page, exchange).getHeaders());
    } else if (found instanceof Listed listed) {
      answer.headers(Pages.respond(listed.page(), exchange).getHeaders());
    }
    return answer.body(new Seen<>(heads.now(), found));
  }

  /** Answers with a view that is ready, or made at once. */
  Mono<Void> answer(
      ServerWebExchange exchange, BiFunction<PictureSnapshot, Language, ReadyView> view) {
    Language language = language(exchange);
    return exchange.getRequest().getHeaders().containsHeader(KanminHeaders.AFTER)
        ? waited(exchange).then(Mono.defer(() -> write(exchange, language, view)))
        : write(exchange, language, view);
  }

  private static Language language(ServerWebExchange exchange) {
    return AcceptedLanguage.of(exchange.getRequest().getHeaders()).orElse(Language.JAPANESE);
  }

  private Mono<Void> waited(ServerWebExchange exchange) {
    List<String> after = exchange.getRequest().getHeaders().getValuesAsList(KanminHeaders.AFTER);
    if (after.isEmpty()) {
      return Mono.empty();
    }
    return waits
        .shows(EventReference.read(after))
        .doOnNext(
            shown -> {
              if (!shown) {
                exchange.getResponse().getHeaders().set(KanminHeaders.BEHIND, "true");
              }
            })
        .then();
  }

  private Mono<Void> write(
      ServerWebExchange exchange,
      Language language,
      BiFunction<PictureSnapshot, Language, ReadyView> view) {
    PictureSnapshot snapshot = picture.snapshot();
    ReadyView answer = view.apply(snapshot, language);
    ServerHttpResponse response = exchange.getResponse();
    HttpHeaders headers = response.getHeaders();
    headers.set(HttpHeaders.ETAG, answer.entityTag());
    headers.set(HttpHeaders.CACHE_CONTROL, NO_CACHE);
    headers.set(HttpHeaders.VARY, VARY);
    if (EntityTags.areKnown(exchange.getRequest().getHeaders(), answer.entityTag())) {
      response.setStatusCode(HttpStatus.NOT_MODIFIED);
      return response.setComplete();
    }
    headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
    headers.set(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    byte[] head = heads.bytes(snapshot);
    headers.setContentLength((long) head.length + answer.body().length);
    NettyDataBufferFactory buffers = (NettyDataBufferFactory) response.bufferFactory();
    return response.writeWith(
        Mono.fromSupplier(
            () -> buffers.join(List.of(copy(head, buffers), answer.buffer(buffers)))));
  }

  /** Small and never the same for long: next to the body it must lie outside the heap as well. */
  private static DataBuffer copy(byte[] head, NettyDataBufferFactory buffers) {
    return buffers.allocateBuffer(head.length).write(head);
  }

  private static ProblemException busy() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "2");
    return new ProblemException(
        ProblemTypes.UNAVAILABLE,
        "Too many searches are under way at the moment. Try again in a moment.",
        List.of(),
        headers);
  }

  @Override
  public void destroy() {
    searchers.dispose();
  }
}
