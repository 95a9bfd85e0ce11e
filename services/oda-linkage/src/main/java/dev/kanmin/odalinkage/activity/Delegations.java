package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.AgencyCode;
import java.util.Map;
import java.util.Set;

/**
 * Which agencies may change another agency's activities.
 *
 * @param delegates agency to those that act for it
 */
public record Delegations(Map<AgencyCode, Set<AgencyCode>> delegates) {

  /** Every agency acts for itself alone. */
  public static final Delegations NONE = new Delegations(Map.of());

  boolean mayActFor(AgencyCode owner, AgencyCode agency) {
    return owner.equals(agency) || delegates.getOrDefault(owner, Set.of()).contains(agency);
  }
}
