package dev.kanmin.gateway.owner;

import dev.kanmin.events.wire.Json;
import dev.kanmin.gateway.GatewayProperties;
import dev.kanmin.gateway.form.Operation;
import dev.kanmin.web.KanminHeaders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Asks services what they would answer anybody with the same token. */
@Component
public final class Owners {
  private static final Logger log = LoggerFactory.getLogger(Owners.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Somebody waits at a page meanwhile. */
  private static final Duration TRANSFER_PATIENCE = Duration.ofMinutes(10);

  private static final int LARGEST = 4 * 1024 * 1024;

  private final Map<String, URI> services;
  private final WebClient client =
      WebClient.builder().codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST)).build();

  public Owners(GatewayProperties properties) {
    this.services = properties.services();
  }

  /**
   * Who asks.
   *
   * @param token of that person
   * @param language of labels
   */
  public record Asking(String token, String language) {}

  /**
   * A command.
   *
   * @param key under which repeating it has one effect
   * @param version that it is based on
   */
  public record Command(String key, Optional<String> version, Optional<JsonNode> body) {}

  /** Reads; never fails: a service that does not answer is a reply, too. */
  public Mono<Reply> read(Operation operation, Map<String, String> variables, Asking who) {
    return reply(request(operation, variables, who), operation);
  }

  /** Reads with parameters in the query; never fails. */
  public Mono<Reply> list(Operation operation, Map<String, String> query, Asking who) {
    URI service = address(operation);
    UriComponentsBuilder address =
        UriComponentsBuilder.fromUri(service.resolve(operation.address(Map.of())));
    query.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
    return reply(
        request(operation, address.encode().buildAndExpand(query).toUri(), who), operation);
  }

  /** Commands; never fails. */
  public Mono<Reply> command(
      Operation operation, Map<String, String> variables, Command command, Asking who) {
    WebClient.RequestBodySpec request = request(operation, variables, who);
    request.header(KanminHeaders.IDEMPOTENCY_KEY, command.key());
    command.version().ifPresent(version -> request.header(HttpHeaders.IF_MATCH, version));
    command
        .body()
        .ifPresent(
            body ->
                request
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(Json.events().writeValueAsString(body)));
    return reply(request, operation);
  }

  /**
   * Hands a file over; never fails. What is sent twice under one key has one effect.
   *
   * @param query parameters by name
   * @param type of the file
   */
  public Mono<Reply> upload(
      Operation operation,
      Map<String, String> query,
      String key,
      MediaType type,
      Flux<DataBuffer> file,
      Asking who) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromUri(address(operation).resolve(operation.address(Map.of())));
    query.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
    WebClient.RequestBodySpec request =
        request(operation, address.encode().buildAndExpand(query).toUri(), who);
    return reply(
        request
            .header(KanminHeaders.IDEMPOTENCY_KEY, key)
            .contentType(type)
            .body(BodyInserters.fromDataBuffers(file)),
        operation,
        TRANSFER_PATIENCE);
  }

  private URI address(Operation operation) {
    return Objects.requireNonNull(services.get(operation.service()), operation.service());
  }

  private WebClient.RequestBodySpec request(
      Operation operation, Map<String, String> variables, Asking who) {
    return request(operation, address(operation).resolve(operation.address(variables)), who);
  }

  private WebClient.RequestBodySpec request(Operation operation, URI address, Asking who) {
    return client
        .method(HttpMethod.valueOf(operation.method().toUpperCase(Locale.ROOT)))
        .uri(address)
        .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + who.token())
        .header(HttpHeaders.ACCEPT_LANGUAGE, who.language());
  }

  private static Mono<Reply> reply(WebClient.RequestHeadersSpec<?> request, Operation operation) {
    return reply(request, operation, PATIENCE);
  }

  private static Mono<Reply> reply(
      WebClient.RequestHeadersSpec<?> request, Operation operation, Duration patience) {
    return request
        .exchangeToMono(Owners::reply)
        .timeout(patience)
        .onErrorResume(
            fault -> {
              log.warn("{} was not answered: {}", operation.id(), fault.toString());
              return Mono.just(
                  new Reply(503, MissingNode.getInstance(), Optional.empty(), List.of()));
            });
  }

  private static Mono<Reply> reply(ClientResponse response) {
    HttpHeaders headers = response.headers().asHttpHeaders();
    return response
        .bodyToMono(byte[].class)
        .map(Owners::json)
        .defaultIfEmpty(MissingNode.getInstance())
        .map(
            body ->
                new Reply(
                    response.statusCode().value(),
                    body,
                    Optional.ofNullable(headers.getETag()),
                    headers.getValuesAsList(KanminHeaders.EVENT)));
  }

  private static JsonNode json(byte[] body) {
    try {
      return Json.events().readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JacksonException none) {
      return MissingNode.getInstance();
    }
  }
}
