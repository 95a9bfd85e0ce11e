package dev.kanmin.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Reads away the body of a request that is refused before anybody read it. Answered without that,
 * the next request on the same connection sometimes waits for ever behind bytes that nobody takes.
 */
final class UnreadBody {
  /**
   * A connection closed while the client still sends may cost it the answer; past this it is its
   * own loss.
   */
  private static final long MOST = 16L * 1024 * 1024;

  private static final Duration LONGEST = Duration.ofSeconds(2);

  private UnreadBody() {}

  /** Completes when nothing is left to read, or the connection is marked to be closed instead. */
  static Mono<Void> drain(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    HttpHeaders headers = request.getHeaders();
    if (headers.getContentLength() == 0
        || (headers.getContentLength() < 0
            && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING))) {
      return Mono.empty();
    }
    if (headers.getContentLength() > MOST || headers.containsHeader(HttpHeaders.EXPECT)) {
      return Mono.fromRunnable(() -> close(exchange));
    }
    AtomicLong read = new AtomicLong();
    return request
        .getBody()
        .doOnNext(
            buffer -> {
              read.addAndGet(buffer.readableByteCount());
              DataBufferUtils.release(buffer);
            })
        .takeUntil(buffer -> read.get() > MOST)
        .then(Mono.<Void>fromRunnable(() -> closeIf(read.get() > MOST, exchange)))
        .timeout(LONGEST, Mono.fromRunnable(() -> close(exchange)))
        // whoever reads it already, or has, lets nobody else
        .onErrorComplete();
  }

  private static void closeIf(boolean more, ServerWebExchange exchange) {
    if (more) {
      close(exchange);
    }
  }

  private static void close(ServerWebExchange exchange) {
    exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
  }
}
