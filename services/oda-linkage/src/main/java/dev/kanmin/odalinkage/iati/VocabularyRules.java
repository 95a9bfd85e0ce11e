package dev.kanmin.odalinkage.iati;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What goes with a vocabulary: the OECD's beside others, names for what only the reporting
 * organisation knows, one aid type of each. Source: standard 2.03, sector, policy-marker, aid-type.
 */
final class VocabularyRules {

  private static final String DAC = "1";
  private static final String OWN = "99";
  private static final Set<String> OWN_SECTORS = Set.of("98", OWN);

  private final Subject subject;

  VocabularyRules(Subject subject) {
    this.subject = subject;
  }

  void check() {
    List<IatiElement> levels = new ArrayList<>(List.of(subject.activity()));
    levels.addAll(subject.all("transaction"));
    for (IatiElement level : levels) {
      checkSectors(level);
      checkAidTypes(level, level.children("default-aid-type"));
      checkAidTypes(level, level.children("aid-type"));
    }
    for (IatiElement marker : subject.all("policy-marker")) {
      checkMarker(marker);
    }
  }

  private void checkSectors(IatiElement level) {
    List<IatiElement> sectors = level.children("sector");
    if (!sectors.isEmpty() && sectors.stream().noneMatch(sector -> is(sector, DAC))) {
      warn(
          level,
          FaultCode.MISSING_ELEMENT,
          "No sector is of vocabulary 1, OECD DAC; add one beside the others.");
    }
    for (IatiElement sector : sectors) {
      if (OWN_SECTORS.contains(vocabulary(sector)) && sector.child("narrative").isEmpty()) {
        subject.warn(
            sector,
            FaultCode.MISSING_NARRATIVE,
            "A sector of the organisation's own vocabulary needs a narrative; add one.");
      }
    }
  }

  private void checkAidTypes(IatiElement level, List<IatiElement> types) {
    if (!types.isEmpty() && types.stream().noneMatch(type -> is(type, DAC))) {
      warn(
          level,
          FaultCode.MISSING_ELEMENT,
          "No aid type is of vocabulary 1, OECD DAC; add one beside the others.");
    }
    Set<String> seen = new HashSet<>();
    for (IatiElement type : types) {
      if (!seen.add(vocabulary(type))) {
        subject.warn(
            type,
            FaultCode.TOO_MANY,
            "There is an aid type of vocabulary "
                + Quoted.of(vocabulary(type))
                + " before this one; keep only one of them.");
      }
    }
  }

  private void checkMarker(IatiElement marker) {
    if (is(marker, DAC) && marker.attribute("significance").isEmpty()) {
      subject.warn(
          marker,
          "significance",
          FaultCode.MISSING_ATTRIBUTE,
          "A policy marker of the OECD DAC needs a significance; add it.");
    }
    if (is(marker, OWN) && marker.child("narrative").isEmpty()) {
      subject.warn(
          marker,
          FaultCode.MISSING_NARRATIVE,
          "A policy marker of the organisation's own vocabulary needs a narrative; add one.");
    }
  }

  private void warn(IatiElement level, FaultCode code, String detail) {
    if (level.is("transaction")) {
      subject.warn(level, code, detail);
    } else {
      subject.warn(code, detail);
    }
  }

  private static boolean is(IatiElement element, String vocabulary) {
    return vocabulary(element).equals(vocabulary);
  }

  private static String vocabulary(IatiElement element) {
    return element.attribute("vocabulary").filter(given -> !given.isEmpty()).orElse(DAC);
  }
}
