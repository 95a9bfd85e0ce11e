package dev.kanmin.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jwt.JWTParser;
import dev.kanmin.events.IdempotencyKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Decides whether a bearer token is valid. Checking a signature costs as much as the rest of a
 * request, so what was found valid is remembered for a short time, by the token's hash, and never
 * beyond its expiry. Invalid tokens are not remembered.
 */
final class TokenAuthenticationManager implements ReactiveAuthenticationManager {
  private static final int REMEMBERED_AT_MOST = 10_000;
  private static final int LONGEST_TOKEN = 8192;

  private final Map<String, ReactiveJwtDecoder> decoders = new HashMap<>();
  private final Cache<String, Valid> valid;
  private final Clock clock;

  private record Valid(CallerAuthentication authentication, Instant until) {}

  TokenAuthenticationManager(SecurityProperties properties, WebClient client, Clock clock) {
    this.clock = clock;
    for (SecurityProperties.Issuer issuer : properties.issuers()) {
      decoders.put(
          issuer.uri(),
          TokenChecks.decoder(issuer, properties, new SigningKeys(issuer, client, clock), clock));
    }
    valid =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED_AT_MOST)
            .expireAfter(Expiry.creating((String _, Valid _) -> properties.rememberTokens()))
            .build();
  }

  @Override
  public Mono<Authentication> authenticate(Authentication authentication) {
    if (!(authentication instanceof BearerTokenAuthenticationToken bearer)) {
      return Mono.empty();
    }
    String token = bearer.getToken();
    String hash = IdempotencyKey.digest(token);
    Valid known = valid.getIfPresent(hash);
    if (known != null && clock.instant().isBefore(known.until())) {
      return Mono.just(known.authentication());
    }
    return check(token).map(jwt -> remember(hash, jwt));
  }

  private Authentication remember(String hash, Jwt token) {
    CallerAuthentication authentication = new CallerAuthentication(CallerOf.token(token));
    Instant expiry = token.getExpiresAt();
    if (expiry != null) {
      valid.put(hash, new Valid(authentication, expiry));
    }
    return authentication;
  }

  private Mono<Jwt> check(String token) {
    if (token.length() > LONGEST_TOKEN) {
      return Mono.error(new InvalidBearerTokenException("it is too long"));
    }
    ReactiveJwtDecoder decoder = decoders.get(claimedIssuer(token));
    if (decoder == null) {
      return Mono.error(new InvalidBearerTokenException("its issuer is not trusted here"));
    }
    return decoder
        .decode(token)
        .onErrorMap(JwtValidationException.class, TokenAuthenticationManager::reason)
        .onErrorMap(
            BadJwtException.class,
            bad -> new InvalidBearerTokenException("its signature or form is wrong", bad))
        .onErrorMap(IllegalStateException.class, _ -> KnownProblems.issuerUnavailable());
  }

  /** Only to choose the keys with which this very claim is then checked. */
  private static String claimedIssuer(String token) {
    try {
      return String.valueOf(JWTParser.parse(token).getJWTClaimsSet().getIssuer());
    } catch (ParseException | RuntimeException malformed) {
      throw new InvalidBearerTokenException("it is no JWT");
    }
  }

  private static InvalidBearerTokenException reason(JwtValidationException invalid) {
    String description = invalid.getErrors().iterator().next().getDescription();
    return new InvalidBearerTokenException(String.valueOf(description), invalid);
  }
}
