package dev.kanmin.directory.company;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.directory.company.CompanyCommand.*;
import dev.kanmin.directory.company.CompanyEvent.*;
import dev.kanmin.directory.sme.SmeAnswer;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import java.util.List;
import java.util.Optional;

/** What a command leads to once {@link CompanyLifeCycle} admits it. */
final class CompanyDecider implements Decider<CompanyCommand, CompanyEvent, Company> {

  @Override
  public Company initial() {
    return Company.NONE;
  }

  @Override
  public List<CompanyEvent> decide(
      CompanyCommand command, Company company, CommandContext context) {
    return CompanyLifeCycle.TABLE.admits(command, company, context)
        ? events(command, company, context)
        : List.of();
  }

  private static List<CompanyEvent> events(
      CompanyCommand command, Company company, CommandContext context) {
    return switch (command) {
      case Register(var id, var profile) -> {
        ProfileChecks.check(profile, context.at());
        yield List.of(told(id, 1, context.by(), profile, context));
      }
      case ChangeProfile(var profile) -> {
        ProfileChecks.check(profile, context.at());
        CompanyProfileChanged told =
            told(company.id(), company.revision() + 1, company.owner(), profile, context);
        // the limits of the SME Act may have changed since
        yield Optional.of(profile).equals(company.profile()) && told.sme() == company.sme()
            ? List.of()
            : List.of(told);
      }
      case SetConsent(var grants) -> {
        ProfileChecks.consent(grants);
        yield consent(grants, company);
      }
      case WithdrawConsent(var agency) ->
          consent(
              company.consent().stream().filter(it -> !it.agency().equals(agency)).toList(),
              company);
      case HandOver(var from, var to) ->
          company.known().office().filter(it -> it.code().equals(from)).isPresent()
              ? List.of(new CompanyHandedOver(company.id(), from, to))
              : List.of();
      case Merge(var into) -> List.of(new CompaniesMerged(company.id(), into));
      case Erase(), EraseMerged() -> List.of(new CompanyErased(company.id()));
    };
  }

  @Override
  public Company evolve(Company company, CompanyEvent event) {
    return switch (event) {
      case CompanyProfileChanged told ->
          (company.exists() ? company : born(told))
              .told(told.profile().orElseThrow(), told.sme(), told.revision());
      case ConsentChanged(var id, var grants) -> company.consenting(grants);
      case CompanyHandedOver(var id, var from, var to) ->
          company.told(company.known().of(to), company.sme(), company.revision());
      case CompaniesMerged(var id, var into) -> company.mergedInto(into);
      case CompanyErased(var id) -> company.erased();
    };
  }

  private static Company born(CompanyProfileChanged told) {
    return new Company(
        told.companyId(),
        CompanyState.ACTIVE,
        told.responsible(),
        told.profile(),
        told.sme(),
        told.revision(),
        List.of(),
        Optional.empty());
  }

  private static CompanyProfileChanged told(
      String id, long revision, AgencyCode owner, CompanyProfile profile, CommandContext context) {
    SmeAnswer sme = profile.sme(Company.day(context.at())).answer();
    return CompanyProfileChanged.of(id, revision, owner, sme, profile);
  }

  private static List<CompanyEvent> consent(List<ConsentGrant> grants, Company company) {
    return grants.equals(company.consent())
        ? List.of()
        : List.of(new ConsentChanged(company.id(), grants));
  }
}
