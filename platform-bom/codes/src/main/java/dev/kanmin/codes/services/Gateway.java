package dev.kanmin.codes.services;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one door to all services.
 *
 * @param open prefixes of what it passes on without a token; the service decides who may
 */
public record Gateway(Map<String, Set<DemoRole>> scopes, List<String> open, int heapMegabytes)
    implements Program {
  static final String NAME = "gateway";

  /**
   * Takes the values only if they are valid.
   *
   * @throws IllegalArgumentException naming the entry at fault
   */
  public Gateway {
    scopes = Map.copyOf(scopes);
    scopes.keySet().forEach(Checks::scope);
    open = List.copyOf(open);
    open.forEach(Checks::path);
    Checks.heap(heapMegabytes);
  }

  @Override
  public String name() {
    return NAME;
  }
}
