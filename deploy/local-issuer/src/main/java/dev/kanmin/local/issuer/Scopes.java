package dev.kanmin.local.issuer;

import dev.kanmin.codes.services.DemoRole;
import dev.kanmin.codes.services.ServiceList;
import java.util.Set;

/** What tokens may allow, as the list of services has it. */
final class Scopes {
  static final Set<String> ALL = Set.copyOf(ServiceList.kanmin().scopes().keySet());

  private Scopes() {}

  static Set<String> of(DemoRole role) {
    return ServiceList.kanmin().scopesOf(role);
  }
}
