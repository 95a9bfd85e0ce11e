package dev.kanmin.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.kanmin.testkit.TestTokens;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** Tokens that must not be believed, and good ones that do not allow what is asked. */
final class BadTokens {
  private final Api api;
  private final String issuer;
  private final RSAKey key;
  private final String draft;
  private final String announced;

  /**
   * @param key that the issuer really signs with: what is wrong with a token is then its claims
   * @param draft id of a mission that jetro has not announced
   * @param announced id of a mission that jetro runs alone
   */
  BadTokens(LocalSystem system, RSAKey key, String draft, String announced) {
    this.api = system.api();
    this.issuer = system.state().issuer();
    this.key = key;
    this.draft = draft;
    this.announced = announced;
  }

  List<BadRequest> all() throws JOSEException, ParseException {
    var good = claims();
    var now = Instant.now();
    var cancel = "/v1/missions/" + announced + "/cancel";
    var reason = "{\"reason\": {\"en\": \"Not ours\"}}";
    return List.of(
        new BadRequest("no token", list(), 401),
        new BadRequest("a password", list().header("Authorization", "Basic amljYTpqaWNh"), 401),
        new BadRequest("a word for a token", list().header("Authorization", "Bearer please"), 401),
        token("a token of another key", signed(otherKey(), good.build())),
        token("a token that nobody signed", new PlainJWT(good.build()).serialize()),
        token("a token signed with the public key", signedWithPublicKey(good.build())),
        token("a token changed after signing", tampered(api.token("jica"))),
        token(
            "a token of yesterday",
            with(claims -> claims.expirationTime(Date.from(now.minus(Duration.ofDays(1)))))),
        token(
            "a token of tomorrow",
            with(claims -> claims.notBeforeTime(Date.from(now.plus(Duration.ofDays(1)))))),
        token("a token without an end", with(claims -> claims.expirationTime(null))),
        token("a token for others", with(claims -> claims.audience("somebody-else"))),
        token("a token of another issuer", with(claims -> claims.issuer("http://127.0.0.1:1"))),
        token("a token of no agency", with(claims -> claims.claim("agency", null))),
        token(
            "a token of an agency that is none", with(claims -> claims.claim("agency", "nobody"))),
        new BadRequest(
            "writing with a reader's token",
            api.as(
                "analyst",
                Request.post("/v1/missions")
                    .json(MissionRequests.plan("VN", "endoscopy", "never stored"))),
            403),
        new BadRequest(
            "importing with a reader's token",
            api.as("analyst", new ActivityFile("XM-SAMPLE-NEVER-STORED", 2, 1).request()),
            403),
        new BadRequest(
            "operations with an officer's token",
            api.as(
                "jica",
                Request.get("/v1/services/" + Services.MISSIONS.name() + "/parked-subjects")),
            403),
        new BadRequest(
            "cancelling another agency's mission",
            api.as("jica", Request.post(cancel).json(reason)),
            403),
        new BadRequest(
            "reading another agency's draft",
            api.as("jica", Request.get("/v1/missions/" + draft)),
            404),
        new BadRequest(
            "announcing another agency's draft",
            api.as("jica", MissionRequests.announce(draft)),
            404));
  }

  private static Request list() {
    return Request.get("/v1/missions");
  }

  private static BadRequest token(String what, String token) {
    return new BadRequest(what, list().header("Authorization", "Bearer " + token), 401);
  }

  private JWTClaimsSet.Builder claims() {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(TestTokens.AUDIENCE)
        .subject("jica")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
        .claim("agency", "jica")
        .claim("client_id", "jica")
        .claim("scope", "missions:read missions:write");
  }

  /** A good token but for one claim. */
  private String with(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    return signed(key, change.apply(claims()).build());
  }

  /** The token whose claims are right: it shows that the others fail for the reason they should. */
  BadRequest control() throws JOSEException {
    return new BadRequest(
        "a good token",
        list().header("Authorization", "Bearer " + signed(key, claims().build())),
        200);
  }

  private String signed(RSAKey with, JWTClaimsSet claims) throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    return TestTokens.sign(header, claims, new RSASSASigner(with));
  }

  private String signedWithPublicKey(JWTClaimsSet claims) throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();
    return TestTokens.sign(header, claims, new MACSigner(key.toRSAPublicKey().getEncoded()));
  }

  private static RSAKey otherKey() throws JOSEException {
    return new RSAKeyGenerator(2048).generate();
  }

  /** The claims of one agency under the signature of another. */
  private String tampered(String token) throws JOSEException {
    var parts = token.split("\\.");
    var others = signed(key, claims().claim("agency", "jetro").build()).split("\\.");
    return parts[0] + "." + others[1] + "." + parts[2];
  }
}
