package dev.kanmin.codes.services;

import java.util.List;

/**
 * What the platform answers in every service, for its operators. Inside it has one address;
 * outside, at the gateway, it stands below the name of the service: {@code /v1/operations/x} of
 * trade-missions is {@code /v1/services/trade-missions/operations/x}.
 */
public final class Everywhere {
  /** Prefixes: each address and all below it. */
  public static final List<String> PATHS = List.of("/v1/parked-subjects", "/v1/operations");

  private static final String VERSION = "/v1";

  private Everywhere() {}

  /** Whether an address of a service is one of these. */
  public static boolean answers(String path) {
    return PATHS.stream().anyMatch(prefix -> Checks.isBelow(prefix, path));
  }

  /** How the gateway has an address of a service. */
  public static String outside(String service, String path) {
    return answers(path)
        ? VERSION + "/services/" + service + path.substring(VERSION.length())
        : path;
  }
}
