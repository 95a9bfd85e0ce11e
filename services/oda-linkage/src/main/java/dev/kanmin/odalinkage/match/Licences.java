package dev.kanmin.odalinkage.match;

import dev.kanmin.odalinkage.match.Assessment.Finding;
import dev.kanmin.odalinkage.match.CompanyOffer.Licence;
import dev.kanmin.odalinkage.match.CompanyOffer.LicenceKind;
import dev.kanmin.odalinkage.match.CompanyOffer.Product;
import dev.kanmin.odalinkage.match.Matcher.Asked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Who may ship which product. Under Japan's PMD Act a device is exported by the holder of a
 * marketing authorisation for its class, or by its registered manufacturer.
 */
final class Licences {
  private static final String QUALITY = "ISO13485";
  private static final List<String> ROMAN = List.of("I", "II", "III", "IV");

  private Licences() {}

  static boolean allow(Product product, CompanyOffer offer, Weights weights, Asked asked) {
    return isNoDevice(product, weights)
        || isAuthorised(product, offer, asked)
        || isManufacturer(offer, asked);
  }

  /** Nothing says that it is a device, and in its fields many things are none. */
  static boolean isNoDevice(Product product, Weights weights) {
    return product.deviceClass().isEmpty()
        && weights.fieldsWithoutDevices().containsAll(product.fields());
  }

  /** Points in percent of the weight, with what they are for. */
  static int grade(
      Collection<Product> products,
      CompanyOffer offer,
      Weights.Weight weight,
      Asked asked,
      List<Finding> evidence) {
    int grade = 0;
    if (products.stream().anyMatch(product -> isAuthorised(product, offer, asked))) {
      grade += weight.grade("authorised");
      evidence.add(new Finding("marketing-authorisation", authorisations(offer, asked)));
    } else if (isManufacturer(offer, asked)) {
      grade += weight.grade("manufacturer");
      evidence.add(Finding.of("manufacturer-registration"));
    }
    for (CompanyOffer.Certificate certificate : offer.certificates()) {
      if (isOfQuality(certificate) && certificate.holdsOn(asked.day())) {
        evidence.add(Finding.of("quality-certificate", certificate.standard()));
        return grade + weight.grade("certificate");
      }
    }
    return grade;
  }

  /** In Roman numerals; empty when no product states one. */
  static String lowestClass(Collection<Product> products) {
    return products.stream()
        .flatMap(product -> product.deviceClass().stream())
        .min(Integer::compare)
        .map(number -> ROMAN.get(number - 1))
        .orElse("");
  }

  /** Of a device whose class is not stated any authorisation will do. */
  private static boolean isAuthorised(Product product, CompanyOffer offer, Asked asked) {
    int needed = product.deviceClass().orElse(1);
    return offer.licences().stream()
        .anyMatch(it -> it.holdsOn(asked.day()) && it.kind().highestClass() >= needed);
  }

  private static boolean isManufacturer(CompanyOffer offer, Asked asked) {
    return offer.licences().stream()
        .anyMatch(
            it -> it.kind() == LicenceKind.MANUFACTURER_REGISTRATION && it.holdsOn(asked.day()));
  }

  private static List<String> authorisations(CompanyOffer offer, Asked asked) {
    List<String> types = new ArrayList<>();
    for (Licence licence : offer.licences()) {
      if (licence.kind().highestClass() > 0 && licence.holdsOn(asked.day())) {
        types.add(licence.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
    }
    return types;
  }

  private static boolean isOfQuality(CompanyOffer.Certificate certificate) {
    return certificate.standard().replace(" ", "").toUpperCase(Locale.ROOT).startsWith(QUALITY);
  }
}
