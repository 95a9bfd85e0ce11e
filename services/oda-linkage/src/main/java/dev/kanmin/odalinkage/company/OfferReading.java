package dev.kanmin.odalinkage.company;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.HsCode;
import dev.kanmin.odalinkage.match.CompanyOffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From what the directory tells to what the matcher judges. Codes that are new here are skipped.
 */
final class OfferReading {
  private static final String PURPOSE = "propose-linkages";
  private static final List<String> CLASSES = List.of("I", "II", "III", "IV");

  private OfferReading() {}

  static CompanyOffer offer(
      DirectoryEvent.ProfileChanged profile,
      Set<String> formerIds,
      Optional<CompanyOffer.Band> band,
      Optional<DirectoryEvent.ConsentChanged> consent) {
    return new CompanyOffer(
        profile.companyId(),
        formerIds,
        profile.licences().stream().flatMap(OfferReading::licence).toList(),
        profile.certificates().stream()
            .map(it -> new CompanyOffer.Certificate(it.standard(), it.validUntil()))
            .toList(),
        profile.products().stream().map(OfferReading::product).toList(),
        profile.targetCountries().stream()
            .flatMap(it -> CountryCode.find(it).stream())
            .collect(Collectors.toSet()),
        profile.capacity().flatMap(it -> constant(CompanyOffer.Capacity.class, it)),
        profile.deliveries().stream().flatMap(OfferReading::delivery).toList(),
        band,
        consent.map(it -> grants(it, profile.responsible())));
  }

  static Optional<CompanyOffer.Band> band(String code) {
    return constant(CompanyOffer.Band.class, code);
  }

  private static Stream<CompanyOffer.Licence> licence(DirectoryEvent.Licence licence) {
    return constant(CompanyOffer.LicenceKind.class, licence.kind())
        .map(kind -> new CompanyOffer.Licence(kind, licence.validUntil()))
        .stream();
  }

  private static CompanyOffer.Product product(DirectoryEvent.Product product) {
    return new CompanyOffer.Product(
        product.productId(),
        product.hs().stream().flatMap(it -> HsCode.find(it).stream()).toList(),
        product.deviceClass().filter(CLASSES::contains).map(it -> CLASSES.indexOf(it) + 1),
        product.fields().stream()
            .flatMap(it -> Field.find(it).stream())
            .collect(Collectors.toSet()),
        product.registrations().stream().flatMap(OfferReading::registration).toList());
  }

  private static Stream<CompanyOffer.Registration> registration(DirectoryEvent.Registration one) {
    return CountryCode.find(one.country())
        .flatMap(
            country ->
                constant(CompanyOffer.RegistrationStatus.class, one.status())
                    .map(status -> new CompanyOffer.Registration(country, status, one.expires())))
        .stream();
  }

  private static Stream<CompanyOffer.Delivery> delivery(DirectoryEvent.Delivery delivery) {
    return CountryCode.find(delivery.country())
        .flatMap(
            country ->
                Field.find(delivery.field())
                    .map(field -> new CompanyOffer.Delivery(country, field, delivery.year())))
        .stream();
  }

  /** Whoever answers for the company in the directory speaks for it anyway. */
  private static List<CompanyOffer.Grant> grants(
      DirectoryEvent.ConsentChanged consent, Optional<String> responsible) {
    return Stream.concat(
            responsible.stream()
                .map(agency -> new CompanyOffer.Grant(AgencyCode.of(agency), Optional.empty())),
            consent.grants().stream()
                .filter(grant -> grant.purposes().contains(PURPOSE))
                .map(grant -> new CompanyOffer.Grant(AgencyCode.of(grant.agency()), grant.until())))
        .toList();
  }

  /** The constant of that code in kebab case. */
  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants())
        .filter(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code))
        .findFirst();
  }
}
