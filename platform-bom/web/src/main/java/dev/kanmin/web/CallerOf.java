package dev.kanmin.web;

import dev.kanmin.codes.AgencyCode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads the caller from the claims of a valid token. */
final class CallerOf {
  private static final Pattern SPACES = Pattern.compile(" +");

  private CallerOf() {}

  static Caller token(Jwt token) {
    return new Caller(
        AgencyCode.of(String.valueOf(token.getClaimAsString(TokenChecks.AGENCY))),
        client(token),
        scopes(token));
  }

  /** {@code client_id} (RFC 9068), else {@code azp} (OpenID Connect); "" if there is neither. */
  static String client(Jwt token) {
    if (token.getClaims().get("client_id") instanceof String client) {
      return client;
    }
    return token.getClaims().get("azp") instanceof String client ? client : "";
  }

  /** A string with spaces (RFC 9068), or an array as some issuers write it. */
  private static Set<String> scopes(Jwt token) {
    Set<String> scopes = new TreeSet<>();
    switch (token.getClaims().get("scope")) {
      case String text -> SPACES.splitAsStream(text.strip()).forEach(scopes::add);
      case Iterable<?> values -> values.forEach(value -> scopes.add(String.valueOf(value)));
      case null, default -> {}
    }
    return Set.copyOf(scopes);
  }
}
