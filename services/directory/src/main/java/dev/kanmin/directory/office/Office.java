package dev.kanmin.directory.office;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;

/**
 * An office as it stands.
 *
 * @param code that its agency gives it; with the agency it makes the id, so it never changes
 */
record Office(String id, AgencyCode agency, String code, LocalizedText name, OfficeState state) {

  /** Before the first event. */
  static final Office NONE =
      new Office(
          "", AgencyCode.of("nobody"), "none", LocalizedText.of("なし", "None"), OfficeState.OPEN);

  boolean exists() {
    return !id.isEmpty();
  }

  boolean isOf(AgencyCode one) {
    return agency.equals(one);
  }

  Office named(LocalizedText newName) {
    return new Office(id, agency, code, newName, state);
  }

  Office in(OfficeState newState) {
    return new Office(id, agency, code, name, newState);
  }

  ResponsibleOffice asResponsible() {
    return new ResponsibleOffice(code, name);
  }
}
