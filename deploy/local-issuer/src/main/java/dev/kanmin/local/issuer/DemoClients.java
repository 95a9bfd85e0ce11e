package dev.kanmin.local.issuer;

import dev.kanmin.codes.Agencies;
import dev.kanmin.codes.services.DemoRole;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The programs that get tokens: one client per partner agency, whose id is the agency's code;
 * {@code analyst}, who only reads; {@code operations}; and {@code kanmin-web}, the gateway's page,
 * for people.
 */
final class DemoClients implements RegisteredClientRepository {
  /** The page's client: public, so with a proof key (PKCE, RFC 7636) instead of a secret. */
  static final String WEB = "kanmin-web";

  private static final Duration TOKEN_LIFE = Duration.ofHours(1);
  private static final String ANALYST_AGENCY = "mej";
  private static final String OPERATIONS_AGENCY = "meti";

  private final Map<String, String> agencies = new TreeMap<>();
  private final Map<String, RegisteredClient> registrations = new TreeMap<>();

  DemoClients(String gateway, String encodedSecret) {
    for (var agency : Agencies.all()) {
      var code = agency.code().code();
      addProgram(code, code, Scopes.of(DemoRole.OFFICER), encodedSecret);
    }
    addProgram("analyst", ANALYST_AGENCY, Scopes.of(DemoRole.ANALYST), encodedSecret);
    addProgram("operations", OPERATIONS_AGENCY, Scopes.of(DemoRole.OPERATOR), encodedSecret);
    registrations.put(WEB, page(gateway));
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("the demo clients are fixed");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return registrations.get(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    // the id of a demo client is its client id
    return findById(clientId);
  }

  /** The agency that a program acts for; empty for the page, where the signed-in user has one. */
  Optional<String> agencyOf(String clientId) {
    return Optional.ofNullable(agencies.get(clientId));
  }

  private void addProgram(String id, String agency, Set<String> scopes, String encodedSecret) {
    agencies.put(id, agency);
    registrations.put(
        id,
        RegisteredClient.withId(id)
            .clientId(id)
            .clientSecret(encodedSecret)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .scopes(all -> all.addAll(scopes))
            .tokenSettings(tokens())
            .build());
  }

  private static RegisteredClient page(String gateway) {
    return RegisteredClient.withId(WEB)
        .clientId(WEB)
        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(gateway + "/login/oauth2/code/kanmin")
        .postLogoutRedirectUri(gateway + "/")
        .scope(OidcScopes.OPENID)
        .scope(OidcScopes.PROFILE)
        .scopes(all -> all.addAll(Scopes.ALL))
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(tokens())
        .build();
  }

  private static TokenSettings tokens() {
    return TokenSettings.builder()
        .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
        .accessTokenTimeToLive(TOKEN_LIFE)
        .build();
  }
}
