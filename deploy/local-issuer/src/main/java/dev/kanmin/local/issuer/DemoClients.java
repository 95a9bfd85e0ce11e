package dev.kanmin.local.issuer;

import dev.kanmin.codes.Agencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The programs that get tokens: one client per partner agency, whose id is the agency's code;
 * {@code analyst}, who only reads; {@code operations}; and {@code kanmin-web}, the gateway's page,
 * for people.
 */
final class DemoClients {
  /** The page's client: public, so with a proof key (PKCE, RFC 7636) instead of a secret. */
  static final String WEB = "kanmin-web";

  private static final Duration TOKEN_LIFE = Duration.ofHours(1);
  private static final String ANALYST_AGENCY = "mej";
  private static final String OPERATIONS_AGENCY = "meti";

  private final Map<String, String> agencies = new TreeMap<>();
  private final List<RegisteredClient> registrations = new ArrayList<>();

  DemoClients(String gateway) {
    for (var agency : Agencies.all()) {
      var code = agency.code().code();
      addProgram(code, code, Scopes.OFFICER);
    }
    addProgram("analyst", ANALYST_AGENCY, Scopes.READ);
    addProgram("operations", OPERATIONS_AGENCY, Scopes.OPERATOR);
    registrations.add(page(gateway));
  }

  List<RegisteredClient> registrations() {
    return List.copyOf(registrations);
  }

  /** The agency that a program acts for; empty for the page, where the signed-in user has one. */
  Optional<String> agencyOf(String clientId) {
    return Optional.ofNullable(agencies.get(clientId));
  }

  private void addProgram(String id, String agency, Set<String> scopes) {
    agencies.put(id, agency);
    registrations.add(
        RegisteredClient.withId(id)
            .clientId(id)
            .clientSecret("{noop}" + DemoUsers.SECRET)
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
