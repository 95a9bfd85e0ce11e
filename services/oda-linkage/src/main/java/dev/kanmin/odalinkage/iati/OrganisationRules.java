package dev.kanmin.odalinkage.iati;

/** Every organisation has an identifier or a name. Source: standard 2.03, these elements. */
final class OrganisationRules {

  private final Subject subject;

  OrganisationRules(Subject subject) {
    this.subject = subject;
  }

  void check() {
    for (IatiElement organisation :
        subject.anywhere("participating-org", "owner-org", "provider-org", "receiver-org")) {
      boolean identified = organisation.attribute("ref").filter(ref -> !ref.isBlank()).isPresent();
      if (!identified && organisation.child("narrative").isEmpty()) {
        subject.warn(
            organisation,
            FaultCode.MISSING_NARRATIVE,
            organisation.name().local() + " has neither a ref nor a narrative; add one of them.");
      }
    }
  }
}
