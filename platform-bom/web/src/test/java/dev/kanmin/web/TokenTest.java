package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;

class TokenTest {
  private static final TestIssuer ISSUER = RunningApplication.issuer();
  private static final RSAKey STRANGER = TestIssuer.newKey("key-1");

  @Test
  void a_good_token_says_who_calls() {
    RunningApplication.with(ISSUER.token("things:read"))
        .get()
        .uri("/v1/things/me")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .json("{\"agency\":\"jica\",\"client\":\"jica-batch\",\"scopes\":[\"things:read\"]}");
  }

  @Test
  void azp_names_the_client_where_client_id_is_absent() {
    String token =
        ISSUER.token(claims -> claims.claim("client_id", null).claim("azp", "jica-site"));
    RunningApplication.with(token)
        .get()
        .uri("/v1/things/me")
        .exchange()
        .expectBody()
        .jsonPath("$.client")
        .isEqualTo("jica-site");
  }

  @Test
  void scopes_may_come_as_an_array() {
    String token = ISSUER.token(claims -> claims.claim("scope", List.of("things:read", "x")));
    RunningApplication.with(token).get().uri("/v1/things/me").exchange().expectStatus().isOk();
  }

  @Test
  void the_type_of_rfc_9068_is_accepted() {
    String token = ISSUER.sign(header -> header.type(new JOSEObjectType("at+jwt")), claims -> {});
    RunningApplication.with(token).get().uri("/v1/things/me").exchange().expectStatus().isOk();
  }

  static Stream<Arguments> badTokens() throws JOSEException {
    RSAKey key = ISSUER.key();
    byte[] publicKey = key.toRSAPublicKey().getEncoded();
    byte[] publicPem = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    String good = ISSUER.token("things:read");
    String[] parts = good.split("\\.", -1);
    JWTClaimsSet claims = ISSUER.claims(change -> {});
    return Stream.of(
        bad("alg none", new PlainJWT(claims).serialize()),
        bad("alg none in another case", forged("{\"alg\":\"nOnE\"}", parts[1], "")),
        bad("alg none with a signature", forged("{\"alg\":\"none\"}", parts[1], parts[2])),
        bad("no alg", forged("{\"kid\":\"key-1\"}", parts[1], parts[2])),
        bad("no signature", parts[0] + "." + parts[1] + "."),
        bad("another's signature", parts[0] + "." + parts[1] + "." + signature(STRANGER)),
        bad("HS256 with the public key", hmac(publicKey)),
        bad("HS256 with the public JWK", hmac(publicPem)),
        bad("HS256 with an empty-looking secret", hmac(new byte[32])),
        bad("RS384", signed(new JWSHeader.Builder(JWSAlgorithm.RS384).keyID("key-1"), key)),
        bad("RS512", signed(new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("key-1"), key)),
        bad("PS256", signed(new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("key-1"), key)),
        bad("ES256 under an RSA key's id", elliptic()),
        bad("a stranger's key under our key id", signed(rs256().keyID("key-1"), STRANGER)),
        bad("no key id", signed(rs256(), key)),
        bad("an unknown key id", signed(rs256().keyID("key-2"), key)),
        bad("a path as key id", signed(rs256().keyID("../../../dev/null"), STRANGER)),
        bad("SQL as key id", signed(rs256().keyID("x' UNION SELECT 'k"), STRANGER)),
        bad("an empty key id", signed(rs256().keyID(""), STRANGER)),
        bad("an embedded key", signed(rs256().jwk(STRANGER.toPublicJWK()), STRANGER)),
        bad(
            "an embedded key under our id",
            signed(rs256().keyID("key-1").jwk(STRANGER.toPublicJWK()), STRANGER)),
        bad("a key address", signed(rs256().jwkURL(URI.create(strangerKeys())), STRANGER)),
        bad(
            "a key address under our id",
            signed(rs256().keyID("key-1").jwkURL(URI.create(strangerKeys())), STRANGER)),
        bad(
            "a certificate address",
            signed(rs256().x509CertURL(URI.create(strangerKeys())), STRANGER)),
        bad(
            "a critical header",
            ISSUER.sign(h -> h.criticalParams(java.util.Set.of("x")).customParam("x", 1), c -> {})),
        bad("an ID token's type", typed("id+jwt")),
        bad("a logout token's type", typed("logout+jwt")),
        bad("a DPoP proof's type", typed("dpop+jwt")),
        bad("a strange type", typed("JOSE")),
        bad("another issuer", with(c -> c.issuer("https://example.org"))),
        bad("the issuer with a slash", with(c -> c.issuer(ISSUER.uri() + "/"))),
        bad("the issuer in capitals", with(c -> c.issuer(ISSUER.uri().replace("http", "HTTP")))),
        bad("the issuer with user info", with(c -> c.issuer(ISSUER.uri().replace("//", "//a@")))),
        bad("no issuer", with(c -> c.issuer(null))),
        bad("an issuer that is a number", with(c -> c.claim("iss", 7))),
        bad("another audience", with(c -> c.audience("other"))),
        bad("an audience that only begins so", with(c -> c.audience("kanmin-evil"))),
        bad("the audience in capitals", with(c -> c.audience("KANMIN"))),
        bad("no audience", with(c -> c.audience((String) null))),
        bad("an empty audience", with(c -> c.audience(List.of()))),
        bad("no expiry", with(c -> c.expirationTime(null))),
        bad("expired", with(c -> c.expirationTime(in(-120)))),
        bad("expired long ago", with(c -> c.expirationTime(new Date(0)))),
        bad("an expiry before the issue", with(c -> c.expirationTime(in(-60)).issueTime(in(-40)))),
        bad("an expiry that is text", with(c -> c.claim("exp", "tomorrow"))),
        bad("not valid yet", with(c -> c.notBeforeTime(in(120)))),
        bad("no agency", with(c -> c.claim("agency", null))),
        bad("an unknown agency", with(c -> c.claim("agency", "acme"))),
        bad("an empty agency", with(c -> c.claim("agency", ""))),
        bad("two agencies", with(c -> c.claim("agency", List.of("jica", "jetro")))),
        bad("an agency in capitals", with(c -> c.claim("agency", "JICA"))),
        bad(
            "an agency with an operator",
            with(c -> c.claim("agency", java.util.Map.of("$ne", "")))),
        bad("no client", with(c -> c.claim("client_id", null))),
        bad("a blank client", with(c -> c.claim("client_id", " "))),
        bad("a client that is a number", with(c -> c.claim("client_id", 7))),
        bad("two parts", parts[0] + "." + parts[1]),
        bad("four parts", good + ".x"),
        bad("five parts", "a.b.c.d.e"),
        bad("changed claims", parts[0] + "." + base64("{\"agency\":\"meti\"}") + "." + parts[2]),
        bad("claims that are no JSON", parts[0] + "." + base64("agency") + "." + parts[2]),
        bad("a header that is no JSON", base64("alg") + "." + parts[1] + "." + parts[2]),
        bad("one letter", "x"),
        bad("very long", good + "x".repeat(10_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void a_bad_token_is_refused(String flaw, String token) {
    RunningApplication.with(token)
        .get()
        .uri("/v1/things/me")
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .value(
            HttpHeaders.WWW_AUTHENTICATE,
            challenge -> assertThat(challenge).startsWith("Bearer realm=\"kanmin\""))
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("https://kanmin.dev/problems/unauthenticated");
  }

  @Test
  void the_forgeries_are_many() throws JOSEException {
    assertThat(badTokens()).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void a_header_that_is_not_quite_right_is_not_taken_even_with_a_token_known_here() {
    String token = ISSUER.token("things:read");
    RunningApplication.with(token).get().uri("/v1/things/me").exchange().expectStatus().isOk();
    for (String authorization :
        List.of(
            "Bearer",
            "Bearer ",
            "Bearer  " + token,
            "Bearer\t" + token,
            "Bearer:" + token,
            "Bearer" + token,
            "Bearer " + token + " ,",
            "Bearer " + token + " " + token,
            "Token " + token,
            token)) {
      RunningApplication.anybody()
          .get()
          .uri("/v1/things/me")
          .header(HttpHeaders.AUTHORIZATION, authorization)
          .exchange()
          .expectStatus()
          .isUnauthorized();
    }
  }

  @Test
  void the_scheme_may_be_written_in_any_case() {
    RunningApplication.anybody()
        .get()
        .uri("/v1/things/me")
        .header(HttpHeaders.AUTHORIZATION, "bEARER " + ISSUER.token("things:read"))
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void a_token_in_the_query_is_not_taken() {
    RunningApplication.anybody()
        .get()
        .uri("/v1/things/me?access_token=" + ISSUER.token("things:read"))
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  @Test
  void basic_credentials_are_not_taken() {
    RunningApplication.anybody()
        .get()
        .uri("/v1/things/me")
        .headers(headers -> headers.setBasicAuth("jica", "jica"))
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  private static Arguments bad(String flaw, String token) {
    return Arguments.of(flaw, token);
  }

  private static String with(Consumer<JWTClaimsSet.Builder> change) {
    return ISSUER.token(change);
  }

  private static String typed(String type) {
    return ISSUER.sign(header -> header.type(new JOSEObjectType(type)), claims -> {});
  }

  private static Date in(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private static JWSHeader.Builder rs256() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256);
  }

  private static String signed(JWSHeader.Builder header, RSAKey key) throws JOSEException {
    SignedJWT token = new SignedJWT(header.build(), ISSUER.claims(claims -> {}));
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private static String signature(RSAKey key) throws JOSEException {
    return signed(rs256().keyID("key-1"), key).split("\\.", -1)[2];
  }

  private static String hmac(byte[] secret) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build(),
            ISSUER.claims(claims -> {}));
    token.sign(new MACSigner(secret));
    return token.serialize();
  }

  private static String elliptic() throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("key-1").build(),
            ISSUER.claims(claims -> {}));
    token.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).keyID("key-1").generate()));
    return token.serialize();
  }

  private static String strangerKeys() {
    return "http://127.0.0.1:1/keys";
  }

  private static String forged(String header, String claims, String signature) {
    return base64(header) + "." + claims + "." + signature;
  }

  private static String base64(String text) {
    return Base64URL.encode(text).toString();
  }
}
