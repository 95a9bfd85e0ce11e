package dev.kanmin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;

class TestTokensTest {
  private static TestTokens tokens;
  private static JwtDecoder decoder;

  @BeforeAll
  static void start() {
    tokens = TestTokens.start();
    decoder = JwtDecoders.fromIssuerLocation(tokens.issuer());
  }

  @AfterAll
  static void stop() {
    tokens.close();
  }

  @Test
  void a_good_token_carries_agency_scopes_and_audience() {
    var token = decoder.decode(tokens.token("jica", "activities:read", "activities:write"));

    assertThat(token.getClaimAsString("agency")).isEqualTo("jica");
    assertThat(token.getClaimAsString("scope")).isEqualTo("activities:read activities:write");
    assertThat(token.getAudience()).containsExactly("kanmin");
  }

  @Test
  void an_expired_token_is_refused() {
    var expired = tokens.expired("jica", "activities:read");
    assertThatThrownBy(() -> decoder.decode(expired))
        .isInstanceOf(BadJwtException.class)
        .hasMessageContaining("expired");
  }

  @Test
  void a_forged_token_is_refused() {
    var forged = tokens.forged("jica", "activities:read");
    assertThatThrownBy(() -> decoder.decode(forged))
        .isInstanceOf(BadJwtException.class)
        .hasMessageContaining("signature");
  }
}
