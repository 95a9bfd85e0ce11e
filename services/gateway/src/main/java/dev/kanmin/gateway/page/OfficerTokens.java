package dev.kanmin.gateway.page;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** The token of the person at the browser, which is kept in the session and nowhere else. */
final class OfficerTokens {
  /** What takes longer is asked with another one. */
  private static final Duration LEAST = Duration.ofSeconds(20);

  private final ServerOAuth2AuthorizedClientRepository clients;
  private final Clock clock;

  OfficerTokens(ServerOAuth2AuthorizedClientRepository clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /** Empty when it has expired: the person has to sign in again. */
  Mono<Optional<String>> of(ServerRequest request) {
    return request
        .principal()
        .ofType(Authentication.class)
        .flatMap(
            person ->
                clients.<OAuth2AuthorizedClient>loadAuthorizedClient(
                    PageSecurity.REGISTRATION, person, request.exchange()))
        .map(client -> client.getAccessToken())
        .filter(
            token ->
                token.getExpiresAt() == null
                    || clock.instant().plus(LEAST).isBefore(token.getExpiresAt()))
        .map(token -> Optional.of(token.getTokenValue()))
        .defaultIfEmpty(Optional.empty());
  }
}
