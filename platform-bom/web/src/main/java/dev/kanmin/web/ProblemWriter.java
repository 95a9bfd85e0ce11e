package dev.kanmin.web;

import dev.kanmin.events.wire.Json;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes problems as answers, whatever the caller accepts: a problem is better than silence. */
final class ProblemWriter {
  private ProblemWriter() {}

  static Mono<Void> write(ServerWebExchange exchange, ProblemException problem) {
    return write(exchange, problem, Optional.empty());
  }

  static Mono<Void> write(
      ServerWebExchange exchange, ProblemException problem, Optional<String> incident) {
    return UnreadBody.drain(exchange).then(Mono.defer(() -> answer(exchange, problem, incident)));
  }

  private static Mono<Void> answer(
      ServerWebExchange exchange, ProblemException problem, Optional<String> incident) {
    ProblemType type = problem.type();
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(type.status());
    HttpHeaders headers = response.getHeaders();
    headers.remove(HttpHeaders.ETAG);
    problem.headers().forEach(headers::put);
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.setCacheControl("no-store");
    byte[] body =
        Json.events()
            .writeValueAsBytes(
                new Problem(
                    type.uri(),
                    type.title(),
                    type.status().value(),
                    problem.detail(),
                    exchange.getRequest().getPath().value(),
                    RequestId.of(exchange),
                    problem.faults(),
                    incident));
    headers.setContentLength(body.length);
    if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
      return response.setComplete();
    }
    DataBuffer buffer = response.bufferFactory().wrap(body);
    return response.writeWith(Mono.just(buffer));
  }
}
