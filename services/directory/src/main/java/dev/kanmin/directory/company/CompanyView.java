package dev.kanmin.directory.company;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Money;
import dev.kanmin.directory.office.ResponsibleOffice;
import dev.kanmin.directory.sme.IndustryCode;
import dev.kanmin.directory.sme.SmeAnswer;
import dev.kanmin.directory.sme.SmeJudgement;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Page;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A company as the reader's agency may see it.
 *
 * @param version for If-Match; the ETag
 * @param mergedFrom the id that was asked for, if that record was merged into this one
 * @param responsible the agency that looks after it
 * @param revision of the profile, as on the events
 * @param personal a sole proprietor: the names are personal data
 * @param names absent where they are personal and the reader may not see them
 * @param capital in yen; for the responsible agency and those with the company's consent
 * @param staff regular employees; for the same
 * @param sme whether it is an SME today, and what that rests on
 * @param consent what it lets which agency do
 * @param leftOut what needs the company's consent
 * @param actions what the reader's agency may do with it now, and why not the rest
 */
public record CompanyView(
    String id,
    long version,
    Optional<String> mergedFrom,
    CompanyState state,
    AgencyCode responsible,
    Optional<ResponsibleOffice> office,
    long revision,
    boolean personal,
    Optional<CompanyNames> names,
    Optional<CorporateNumber> corporateNumber,
    Optional<String> prefecture,
    Optional<IndustryCode> industry,
    Optional<Money> capital,
    Optional<Integer> staff,
    SmeJudgement sme,
    List<Licence> licences,
    List<Certificate> certificates,
    List<Product> products,
    List<CountryCode> targetCountries,
    Optional<SupplyCapacity> capacity,
    List<Delivery> deliveries,
    List<ConsentGrant> consent,
    boolean sample,
    Instant createdAt,
    Instant updatedAt,
    List<Page.LeftOut> leftOut,
    List<ActionView> actions) {

  static final String NEEDS_CONSENT = "needs-consent";

  static CompanyView of(Stored<Company> stored, Optional<String> mergedFrom, Reader reader) {
    Company company = stored.state();
    CompanyProfile profile = company.known();
    boolean all = company.allows(ConsentPurpose.SEE_PROFILE, reader.agency(), reader.at());
    SmeJudgement sme = profile.sme(Company.day(reader.at()));
    return new CompanyView(
        stored.id(),
        stored.version(),
        mergedFrom,
        company.state(),
        company.owner(),
        profile.office(),
        company.revision(),
        profile.isPersonal(),
        all ? Optional.of(profile.names()) : profile.publicNames(),
        profile.corporateNumber(),
        profile.prefecture(),
        profile.industry(),
        profile.capital().filter(it -> all),
        profile.staff().filter(it -> all),
        all ? sme : withoutReasons(sme),
        profile.licences(),
        profile.certificates(),
        profile.products(),
        profile.targetCountries(),
        profile.capacity(),
        profile.deliveries(),
        company.consent(),
        profile.sample(),
        stored.createdAt(),
        stored.updatedAt(),
        all ? List.of() : leftOut(profile),
        ActionView.of(CompanyLifeCycle.TABLE, company, reader));
  }

  /** What is missing would tell which of capital and staff is known. */
  private static SmeJudgement withoutReasons(SmeJudgement sme) {
    return new SmeJudgement(sme.answer(), sme.categories(), sme.limitsSince(), List.of());
  }

  /** Capital and staff, whether they are known or not; and names that are a person's. */
  private static List<Page.LeftOut> leftOut(CompanyProfile profile) {
    return List.of(new Page.LeftOut(NEEDS_CONSENT, profile.isPersonal() ? 3 : 2));
  }

  /** A company in a list. */
  @Schema(name = "CompanySummary")
  public record Summary(
      String id,
      long version,
      CompanyState state,
      boolean personal,
      Optional<CompanyNames> names,
      Optional<CorporateNumber> corporateNumber,
      Optional<String> prefecture,
      SmeAnswer sme,
      List<CountryCode> countries,
      List<Field> fields,
      AgencyCode responsible,
      Optional<String> office,
      Optional<String> mergedInto) {

    static Summary of(Stored<Company> stored, Reader reader) {
      Company company = stored.state();
      CompanyProfile profile = company.known();
      boolean all = company.allows(ConsentPurpose.SEE_PROFILE, reader.agency(), reader.at());
      return new Summary(
          stored.id(),
          stored.version(),
          company.state(),
          profile.isPersonal(),
          all ? Optional.of(profile.names()) : profile.publicNames(),
          profile.corporateNumber(),
          profile.prefecture(),
          company.sme(),
          profile.countries(),
          profile.fields(),
          company.owner(),
          profile.office().map(ResponsibleOffice::code),
          company.into());
    }
  }
}
