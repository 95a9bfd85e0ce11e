package dev.kanmin.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class LocalIssuerTest {
  private static final String CALLBACK = "http://127.0.0.1:8080/login/oauth2/code/kanmin";

  @TempDir Path data;
  private ConfigurableApplicationContext issuer;
  private Browser browser;

  @BeforeEach
  void start() {
    issuer = run();
    browser =
        new Browser(
            URI.create(
                "http://127.0.0.1:" + issuer.getEnvironment().getProperty("local.server.port")));
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  private ConfigurableApplicationContext run(String... more) {
    var arguments = new String[more.length + 2];
    arguments[0] = "--server.port=0";
    arguments[1] = "--kanmin.issuer.data=" + data;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return new SpringApplicationBuilder(LocalIssuer.class).run(arguments);
  }

  @Test
  void an_agencys_client_gets_a_token_with_its_agency_and_scopes() throws Exception {
    var claims = SignedJWT.parse(browser.programToken("jica", "kanmin-local")).getJWTClaimsSet();

    assertThat(claims.getAudience()).containsExactly("kanmin");
    assertThat(claims.getStringClaim("agency")).isEqualTo("jica");
    assertThat(claims.getStringClaim("client_id")).isEqualTo("jica");
    assertThat(claims.getStringClaim("azp")).isEqualTo("jica");
    assertThat(claims.getStringClaim("scope").split(" "))
        .contains("activities:write")
        .doesNotContain("operations:write");
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void the_analyst_only_reads() throws Exception {
    var claims = SignedJWT.parse(browser.programToken("analyst", "kanmin-local")).getJWTClaimsSet();

    assertThat(claims.getStringClaim("scope").split(" "))
        .allSatisfy(scope -> assertThat(scope).endsWith(":read"));
  }

  @Test
  void operations_may_look_after_parked_subjects() throws Exception {
    var claims =
        SignedJWT.parse(browser.programToken("operations", "kanmin-local")).getJWTClaimsSet();

    assertThat(claims.getStringClaim("scope").split(" "))
        .contains("operations:read", "operations:write");
  }

  @Test
  void a_wrong_secret_is_refused() {
    assertThat(browser.askForProgramToken("jica", "guessed").statusCode()).isEqualTo(401);
  }

  @Test
  void a_scope_that_the_client_may_not_have_is_refused() {
    var answer =
        browser.post(
            "/oauth2/token",
            "analyst",
            "kanmin-local",
            "grant_type=client_credentials&scope=missions%3Awrite");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("invalid_scope");
  }

  @Test
  void the_key_and_so_every_token_outlives_a_restart() throws Exception {
    var token = SignedJWT.parse(browser.programToken("jica", "kanmin-local"));

    issuer.close();
    start();

    var keys = JWKSet.parse(browser.get("/oauth2/jwks").body());
    assertThat(
            token.verify(
                new RSASSAVerifier(keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
        .isTrue();
    assertThat(keys.toString(false)).doesNotContain("\"d\"");
    assertThat(Files.getPosixFilePermissions(data.resolve("issuer").resolve("signing-key.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void a_person_signs_in_with_a_proof_key_and_gets_what_is_theirs() throws Exception {
    var proof = new ProofKey();
    browser.signIn("officer-jica", "kanmin-local");
    var code =
        browser.authorize(
            CALLBACK, "openid missions:write operations:write", "&" + proof.challenge());

    var claims =
        SignedJWT.parse(browser.redeem(code, CALLBACK, proof.verifier())).getJWTClaimsSet();

    assertThat(claims.getSubject()).isEqualTo("officer-jica");
    assertThat(claims.getStringClaim("agency")).isEqualTo("jica");
    assertThat(claims.getStringClaim("client_id")).isEqualTo("kanmin-web");
    assertThat(claims.getStringClaim("scope")).isEqualTo("missions:write");
  }

  @Test
  void without_a_proof_key_nobody_is_let_in() {
    browser.signIn("officer-jica", "kanmin-local");

    var answer = browser.get(Browser.authorization(CALLBACK, "openid", ""));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(location(answer)).contains("error=invalid_request").contains("code_challenge");
  }

  @Test
  void a_code_is_worth_nothing_without_the_key_it_was_asked_with() {
    browser.signIn("officer-jica", "kanmin-local");
    var code = browser.authorize(CALLBACK, "openid", "&" + new ProofKey().challenge());

    assertThatThrownBy(() -> browser.redeem(code, CALLBACK, new ProofKey().verifier()))
        .hasMessageContaining("invalid_grant");
  }

  @Test
  void nobody_is_sent_back_to_a_strangers_page() {
    browser.signIn("officer-jica", "kanmin-local");

    var answer =
        browser.get(
            Browser.authorization(
                "https://example.org/callback", "openid", "&" + new ProofKey().challenge()));

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void the_sign_in_page_says_that_it_is_a_demo() {
    var page = browser.get("/login").body();

    assertThat(page)
        .contains("Local demo sign-in")
        .contains("officer-jica")
        .contains("hidden>Wrong user");
    assertThat(browser.get("/login?error").body()).contains("role=\"alert\">Wrong user");
  }

  @Test
  void it_refuses_to_serve_more_than_the_loopback_address() {
    assertThatThrownBy(() -> run("--server.address=0.0.0.0"))
        .hasStackTraceContaining("loopback address only");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
