package dev.kanmin.directory.company;

import dev.kanmin.codes.Coded;

/** Licences under the PMD Act (医薬品医療機器等法). Labels: code list {@code licence-kinds}. */
public enum LicenceKind implements Coded {
  MARKETING_AUTHORISATION_1,
  MARKETING_AUTHORISATION_2,
  MARKETING_AUTHORISATION_3,
  MANUFACTURER_REGISTRATION
}
