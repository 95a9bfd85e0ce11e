package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.Agencies;
import dev.kanmin.codes.Agency;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.odalinkage.iati.IatiActivity;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whose an activity is: what one of our agencies reports is that agency's, and so is every
 * identifier that begins with one of its own; what any other publisher reports belongs to the
 * agency that brought it first.
 */
final class Ownership {
  private final Delegations delegations;

  Ownership(Delegations delegations) {
    this.delegations = delegations;
  }

  /**
   * The owner of an activity after this agency brought a report of it. Whoever reports it and
   * whoever's identifier it has must both let the agency do so: else one could occupy another's
   * identifiers by reporting them in one's own name, and the other would be refused for ever.
   *
   * @throws dev.kanmin.events.aggregates.Refusal if the activity is another agency's
   */
  AgencyCode ofReport(IatiActivity report, Optional<ActivityFacts> known, AgencyCode agency) {
    Optional<AgencyCode> named = agencyByPrefix(report.identifier());
    Optional<AgencyCode> reporting =
        Agencies.byIdentifier(report.reportingOrganisation().ref()).map(Agency::code);
    named.ifPresent(owner -> check(owner, agency, report.identifier()));
    reporting.ifPresent(owner -> check(owner, agency, report.identifier()));
    if (named.isPresent()) {
      return named.get();
    }
    known.ifPresent(facts -> check(facts.owner(), agency, facts.iatiIdentifier()));
    return reporting.or(() -> known.map(ActivityFacts::owner)).orElse(agency);
  }

  /** Whether the agency may do what only the owner and its delegates may. */
  boolean isHeldBy(Activity activity, AgencyCode agency) {
    return delegations.mayActFor(activity.known().owner(), agency);
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

  /** The agency whose own identifier the activity's begins with; the longest, if several do. */
  private static Optional<AgencyCode> agencyByPrefix(String identifier) {
    String folded = folded(identifier);
    return Agencies.all().stream()
        .flatMap(
            agency ->
                agency.identifiers().stream()
                    .map(Ownership::folded)
                    .filter(own -> begins(folded, own))
                    .map(own -> Map.entry(own.length(), agency.code())))
        .max(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue);
  }

  private static boolean begins(String identifier, String own) {
    return identifier.startsWith(own)
        && (identifier.length() == own.length()
            || !Character.isLetterOrDigit(identifier.charAt(own.length())));
  }

  /** Width and case do not make it another identifier. */
  private static String folded(String identifier) {
    return Normalizer.normalize(identifier, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
  }
}
