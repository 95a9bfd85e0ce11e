package dev.kanmin.local.issuer;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tokens may allow. */
final class Scopes {
  static final Set<String> READ =
      Set.of("missions:read", "activities:read", "cells:read", "feed:read", "codes:read");
  static final Set<String> WRITE = Set.of("missions:write", "activities:write");
  static final Set<String> OPERATIONS = Set.of("operations:read", "operations:write");
  static final Set<String> OFFICER = union(READ, WRITE);
  static final Set<String> OPERATOR = union(READ, OPERATIONS);
  static final Set<String> ALL = union(OFFICER, OPERATIONS);

  private Scopes() {}

  private static Set<String> union(Set<String> one, Set<String> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
  }
}
