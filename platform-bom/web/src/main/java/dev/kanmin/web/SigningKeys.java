package dev.kanmin.web;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.SignedJWT;
import dev.kanmin.events.wire.Json;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The public keys of one issuer, fetched when first needed: a service starts before its issuer. A
 * key id that is not known leads to another fetch, because issuers roll their keys; but not more
 * often than every few seconds, because anybody can make key ids up.
 */
final class SigningKeys {
  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration TIME_LIMIT = Duration.ofSeconds(3);

  private final SecurityProperties.Issuer issuer;
  private final WebClient client;
  private final Clock clock;
  private final AtomicReference<Optional<Fetched>> last = new AtomicReference<>(Optional.empty());
  private final Mono<Fetched> fetch;

  private record Fetched(List<JWK> keys, Instant at) {}

  SigningKeys(SecurityProperties.Issuer issuer, WebClient client, Clock clock) {
    this.issuer = issuer;
    this.client = client;
    this.clock = clock;
    // callers that arrive during a fetch share it
    this.fetch =
        Mono.defer(this::jwkSetUri)
            .flatMap(this::get)
            .map(this::parse)
            .timeout(TIME_LIMIT)
            .doOnError(
                failed ->
                    LOG.warn("no keys from issuer={} cause={}", issuer.uri(), failed.toString()))
            .doOnNext(fetched -> last.set(Optional.of(fetched)))
            .cache(_ -> Duration.ZERO, _ -> Duration.ZERO, () -> Duration.ZERO);
  }

  /** The keys that may have signed the token; none if the issuer has no key of that id. */
  Flux<JWK> candidates(SignedJWT token) {
    String id = token.getHeader().getKeyID();
    Optional<Fetched> known = last.get();
    if (known.isPresent() && isGood(known.get(), id)) {
      return Flux.fromIterable(matching(known.get(), id));
    }
    // an issuer that is down does not unmake the keys that it had
    return fetch
        .onErrorResume(
            failed ->
                Mono.justOrEmpty(known.filter(keys -> !matching(keys, id).isEmpty()))
                    .switchIfEmpty(Mono.error(failed)))
        .flatMapIterable(fetched -> matching(fetched, id));
  }

  private boolean isGood(Fetched fetched, String id) {
    Duration age = Duration.between(fetched.at(), clock.instant());
    return age.compareTo(PAUSE) < 0
        || (age.compareTo(FRESH) < 0 && !matching(fetched, id).isEmpty());
  }

  private static List<JWK> matching(Fetched fetched, String id) {
    return fetched.keys().stream().filter(key -> key.getKeyID().equals(id)).toList();
  }

  private Mono<URI> jwkSetUri() {
    return issuer
        .jwkSetUri()
        .map(Mono::just)
        .orElseGet(
            () ->
                get(URI.create(issuer.uri() + "/.well-known/openid-configuration"))
                    .map(SigningKeys::jwkSetUri));
  }

  private static URI jwkSetUri(String metadata) {
    JsonNode uri = Json.events().readTree(metadata).path("jwks_uri");
    return URI.create(uri.asString());
  }

  private Mono<String> get(URI uri) {
    return client.get().uri(uri).retrieve().bodyToMono(String.class);
  }

  private Fetched parse(String keys) {
    try {
      return new Fetched(
          JWKSet.parse(keys).getKeys().stream().filter(SigningKeys::isUsable).toList(),
          clock.instant());
    } catch (ParseException malformed) {
      throw new IllegalStateException("No JWK set at " + issuer.uri(), malformed);
    }
  }

  private static boolean isUsable(JWK key) {
    return key.getKeyID() != null
        && !key.isPrivate()
        && (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE));
  }
}
