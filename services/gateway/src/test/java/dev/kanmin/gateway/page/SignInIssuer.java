package dev.kanmin.gateway.page;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * An OpenID provider in this Java machine at which everybody who comes is already signed in, as an
 * officer of JICA. It insists on the proof key.
 */
final class SignInIssuer {
  private static final String KEY = "sign-in";
  private static final String CODE = "the-code";

  private final RSAKey key;
  private final HttpServer server;
  private final Map<String, String> asked = new ConcurrentHashMap<>();
  private volatile String scope = "openid profile cells:read";

  private SignInIssuer(RSAKey key, HttpServer server) {
    this.key = key;
    this.server = server;
  }

  static SignInIssuer start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var issuer = new SignInIssuer(new RSAKeyGenerator(2048).keyID(KEY).generate(), server);
      server.createContext("/oauth2/authorize", issuer::authorize);
      server.createContext("/oauth2/token", issuer::token);
      server.createContext("/oauth2/jwks", issuer::keys);
      server.start();
      return issuer;
    } catch (Exception cannotStart) {
      throw new IllegalStateException(cannotStart);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What the tokens allow from now on. */
  void allow(String scopes) {
    scope = scopes;
  }

  private void authorize(HttpExchange exchange) throws IOException {
    var query = form(exchange.getRequestURI().getRawQuery());
    asked.putAll(query);
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            query.get("redirect_uri") + "?code=" + CODE + "&state=" + query.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (!CODE.equals(form.get("code")) || !challenge(form).equals(asked.get("code_challenge"))) {
      answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
      return;
    }
    answer(
        exchange,
        200,
        """
        {"access_token": "opaque", "token_type": "Bearer", "expires_in": 3600, "scope": "%s", "id_token": "%s"}"""
            .formatted(scope, idToken()));
  }

  private void keys(HttpExchange exchange) throws IOException {
    answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
  }

  private String idToken() {
    try {
      var now = Instant.now();
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY).build(),
              new JWTClaimsSet.Builder()
                  .issuer(url())
                  .subject("officer-jica")
                  .audience("kanmin-web")
                  .issueTime(Date.from(now))
                  .expirationTime(Date.from(now.plusSeconds(600)))
                  .claim("nonce", asked.get("nonce"))
                  .claim("agency", "jica")
                  .build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (Exception cannotSign) {
      throw new IllegalStateException(cannotSign);
    }
  }

  private static String challenge(Map<String, String> form) {
    try {
      var verifier = form.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII);
      var digest = MessageDigest.getInstance("SHA-256").digest(verifier);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, String> form(String encoded) {
    return Arrays.stream(encoded.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    try (exchange) {
      var body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
