package dev.kanmin.directory.company;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Money;
import dev.kanmin.directory.office.ResponsibleOffice;
import dev.kanmin.directory.sme.IndustryCode;
import dev.kanmin.directory.sme.SmeJudgement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the responsible agency knows of a company. What it must obey tells {@link
 * ProfileChecks}.
 *
 * @param corporateNumber 法人番号; a company without one is a sole proprietor, whose names are personal
 *     data
 * @param prefecture of its head office, ISO 3166-2: {@code JP-13}
 * @param industry its main one
 * @param capital in yen; shown to agencies with the company's consent alone
 * @param staff regular employees; shown to agencies with the company's consent alone
 * @param office of the responsible agency
 * @param targetCountries where it wants to go; not Japan
 * @param capacity whether it can supply abroad now
 * @param sample made up, for demonstrations
 */
public record CompanyProfile(
    Optional<CorporateNumber> corporateNumber,
    CompanyNames names,
    Optional<String> prefecture,
    Optional<IndustryCode> industry,
    Optional<Money> capital,
    Optional<Integer> staff,
    Optional<ResponsibleOffice> office,
    @JsonSetter(nulls = AS_EMPTY) List<Licence> licences,
    @JsonSetter(nulls = AS_EMPTY) List<Certificate> certificates,
    @JsonSetter(nulls = AS_EMPTY) List<Product> products,
    @JsonSetter(nulls = AS_EMPTY) List<CountryCode> targetCountries,
    Optional<SupplyCapacity> capacity,
    @JsonSetter(nulls = AS_EMPTY) List<Delivery> deliveries,
    @JsonSetter(nulls = AS_EMPTY) boolean sample) {

  @JsonIgnore
  boolean isPersonal() {
    return corporateNumber.isEmpty();
  }

  /** What everybody may call it. */
  Optional<CompanyNames> publicNames() {
    return isPersonal() ? Optional.empty() : Optional.of(names);
  }

  /** Where it is registered or wants to go. */
  List<CountryCode> countries() {
    return Stream.concat(
            products.stream()
                .flatMap(product -> product.registrations().stream())
                .map(Registration::country),
            targetCountries.stream())
        .distinct()
        .toList();
  }

  List<Field> fields() {
    return products.stream().flatMap(product -> product.fields().stream()).distinct().toList();
  }

  SmeJudgement sme(LocalDate day) {
    return SmeJudgement.of(industry, capital.map(Money::amount), staff, isPersonal(), day);
  }

  CompanyProfile of(ResponsibleOffice newOffice) {
    return new CompanyProfile(
        corporateNumber,
        names,
        prefecture,
        industry,
        capital,
        staff,
        Optional.of(newOffice),
        licences,
        certificates,
        products,
        targetCountries,
        capacity,
        deliveries,
        sample);
  }
}
