package dev.kanmin.directory.company;

import static dev.kanmin.directory.company.CompanyState.ACTIVE;
import static dev.kanmin.directory.company.CompanyState.ERASED;
import static dev.kanmin.directory.company.CompanyState.MERGED;

import dev.kanmin.directory.company.CompanyCommand.*;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import java.util.List;
import java.util.Optional;

/** What may be done with a company's record, when and by whom. */
final class CompanyLifeCycle {
  private static final List<Role<Company>> OWNER = List.of(new Role<>("owner", Company::isOwnedBy));

  static final LifeCycle<CompanyCommand, Company> TABLE =
      LifeCycle.of(
              "company", "directory:write", Company::state, CompanyRules.COMPANY_NOT_IN_THIS_STATE)
          .others(CompanyRules.NOT_YOUR_COMPANY)
          .with(
              verb("register", Register.class)
                  .to(ACTIVE)
                  .unless(CompanyRules.ALREADY_REGISTERED, CompanyRules::registered),
              verb("change-profile", ChangeProfile.class).from(ACTIVE).by(OWNER),
              verb("set-consent", SetConsent.class).from(ACTIVE).by(OWNER),
              verb("withdraw-consent", WithdrawConsent.class).from(ACTIVE).by(OWNER),
              verb("hand-over", HandOver.class).from(ACTIVE).by(OWNER),
              verb("merge", Merge.class)
                  .from(ACTIVE)
                  .to(MERGED)
                  .by(OWNER)
                  .repeatable((asked, it) -> it.into().equals(Optional.of(asked.into()))),
              verb("erase", Erase.class).from(ACTIVE, MERGED).to(ERASED).by(OWNER),
              verb("erase-merged", EraseMerged.class).from(MERGED).to(ERASED).internal());

  private CompanyLifeCycle() {}

  private static <K extends CompanyCommand> Row<K, Company> verb(String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
