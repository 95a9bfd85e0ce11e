package dev.kanmin.controltower.agency;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeEntry;
import dev.kanmin.codes.CodeLists;
import java.util.Set;
import java.util.stream.Collectors;

/** The agencies that are the control tower: those the code list {@code agencies} marks as such. */
public final class TowerAgencies {
  private static final Set<String> CODES =
      CodeLists.list(CodeLists.AGENCIES).entries().stream()
          .filter(entry -> entry.flag("controlTower"))
          .map(CodeEntry::code)
          .collect(Collectors.toUnmodifiableSet());

  private TowerAgencies() {}

  public static boolean has(AgencyCode agency) {
    return CODES.contains(agency.code());
  }
}
