package dev.kanmin.odalinkage;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The service oda-linkage. In it:
 *
 * <ul>
 *   <li><b>Activity</b> ({@link dev.kanmin.odalinkage.activity}): commands {@link
 *       dev.kanmin.odalinkage.activity.ActivityCommand Import, Register, Revise, SetScheme,
 *       Advance, CorrectStep, ConfirmFields, OverrideFields}; who may do what is the table {@code
 *       ActivityLifeCycle}, rules {@link dev.kanmin.odalinkage.activity.ActivityDecider}; what
 *       everybody sees of it is {@code ActivityCard}.
 *   <li><b>Publishes</b> on {@code kanmin.oda-linkage}: {@link
 *       dev.kanmin.odalinkage.activity.ActivityEvent activity-imported, activity-registered,
 *       activity-revised, scheme-set, activity-advanced, step-corrected, fields-confirmed,
 *       fields-overridden}.
 *   <li><b>Need</b> ({@link dev.kanmin.odalinkage.need}): {@link
 *       dev.kanmin.odalinkage.need.NeedCommand Register, Revise, Verify, Meet, Lapse, Reopen}, and
 *       what comes of linkages; {@link dev.kanmin.odalinkage.need.NeedEvent need-…}.
 *   <li><b>Linkage</b> ({@link dev.kanmin.odalinkage.linkage}): {@link
 *       dev.kanmin.odalinkage.linkage.LinkageCommand Propose, Shortlist, Agree, Deliver, FollowUp,
 *       Reject}; {@link dev.kanmin.odalinkage.linkage.LinkageEvent linkage-…}.
 *   <li><b>Matcher</b> ({@link dev.kanmin.odalinkage.match}, at work in {@link
 *       dev.kanmin.odalinkage.matching}): companies for a need, an activity or a tender, and these
 *       for a company, with points, evidence and why not; proposes linkages by itself.
 *   <li><b>Subscribes to</b> itself (policies {@code propose-linkages}, {@code
 *       need-follows-linkage}), {@code kanmin.directory} (offers of companies; policy {@code
 *       linkage-follows-erasure}), {@code kanmin.sme-advice} (readiness bands) and {@code
 *       kanmin.control-tower} (policy {@code linkage-followed-up-by-order}).
 *   <li><b>Queries</b>: needs, linkages, matches; lists by country, field, status, scheme, step,
 *       publisher, owner and change; one activity; both as JSON and as IATI files.
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
