package dev.kanmin.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jwt.JWTParser;
import dev.kanmin.events.aggregates.IdempotencyKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Decides whether a bearer token is valid. Checking a signature costs as much as the rest of a
 * request, so what was found valid is remembered for a short time, by the token's hash, and never
 * beyond its expiry. Invalid tokens are not remembered.
 */
final class TokenVerifier {
  private static final int REMEMBERED_AT_MOST = 10_000;
  private static final int LONGEST_TOKEN = 8192;

  /** Where the token begins, behind the scheme and one space. */
  private static final int TOKEN_AT = BearerChallenge.SCHEME.length() + 1;

  /** RFC 6750, §2.1. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private final Map<String, ReactiveJwtDecoder> decoders = new HashMap<>();
  private final Cache<String, Valid> valid;
  private final Clock clock;

  private record Valid(Caller caller, Instant until) {}

  TokenVerifier(SecurityProperties properties, WebClient client, Clock clock) {
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

  /**
   * The caller whose token it is; an error that says why, if it is not valid.
   *
   * @param authorization header that begins with {@link BearerChallenge#SCHEME}, in any case
   */
  Mono<Caller> callerOf(String authorization) {
    if (authorization.length() < TOKEN_AT || authorization.charAt(TOKEN_AT - 1) != ' ') {
      return Mono.error(BearerChallenge.tokenMissing());
    }
    String token = authorization.substring(TOKEN_AT);
    String hash = IdempotencyKey.digest(token);
    Valid known = valid.getIfPresent(hash);
    if (known != null && clock.instant().isBefore(known.until())) {
      return Mono.just(known.caller());
    }
    if (!TOKEN.matcher(token).matches()) {
      return Mono.error(BearerChallenge.tokenMissing());
    }
    return Mono.defer(() -> check(token))
        .map(jwt -> remember(hash, jwt))
        .onErrorMap(
            InvalidBearerTokenException.class,
            invalid -> BearerChallenge.tokenInvalid(invalid.getMessage() + "."));
  }

  private Caller remember(String hash, Jwt token) {
    Caller caller = CallerOf.token(token);
    Instant expiry = token.getExpiresAt();
    if (expiry != null) {
      valid.put(hash, new Valid(caller, expiry));
    }
    return caller;
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
        .onErrorMap(JwtValidationException.class, TokenVerifier::reason)
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
