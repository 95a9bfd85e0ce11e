package dev.kanmin.local.issuer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * The claims that Kanmin's services read: {@code aud=kanmin}, {@code agency}, {@code client_id}
 * (and {@code azp}), and {@code scope} as one string of words (RFC 9068).
 */
final class KanminClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
  private static final String AUDIENCE = "kanmin";

  private final DemoClients clients;
  private final DemoUsers users;

  KanminClaims(DemoClients clients, DemoUsers users) {
    this.clients = clients;
    this.users = users;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    var client = context.getRegisteredClient().getClientId();
    Authentication principal = context.getPrincipal();
    var user = Optional.ofNullable(principal).map(Authentication::getName).flatMap(users::find);
    var agency = clients.agencyOf(client).or(() -> user.map(DemoUsers.DemoUser::agency));
    agency.ifPresent(code -> context.getClaims().claim("agency", code));
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      var granted = granted(context, user);
      context
          .getClaims()
          .audience(List.of(AUDIENCE))
          .claim("client_id", client)
          .claim("azp", client)
          .claim("scope", words(granted));
    }
  }

  private Set<String> granted(JwtEncodingContext context, Optional<DemoUsers.DemoUser> user) {
    var granted = new TreeSet<>(context.getAuthorizedScopes());
    if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
      // a program that asks for nothing in particular gets all that it may have (RFC 6749, section
      // 3.3)
      return granted.isEmpty() ? context.getRegisteredClient().getScopes() : granted;
    }
    // the page asks for all it knows; a person gets what is theirs
    user.ifPresent(person -> granted.retainAll(person.scopes()));
    return granted;
  }

  private static String words(Set<String> scopes) {
    return String.join(" ", new TreeSet<>(scopes));
  }
}
