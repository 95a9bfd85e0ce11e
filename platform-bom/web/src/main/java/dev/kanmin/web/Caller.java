package dev.kanmin.web;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.wire.Actor;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who calls, as the access token says. Resolved as argument of handler methods.
 *
 * @param agency for which the client acts
 * @param client OAuth client id
 * @param scopes what the token allows, such as {@code missions:write}
 */
public record Caller(AgencyCode agency, String client, Set<String> scopes) {

  /** Who calls; empty where no token was sent, or none has been looked at yet. */
  public static Optional<Caller> of(ServerWebExchange exchange) {
    return exchange.getAttribute(RequestAttributes.CALLER) instanceof Caller caller
        ? Optional.of(caller)
        : Optional.empty();
  }

  /** As it stands on events. */
  public Actor actor() {
    return new Actor(agency.code(), client);
  }

  public boolean has(String scope) {
    return scopes.contains(scope);
  }
}
