package dev.kanmin.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/**
 * A token issuer in this Java machine: real RS256 tokens, with the discovery documents that
 * resource servers ask for.
 */
public final class TestTokens implements AutoCloseable {
  /** The audience that every service requires. */
  public static final String AUDIENCE = "kanmin";

  private static final String KEY_ID = "test-key";
  private static final Duration LIFE = Duration.ofHours(1);

  private final RSAKey key;
  private final HttpServer server;
  private final JWSSigner signer;

  private TestTokens(RSAKey key, HttpServer server) throws JOSEException {
    this.key = key;
    this.server = server;
    this.signer = new RSASSASigner(key);
  }

  /** Starts an issuer with a new key on a free port. */
  public static TestTokens start() {
    try {
      var key = newKey(KEY_ID);
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var tokens = new TestTokens(key, server);
      var discovery =
          """
          {"issuer": "%1$s", "jwks_uri": "%1$s/oauth2/jwks", "authorization_endpoint": "%1$s/oauth2/authorize",
           "token_endpoint": "%1$s/oauth2/token", "response_types_supported": ["code"],
           "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}"""
              .formatted(tokens.issuer());
      server.createContext(
          "/.well-known/openid-configuration", exchange -> answer(exchange, discovery));
      server.createContext(
          "/oauth2/jwks", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
      server.start();
      return tokens;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the test issuer", e);
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot use RS256", e);
    }
  }

  /** The issuer's address, as in the claim {@code iss}. */
  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The key pair, for forging tokens that differ from good ones in one thing. */
  public RSAKey key() {
    return key;
  }

  /** A good token of an agency's own client, valid for an hour. */
  public String token(String agency, String... scopes) {
    return token(
        claims -> claims.claim("agency", agency).claim("client_id", agency).subject(agency),
        scopes);
  }

  /**
   * A token as good as any, with claims changed or added: another audience, an expiry in the past,
   * no agency …
   */
  public String token(UnaryOperator<JWTClaimsSet.Builder> change, String... scopes) {
    return sign(header(KEY_ID), change.apply(goodClaims(scopes)).build(), signer);
  }

  /** A token that an issuer with another key signed under this issuer's name and key id. */
  public String forged(String agency, String... scopes) {
    try {
      var claims =
          goodClaims(scopes)
              .claim("agency", agency)
              .claim("client_id", agency)
              .subject(agency)
              .build();
      return sign(header(KEY_ID), claims, new RSASSASigner(newKey(KEY_ID)));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot use RS256", e);
    }
  }

  /** A token that ended an hour ago. */
  public String expired(String agency, String... scopes) {
    var end = Instant.now().minus(Duration.ofHours(1));
    return token(
        claims ->
            claims
                .claim("agency", agency)
                .claim("client_id", agency)
                .subject(agency)
                .issueTime(Date.from(end.minus(LIFE)))
                .notBeforeTime(Date.from(end.minus(LIFE)))
                .expirationTime(Date.from(end)),
        scopes);
  }

  /** Signs any header and claims with any key. */
  public static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
    try {
      var token = new SignedJWT(header, claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalArgumentException("this key does not sign " + header.getAlgorithm(), e);
    }
  }

  private JWTClaimsSet.Builder goodClaims(String... scopes) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .audience(AUDIENCE)
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFE)))
        .claim("scope", String.join(" ", scopes));
  }

  private static JWSHeader header(String keyId) {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
  }

  private static RSAKey newKey(String id) throws JOSEException {
    return new RSAKeyGenerator(2048).keyID(id).generate();
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      var body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
