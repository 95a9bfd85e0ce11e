package dev.kanmin.testkit;

import java.util.Map;
import java.util.TreeMap;

/**
 * A gateway for which one client may ask for as much as it likes: for whoever measures or hurts it
 * from one machine, in the name of few agencies. Every check is made as ever, it only never
 * refuses.
 */
public final class LiftedLimits {
  private static final String PREFIX = "KANMIN_GATEWAY_LIMITS_";
  private static final String UNITS = "10000000";
  private static final String MANY = "100000";

  private LiftedLimits() {}

  /** Environment variables of a gateway, or of a launcher that starts one. */
  public static Map<String, String> environment() {
    var variables = new TreeMap<String, String>();
    for (var client : new String[] {"AGENCY", "PERSON", "ADDRESS"}) {
      variables.put(PREFIX + client + "PERSECOND", UNITS);
      variables.put(PREFIX + client + "BURST", UNITS);
    }
    for (var toll :
        new String[] {"READY", "FEED", "STREAM", "LIVE", "PAGE", "SERVICE", "EXPORT", "IMPORT"}) {
      variables.put(PREFIX + "ATONCE_" + toll, MANY);
    }
    variables.put(PREFIX + "CONNECTIONS", MANY);
    variables.put(PREFIX + "CONNECTIONSPERADDRESS", MANY);
    return variables;
  }
}
