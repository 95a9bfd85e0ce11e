package dev.kanmin.odalinkage.iati;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifiers and references. Only what cannot be told apart from others at all is an error; blanks
 * within, which ministries do publish, are taken as they are. Source: standard 2.03,
 * iati-identifier, reporting-org, other-identifier, and the references to organisations and
 * activities.
 */
final class IdentifierRules {

  private static final Pattern FORBIDDEN = Pattern.compile("[/&|?]");
  private static final String EARLIER_REPORTING_ORGANISATION = "B1";
  private static final List<String> REFERRING =
      List.of("ref", "activity-id", "provider-activity-id", "receiver-activity-id");

  private final Subject subject;

  IdentifierRules(Subject subject) {
    this.subject = subject;
  }

  void check() {
    checkIdentifier();
    checkReportingOrganisation();
    for (IatiElement element :
        subject.anywhere(
            "participating-org",
            "other-identifier",
            "owner-org",
            "provider-org",
            "receiver-org",
            "related-activity")) {
      for (String attribute : REFERRING) {
        element.attribute(attribute).ifPresent(ref -> checkReference(element, attribute, ref));
      }
    }
  }

  private void checkIdentifier() {
    IatiElement element = subject.activity().child("iati-identifier").orElseThrow();
    String identifier = StandardRules.identifier(subject.activity());
    if (identifier.isEmpty()) {
      subject
          .faults()
          .error(
              subject.places().of(element),
              FaultCode.BAD_IDENTIFIER,
              "The identifier is empty; write one.");
    } else if (Blanks.isIn(identifier)) {
      subject.warn(
          element,
          FaultCode.BAD_IDENTIFIER,
          "The identifier has blanks in it, which are taken as part of it; write it without any.");
    } else if (FORBIDDEN.matcher(identifier).find()) {
      subject.warn(
          element,
          FaultCode.BAD_IDENTIFIER,
          "The identifier has one of the characters / & | ?, which the standard does not allow.");
    }
  }

  private void checkReportingOrganisation() {
    IatiElement element = subject.activity().child("reporting-org").orElseThrow();
    String ref = element.attribute("ref").orElse("");
    if (ref.isEmpty()) {
      subject
          .faults()
          .error(
              subject.places().of(element),
              "ref",
              FaultCode.BAD_REPORTING_ORGANISATION,
              "The reporting organisation's identifier is empty; write it as registered.");
      return;
    }
    if (FORBIDDEN.matcher(ref).find() || ref.indexOf('-') < 1 || Blanks.isIn(ref)) {
      subject.warn(
          element,
          "ref",
          FaultCode.BAD_REPORTING_ORGANISATION,
          "The reporting organisation's identifier should be a registration agency, a hyphen and a"
              + " number, without blanks and without / & | ?.");
    }
    checkPrefix(ref);
  }

  private void checkPrefix(String ref) {
    IatiElement element = subject.activity().child("iati-identifier").orElseThrow();
    String identifier = StandardRules.identifier(subject.activity());
    if (identifier.equals(ref)) {
      subject.warn(
          element,
          FaultCode.BAD_IDENTIFIER,
          "The identifier is that of the reporting organisation itself; add a hyphen and what names"
              + " this activity.");
    } else if (!startsWithOwnPrefix(identifier, ref)) {
      subject.warn(
          element,
          FaultCode.IDENTIFIER_PREFIX,
          "The identifier does not begin with "
              + Quoted.of(ref + "-")
              + ", nor with an earlier identifier of that organisation told as other-identifier of"
              + " type B1.");
    }
  }

  private boolean startsWithOwnPrefix(String identifier, String ref) {
    return hasPrefix(identifier, ref)
        || subject.all("other-identifier").stream()
            .filter(
                other ->
                    other.attribute("type").equals(Optional.of(EARLIER_REPORTING_ORGANISATION)))
            .flatMap(other -> other.attribute("ref").stream())
            .anyMatch(earlier -> !earlier.isBlank() && hasPrefix(identifier, earlier));
  }

  private static boolean hasPrefix(String identifier, String ref) {
    return identifier.startsWith(ref + "-") && identifier.length() > ref.length() + 1;
  }

  private void checkReference(IatiElement element, String attribute, String ref) {
    boolean organisation = attribute.equals("ref") && element.name().local().endsWith("-org");
    if (Blanks.isIn(ref) || (organisation && FORBIDDEN.matcher(ref).find())) {
      subject.warn(
          element,
          attribute,
          FaultCode.BAD_REFERENCE,
          Quoted.of(ref)
              + (Blanks.isIn(ref)
                  ? " has blanks in it; write it as registered."
                  : " has one of the characters / & | ?, which the standard does not allow."));
    }
  }
}
