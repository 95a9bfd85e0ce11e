package dev.kanmin.gateway.source;

import dev.kanmin.gateway.GatewayProperties;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Asks every service every two seconds how old its oldest unsent event is: one after the other and
 * not all at once, which readers of the picture would feel each time.
 */
@Component
public final class Sources implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofMillis(900);

  private final Map<String, SourceState> states = new ConcurrentHashMap<>();
  private final List<String> names;
  private final Clock clock;
  private final WebClient client =
      WebClient.builder()
          .clientConnector(
              new ReactorClientHttpConnector(HttpClient.create().responseTimeout(PATIENCE)))
          .build();
  private final Disposable asking;

  /** The part of {@code GET /internal/relay} that is read. */
  private record RelayAnswer(long oldestMillis) {}

  Sources(GatewayProperties properties, Clock clock, MeterRegistry meters) {
    this.clock = clock;
    this.names = properties.services().keySet().stream().sorted().toList();
    for (String service : names) {
      states.put(service, new SourceState(service, false, Optional.empty(), Optional.empty()));
      Gauge.builder("kanmin.source.up", () -> state(service).reachable() ? 1 : 0)
          .tag("service", service)
          .register(meters);
      Gauge.builder(
              "kanmin.source.unsent.age", () -> state(service).unsentMillis().orElse(-1L) / 1000.0)
          .description(
              "seconds since the oldest event that a service has not sent; negative when unknown")
          .tag("service", service)
          .register(meters);
    }
    this.asking =
        Flux.range(0, names.size())
            .flatMap(turn -> asked(names.get(turn), properties.services(), turn))
            .subscribe();
  }

  /** What is known of each service, by name. */
  public List<SourceState> all() {
    return names.stream().map(this::state).toList();
  }

  private Flux<Void> asked(String service, Map<String, URI> addresses, int turn) {
    URI address = Objects.requireNonNull(addresses.get(service));
    return Flux.interval(EVERY.multipliedBy(turn).dividedBy(names.size()), EVERY)
        .onBackpressureDrop()
        .concatMap(_ -> ask(service, address), 1);
  }

  private SourceState state(String service) {
    return Optional.ofNullable(states.get(service)).orElseThrow();
  }

  private Mono<Void> ask(String service, URI address) {
    Instant at = clock.instant();
    return client
        .get()
        .uri(address.resolve("/internal/relay"))
        .retrieve()
        .bodyToMono(RelayAnswer.class)
        .map(
            answer ->
                new SourceState(service, true, Optional.of(answer.oldestMillis()), Optional.of(at)))
        .onErrorResume(
            unreachable ->
                Mono.just(new SourceState(service, false, Optional.empty(), Optional.of(at))))
        .doOnNext(state -> states.put(service, state))
        .then();
  }

  @Override
  public void close() {
    asking.dispose();
  }
}
