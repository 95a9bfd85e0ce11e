package dev.kanmin.codes.services;

import java.util.Map;
import java.util.Set;

/** A program that answers HTTP requests: one of the services, or the gateway in front of them. */
public sealed interface Program permits Service, Gateway {
  String name();

  /** What a token can allow here, and which demo roles get it. */
  Map<String, Set<DemoRole>> scopes();

  /** The most that its heap takes in the local run. */
  int heapMegabytes();

  /** The folder of its sources in the checked-out project: {@code services/trade-missions}. */
  default String module() {
    return "services/" + name();
  }
}
