package dev.kanmin.odalinkage.match;

import dev.kanmin.codes.Countries;
import dev.kanmin.codes.Country;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.odalinkage.match.CompanyOffer.Product;
import dev.kanmin.odalinkage.match.CompanyOffer.RegistrationStatus;
import dev.kanmin.odalinkage.match.Matcher.Asked;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where an offer could serve a target. */
final class Places {
  private final Target target;
  private final Collection<Product> products;
  private final Asked asked;
  private final List<CountryCode> refused;
  private final List<CountryCode> possible;

  Places(Target target, CompanyOffer offer, Collection<Product> products, Asked asked) {
    this.target = target;
    this.products = products;
    this.asked = asked;
    this.refused = target.wanted().countries().stream().filter(this::isRefused).toList();
    this.possible =
        target.wanted().countries().stream().filter(it -> !refused.contains(it)).toList();
  }

  List<CountryCode> possible() {
    return possible;
  }

  boolean allRefused() {
    return !target.wanted().countries().isEmpty() && possible.isEmpty();
  }

  List<String> refused() {
    return refused.stream().map(CountryCode::code).toList();
  }

  /** Whether both are in one sub-region by UN M49. */
  static boolean areNeighbours(CountryCode one, CountryCode other) {
    return !one.equals(other)
        && region(one).filter(it -> region(other).equals(Optional.of(it))).isPresent();
  }

  private static Optional<String> region(CountryCode country) {
    return Countries.find(country).map(Country::region);
  }

  /** The authority said no, and none of the products is, or may become, registered. */
  private boolean isRefused(CountryCode country) {
    Set<RegistrationStatus> there =
        products.stream()
            .flatMap(product -> product.registrations().stream())
            .filter(it -> it.country().equals(country))
            .map(it -> it.on(asked.day()))
            .collect(Collectors.toSet());
    return there.contains(RegistrationStatus.REFUSED)
        && !there.contains(RegistrationStatus.REGISTERED)
        && !there.contains(RegistrationStatus.APPLIED);
  }
}
