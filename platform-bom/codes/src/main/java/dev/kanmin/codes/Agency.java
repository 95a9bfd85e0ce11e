package dev.kanmin.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A partner agency (機関).
 *
 * @param corporateNumber where it has been verified; agencies without a verified one have none here
 * @param identifiers every organisation identifier under which publishers refer to it, preferred
 *     first: {@code JP-JCN-4000012090001}, {@code XM-DAC-701-8}
 */
public record Agency(
    AgencyCode code,
    LocalizedText names,
    Optional<CorporateNumber> corporateNumber,
    List<String> identifiers) {

  static Agency of(CodeEntry entry) {
    var corporateNumber = entry.text("corporateNumber").map(CorporateNumber::of);
    var identifiers = new ArrayList<String>();
    corporateNumber.map(CorporateNumber::asOrganisationIdentifier).ifPresent(identifiers::add);
    identifiers.addAll(entry.texts("identifiers"));
    return new Agency(
        AgencyCode.of(entry.code()), entry.labels(), corporateNumber, List.copyOf(identifiers));
  }

  /** The name in that language, or in the next of its fallbacks. */
  public String name(Language language) {
    return names.in(language);
  }
}
