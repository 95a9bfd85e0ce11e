package dev.kanmin.gateway.openapi;

import dev.kanmin.gateway.GatewayProperties;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Asks every service for what it says of itself; one that does not answer is told as missing. */
@Component
final class ServiceDocuments {
  private static final Logger log = LoggerFactory.getLogger(ServiceDocuments.class);

  /** A service that has just started makes its document on the first request. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int LARGEST_DOCUMENT = 8 * 1024 * 1024;

  private final Map<String, URI> services;
  private final WebClient client;

  /**
   * What a service answered.
   *
   * @param part empty if it did not
   */
  record Fetched(String service, Optional<ApiPart> part) {}

  ServiceDocuments(GatewayProperties properties) {
    this.services = new TreeMap<>(properties.services());
    this.client =
        WebClient.builder()
            .exchangeStrategies(
                ExchangeStrategies.builder()
                    .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_DOCUMENT))
                    .build())
            .build();
  }

  /** The answer of each, in the order of their names. */
  Mono<List<Fetched>> fetch(String path, Function<byte[], ObjectNode> read) {
    return Flux.fromIterable(services.entrySet())
        .flatMapSequential(service -> fetch(service.getKey(), service.getValue(), path, read))
        .collectList();
  }

  /** Where that service is. */
  URI address(String service) {
    return Optional.ofNullable(services.get(service)).orElseThrow();
  }

  /** Whose part is not there. */
  static List<String> missing(List<Fetched> fetched) {
    return fetched.stream()
        .filter(service -> service.part().isEmpty())
        .map(Fetched::service)
        .toList();
  }

  private Mono<Fetched> fetch(
      String service, URI address, String path, Function<byte[], ObjectNode> read) {
    return client
        .get()
        .uri(address.resolve(path))
        .retrieve()
        .bodyToMono(byte[].class)
        .timeout(PATIENCE)
        .map(read)
        .map(document -> new Fetched(service, Optional.of(new ApiPart(service, document))))
        .onErrorResume(
            fault -> {
              log.warn("{} of {} is not to be had: {}", path, service, fault.toString());
              return Mono.just(new Fetched(service, Optional.empty()));
            });
  }
}
