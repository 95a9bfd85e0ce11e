package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.trademissions.company.Companies;
import dev.kanmin.trademissions.company.Companies.Known;
import dev.kanmin.trademissions.mission.MissionCommand.Apply;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds who applies in what the directory has told of companies. */
@Component
class Applicants {
  private final Companies companies;

  Applicants(Companies companies) {
    this.companies = companies;
  }

  /**
   * An application of the company of that id, which the directory must have told of, or of the
   * company of that number, which it need not.
   */
  Mono<Apply> applying(
      String application,
      Optional<String> companyId,
      Optional<CorporateNumber> number,
      ApplicationDetails details) {
    return known(companyId, number)
        .map(
            known -> {
              List<String> offered = known.map(Known::products).orElse(List.of());
              requireOffered(details.products(), offered);
              return new Apply(
                  application,
                  known.map(Known::companyId),
                  known.flatMap(Known::corporateNumber).or(() -> number),
                  details);
            });
  }

  /**
   * An application of a company that another service knows. The directory may be behind: the
   * company applies all the same, unless it was erased.
   */
  Mono<Apply> referred(String application, String companyId) {
    return companies
        .find(companyId)
        .map(
            known ->
                new Apply(
                    application,
                    Optional.of(known.companyId()),
                    known.corporateNumber(),
                    ApplicationDetails.NONE))
        .switchIfEmpty(
            companies
                .isErased(companyId)
                .filter(erased -> !erased)
                .map(
                    notYetTold ->
                        new Apply(
                            application,
                            Optional.of(companyId),
                            Optional.empty(),
                            ApplicationDetails.NONE)));
  }

  private Mono<Optional<Known>> known(
      Optional<String> companyId, Optional<CorporateNumber> number) {
    if (companyId.isEmpty()) {
      return Mono.justOrEmpty(number)
          .flatMap(companies::find)
          .map(Optional::of)
          .defaultIfEmpty(Optional.empty());
    }
    return companies
        .find(companyId.get())
        .switchIfEmpty(
            Mono.error(
                () ->
                    MissionRules.UNKNOWN_COMPANY.refuse(
                        "Register it first, or name it by its corporate number.", "/companyId")))
        .doOnNext(known -> requireSame(known, number))
        .map(Optional::of);
  }

  private static void requireSame(Known known, Optional<CorporateNumber> number) {
    if (number.isPresent() && !known.corporateNumber().equals(number)) {
      throw MissionRules.OTHER_COMPANY.refuse(
          "Leave it out, or give the number that the directory has for companyId.", "/company");
    }
  }

  private static void requireOffered(List<String> products, List<String> offered) {
    for (int i = 0; i < products.size(); i++) {
      if (!offered.contains(products.get(i))) {
        throw MissionRules.UNKNOWN_PRODUCT.refuse(
            offered.isEmpty()
                ? "The directory has told of no products of the company."
                : "The company's products are " + offered + ".",
            "/products/" + i);
      }
    }
  }
}
