package dev.kanmin.directory.company;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.directory.office.ResponsibleOffice;
import dev.kanmin.directory.sme.IndustryCode;
import dev.kanmin.directory.sme.SmeAnswer;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.util.List;
import java.util.Optional;

/**
 * All that can happen to a company's record. Published is what every agency may see: names of sole
 * proprietors, capital and staff never are (docs/decisions/0040-what-directory-events-carry.md).
 */
public sealed interface CompanyEvent {

  /**
   * A full snapshot of what may be shared; a higher revision replaces a lower one. The first one is
   * the company's birth.
   *
   * @param companyId {@code cmp_…}
   * @param revision of the profile, rising by one
   * @param personal a sole proprietor: the names are personal data and stay in the directory
   * @param names absent if personal
   * @param sme by Article 2 of the SME Basic Act, on the day of the event
   * @param responsible the agency that looks after it
   */
  @EventType("company-profile-changed")
  record CompanyProfileChanged(
      String companyId,
      long revision,
      boolean personal,
      Optional<CompanyNames> names,
      Optional<CorporateNumber> corporateNumber,
      Optional<String> prefecture,
      Optional<IndustryCode> industry,
      SmeAnswer sme,
      @JsonSetter(nulls = AS_EMPTY) List<Licence> licences,
      @JsonSetter(nulls = AS_EMPTY) List<Certificate> certificates,
      @JsonSetter(nulls = AS_EMPTY) List<Product> products,
      @JsonSetter(nulls = AS_EMPTY) List<CountryCode> targetCountries,
      Optional<SupplyCapacity> capacity,
      @JsonSetter(nulls = AS_EMPTY) List<Delivery> deliveries,
      AgencyCode responsible,
      Optional<String> office,
      boolean sample,
      @NotPublished Optional<CompanyProfile> profile)
      implements CompanyEvent {

    static CompanyProfileChanged of(
        String id, long revision, AgencyCode responsible, SmeAnswer sme, CompanyProfile profile) {
      return new CompanyProfileChanged(
          id,
          revision,
          profile.isPersonal(),
          profile.publicNames(),
          profile.corporateNumber(),
          profile.prefecture(),
          profile.industry(),
          sme,
          profile.licences(),
          profile.certificates(),
          profile.products(),
          profile.targetCountries(),
          profile.capacity(),
          profile.deliveries(),
          responsible,
          profile.office().map(ResponsibleOffice::code),
          profile.sample(),
          Optional.of(profile));
    }
  }

  /**
   * What the company lets which agency do from now on; whoever is not named has lost it, and acts
   * on it: copies of what it showed are deleted.
   */
  @EventType("consent-changed")
  record ConsentChanged(String companyId, @JsonSetter(nulls = AS_EMPTY) List<ConsentGrant> grants)
      implements CompanyEvent {}

  /** Another office of the same agency looks after it. */
  @EventType("company-handed-over")
  record CompanyHandedOver(String companyId, String from, ResponsibleOffice to)
      implements CompanyEvent {}

  /**
   * Two records were of one company.
   *
   * @param companyId the one that ends; its id keeps leading to the other
   * @param into the one that goes on
   */
  @EventType("companies-merged")
  record CompaniesMerged(String companyId, String into) implements CompanyEvent {}

  /** Everybody forgets what they know of it. */
  @EventType("company-erased")
  record CompanyErased(String companyId) implements CompanyEvent {}
}
