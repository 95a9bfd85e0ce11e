package dev.kanmin.directory.office;

import dev.kanmin.events.aggregates.Rule;
import java.util.Optional;

/** What can forbid a command on an office. */
final class OfficeRules {
  static final Rule NO_SUCH_OFFICE = Rule.notFound("no-such-office", "There is no such office");
  static final Rule NOT_YOUR_OFFICE =
      Rule.forbidden("not-your-office", "The office is of another agency");
  static final Rule OFFICE_KNOWN =
      Rule.conflict("office-known", "The agency has an office with this code");
  static final Rule OFFICE_CLOSED = Rule.conflict("office-closed", "The office is closed");
  static final Rule OFFICE_HAS_OPEN_WORK =
      Rule.conflict("office-has-open-work", "The office still looks after records");
  static final Rule OTHER_OFFICE_NEEDED =
      Rule.invalid(
          "other-office-needed", "Work is handed over to another open office of the agency");

  static final Rule UNKNOWN_OFFICE =
      Rule.invalid("unknown-office", "The agency has no open office of this code");

  private OfficeRules() {}

  static Optional<String> registered(Office office) {
    return office.exists()
        ? Optional.of("It is " + office.id() + "; rename it instead.")
        : Optional.empty();
  }
}
