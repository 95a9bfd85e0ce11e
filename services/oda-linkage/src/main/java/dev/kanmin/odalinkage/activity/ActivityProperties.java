package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.AgencyCode;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this service.
 *
 * @param delegations agency code to the codes of those that may change its activities too
 * @param importsAtOnce files that are read at the same time; more are told to come back
 * @param writesAtOnce activities of one file that are stored at the same time
 */
@ConfigurationProperties("activities")
record ActivityProperties(
    @DefaultValue Map<AgencyCode, Set<AgencyCode>> delegations,
    @DefaultValue("2") int importsAtOnce,
    @DefaultValue("8") int writesAtOnce) {

  ActivityProperties {
    requirePositive("imports-at-once", importsAtOnce);
    requirePositive("writes-at-once", writesAtOnce);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "activities." + name + " is " + value + ": must be 1 or more");
    }
  }
}
