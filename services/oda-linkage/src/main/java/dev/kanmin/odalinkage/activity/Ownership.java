package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.Agencies;
import dev.kanmin.codes.Agency;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.odalinkage.iati.IatiActivity;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose an activity is: what one of our agencies reports is that agency's; what any other publisher
 * reports belongs to the agency that brought it first.
 */
final class Ownership {
  private final Delegations delegations;

  Ownership(Delegations delegations) {
    this.delegations = delegations;
  }

  /**
   * The owner of an activity after this agency brought a report of it.
   *
   * @throws dev.kanmin.events.Refusal if the activity is another agency's
   */
  AgencyCode ofReport(IatiActivity report, Optional<ActivityFacts> known, AgencyCode agency) {
    known.ifPresent(facts -> check(facts, agency));
    Optional<AgencyCode> ours = agencyOf(report);
    ours.ifPresent(owner -> check(owner, agency, report.identifier()));
    return ours.or(() -> known.map(ActivityFacts::owner)).orElse(agency);
  }

  /**
   * Refuses what only the owner and its delegates may do.
   *
   * @throws dev.kanmin.events.Refusal if the agency is neither
   */
  void check(ActivityFacts facts, AgencyCode agency) {
    check(facts.owner(), agency, facts.iatiIdentifier());
  }

  private void check(AgencyCode owner, AgencyCode agency, String identifier) {
    if (!delegations.mayActFor(owner, agency)) {
      throw ActivityRules.OWNED_BY_OTHER.refuse(
          "The activity "
              + identifier
              + " belongs to "
              + owner
              + "; "
              + agency
              + " may read it but not change it.");
    }
  }

  /**
   * Which of our agencies reports this. The identifier's prefix counts too: else another agency
   * could occupy the identifiers of one that has not published yet.
   */
  private static Optional<AgencyCode> agencyOf(IatiActivity report) {
    return Agencies.byIdentifier(report.reportingOrganisation().ref())
        .map(Agency::code)
        .or(() -> agencyByPrefix(report.identifier()));
  }

  private static Optional<AgencyCode> agencyByPrefix(String identifier) {
    String folded = identifier.toUpperCase(Locale.ROOT);
    return Agencies.all().stream()
        .filter(
            agency ->
                agency.identifiers().stream()
                    .anyMatch(own -> folded.startsWith(own.toUpperCase(Locale.ROOT) + "-")))
        .map(Agency::code)
        .findFirst();
  }
}
