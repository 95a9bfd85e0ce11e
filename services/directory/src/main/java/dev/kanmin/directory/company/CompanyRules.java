package dev.kanmin.directory.company;

import dev.kanmin.events.aggregates.Rule;
import java.util.Optional;

/** What can forbid a command on a company's record, apart from faults of its profile. */
final class CompanyRules {
  static final Rule NO_SUCH_COMPANY = Rule.notFound("no-such-company", "There is no such company");
  static final Rule NOT_YOUR_COMPANY =
      Rule.forbidden("not-your-company", "Another agency is responsible for the company");
  static final Rule ALREADY_REGISTERED =
      Rule.conflict("already-registered", "The company has been registered before");
  static final Rule COMPANY_NOT_IN_THIS_STATE =
      Rule.conflict("company-not-in-this-state", "The state of the company's record forbids this");
  static final Rule CORPORATE_NUMBER_KNOWN =
      Rule.conflict("corporate-number-known", "A company with this corporate number is registered");

  private CompanyRules() {}

  static Optional<String> registered(Company company) {
    return company.exists() ? Optional.of("Change its profile instead.") : Optional.empty();
  }
}
