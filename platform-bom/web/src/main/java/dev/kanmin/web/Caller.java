package dev.kanmin.web;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.Actor;
import java.util.Set;

/**
 * Who calls, as the access token says. Resolved as argument of handler methods.
 *
 * @param agency for which the client acts
 * @param client OAuth client id
 * @param scopes what the token allows, such as {@code missions:write}
 */
public record Caller(AgencyCode agency, String client, Set<String> scopes) {

  /** As it stands on events. */
  public Actor actor() {
    return new Actor(agency.code(), client);
  }

  public boolean has(String scope) {
    return scopes.contains(scope);
  }
}
