package dev.kanmin.odalinkage;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The service oda-linkage. In it:
 *
 * <ul>
 *   <li><b>Activity</b> ({@link dev.kanmin.odalinkage.activity}): commands {@link
 *       dev.kanmin.odalinkage.activity.ActivityCommand Import, Register, Revise, SetScheme,
 *       Advance, CorrectStep, ConfirmFields, OverrideFields}; rules {@link
 *       dev.kanmin.odalinkage.activity.ActivityDecider}.
 *   <li><b>Publishes</b> on {@code kanmin.oda-linkage}: {@link
 *       dev.kanmin.odalinkage.activity.ActivityEvent activity-imported, activity-registered,
 *       activity-revised, scheme-set, activity-advanced, step-corrected, fields-confirmed,
 *       fields-overridden}.
 *   <li><b>Subscribes to</b> nothing yet.
 *   <li><b>Queries</b>: lists by country, field, status, scheme, step, publisher, owner and change;
 *       one activity; both as JSON and as IATI files.
 *   <li><b>IATI</b> ({@link dev.kanmin.odalinkage.iati}): reading, checking and writing files of
 *       the standard; knows nothing of the rest.
 * </ul>
 */
@SpringBootApplication
public class OdaLinkage {
  public static void main(String[] arguments) {
    SpringApplication.run(OdaLinkage.class, arguments);
  }
}
