package dev.kanmin.web;

import dev.kanmin.events.aggregates.IdempotencyKey;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes the digest of a JSON body that comes under an {@code Idempotency-Key}, so that another body
 * under the same key is told from a repetition. Bodies of other types are left streaming: for them
 * the key is bound to the address alone.
 */
final class BodyDigestFilter implements WebFilter, Ordered {
  private final int largestBody;

  BodyDigestFilter(int largestBody) {
    this.largestBody = largestBody;
  }

  /** Behind security: an unknown caller's body is not worth reading. */
  @Override
  public int getOrder() {
    return 0;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    if (!request.getHeaders().containsHeader(KanminHeaders.IDEMPOTENCY_KEY) || !isJson(request)) {
      return chain.filter(exchange);
    }
    return DataBufferUtils.join(request.getBody(), largestBody)
        .map(BodyDigestFilter::bytes)
        .defaultIfEmpty(new byte[0])
        .flatMap(
            body -> {
              exchange
                  .getAttributes()
                  .put(RequestAttributes.BODY_DIGEST, IdempotencyKey.digest(body));
              return chain.filter(exchange.mutate().request(replaying(exchange, body)).build());
            });
  }

  private static boolean isJson(ServerHttpRequest request) {
    MediaType type = request.getHeaders().getContentType();
    return type != null
        && (type.isCompatibleWith(MediaType.APPLICATION_JSON)
            || type.getSubtype().endsWith("+json"));
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static ServerHttpRequest replaying(ServerWebExchange exchange, byte[] body) {
    return new ServerHttpRequestDecorator(exchange.getRequest()) {
      @Override
      public Flux<DataBuffer> getBody() {
        return body.length == 0
            ? Flux.empty()
            : Flux.defer(() -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
      }
    };
  }
}
