package dev.kanmin.gateway.route;

import dev.kanmin.gateway.limit.LimitProperties;
import dev.kanmin.web.ProblemException;
import dev.kanmin.web.ProblemTypes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * A request whose body must arrive at a certain rate while somebody waits for it: who sends one
 * byte now and then would hold a place for ever. It also knows whether the client is to blame when
 * something fails meanwhile.
 */
final class Upload extends ServerHttpRequestDecorator {
  private static final int LOOKS = 10;

  private final Duration every;
  private final long leastPerPatience;
  private final Duration patience;
  private final AtomicLong wanted = new AtomicLong();
  private final AtomicLong arrived = new AtomicLong();
  private volatile State state = State.ARRIVING;

  // these belong to whoever looks
  private int looksInVain;
  private long arrivedBefore;

  private enum State {
    ARRIVING,
    COMPLETE,
    BROKEN,
    TOO_SLOW
  }

  Upload(ServerHttpRequest request, LimitProperties limits) {
    super(request);
    this.patience = limits.uploadPatience();
    this.every = patience.dividedBy(LOOKS);
    this.leastPerPatience = limits.uploadPerSecond().toBytes() * patience.toMillis() / 1000;
  }

  @Override
  public Flux<DataBuffer> getBody() {
    return hasBody() ? watched(super.getBody()) : super.getBody();
  }

  /** Whether the client broke off, or was told to. */
  boolean isGivenUp() {
    return state == State.BROKEN || state == State.TOO_SLOW;
  }

  /** Whether the service would take more of it, and there is none. */
  boolean isAwaited() {
    return state == State.ARRIVING && hasBody() && wanted.get() > 0;
  }

  /** What the client is told; the connection ends with it, as the rest may come at any time. */
  ProblemException problem() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.CONNECTION, "close");
    return new ProblemException(
        ProblemTypes.TOO_SLOW,
        "The body must arrive with at least "
            + leastPerPatience
            + " bytes in "
            + patience.toMillis() / 1000.0
            + " s. Send it again, faster.",
        List.of(),
        headers);
  }

  private boolean hasBody() {
    return getHeaders().getContentLength() > 0
        || getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
  }

  private Flux<DataBuffer> watched(Flux<DataBuffer> body) {
    return body.doOnRequest(count -> wanted.accumulateAndGet(count, Operators::addCap))
        .doOnNext(this::count)
        .doOnComplete(() -> state = State.COMPLETE)
        .doOnError(_ -> state = State.BROKEN)
        .takeUntilOther(Flux.interval(every).handle((_, sink) -> look(sink::error)));
  }

  private void count(DataBuffer part) {
    arrived.addAndGet(part.readableByteCount());
    wanted.decrementAndGet();
  }

  private void look(Consumer<Throwable> end) {
    if (wanted.get() <= 0) {
      // the service is slow to take it, or has enough
      looksInVain = 0;
      arrivedBefore = arrived.get();
    } else if (++looksInVain == LOOKS) {
      looksInVain = 0;
      if (arrived.get() - arrivedBefore < leastPerPatience && state == State.ARRIVING) {
        state = State.TOO_SLOW;
        end.accept(problem());
      }
      arrivedBefore = arrived.get();
    }
  }
}
