package dev.kanmin.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An issuer of tokens inside the test, with its metadata and keys on a port of its own. */
final class TestIssuer implements AutoCloseable {
  private final HttpServer server;
  private final AtomicInteger keyFetches = new AtomicInteger();
  private volatile RSAKey key = newKey("key-1");

  TestIssuer() {
    this(0);
  }

  TestIssuer(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    serve("/.well-known/openid-configuration", () -> "{\"jwks_uri\":\"" + uri() + "/keys\"}");
    serve(
        "/keys",
        () -> {
          keyFetches.incrementAndGet();
          return new JWKSet(key.toPublicJWK()).toString();
        });
    server.start();
  }

  String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  int keyFetches() {
    return keyFetches.get();
  }

  RSAKey key() {
    return key;
  }

  void rollKey(String id) {
    key = newKey(id);
  }

  /** A good token for JICA. */
  String token(String scopes) {
    return token(claims -> claims.claim("scope", scopes));
  }

  String token(Consumer<JWTClaimsSet.Builder> change) {
    return sign(header -> {}, change);
  }

  String sign(Consumer<JWSHeader.Builder> header, Consumer<JWTClaimsSet.Builder> claims) {
    JWSHeader.Builder headerBuilder =
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID());
    header.accept(headerBuilder);
    SignedJWT token = new SignedJWT(headerBuilder.build(), claims(claims));
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
    return token.serialize();
  }

  JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder builder =
        new JWTClaimsSet.Builder()
            .issuer(uri())
            .audience("kanmin")
            .subject("jica-batch")
            .issueTime(Date.from(Instant.now()))
            .expirationTime(Date.from(Instant.now().plusSeconds(300)))
            .claim("agency", "jica")
            .claim("client_id", "jica-batch")
            .claim("scope", "things:read things:write");
    change.accept(builder);
    return builder.build();
  }

  static RSAKey newKey(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void serve(String path, java.util.function.Supplier<String> body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
