package dev.kanmin.odalinkage.iati;

import java.time.Clock;
import java.util.OptionalInt;

/**
 * Checks a tree that did not come from a file by the rules of 2.03, as {@link IatiReader} checks
 * those that did.
 */
public final class IatiValidator {

  private static final int FAULTS_KEPT = 100;

  private final IatiCodeLists codeLists;
  private final Clock clock;

  /**
   * A validator; it may be used by many threads.
   *
   * @param codeLists where codes are looked up
   * @param clock by which dates are in the future or not
   */
  public IatiValidator(IatiCodeLists codeLists, Clock clock) {
    this.codeLists = codeLists;
    this.clock = clock;
  }

  /** All faults of the activity; without errors among them it may be kept and written. */
  public FaultList check(IatiElement activity) {
    FaultCollector faults = new FaultCollector(FAULTS_KEPT);
    Place place = new Place(null, "iati-activity", 0, 0, 0);
    if (!activity.is("iati-activity")) {
      faults.error(
          place,
          FaultCode.UNKNOWN_ELEMENT,
          "An activity is an element iati-activity, not " + activity.name().written() + ".");
      return faults.list();
    }
    Walk walk = new Walk(new StructureChecker(IatiVersion.V2_03, codeLists, faults), faults);
    walk.places.put(activity, walk.checker.startActivity(place, activity.attributes()));
    walk.characters(activity, place);
    walk.content(activity, place);
    if (!faults.hasErrors()) {
      new ActivityRules(activity, walk.places, codeLists, clock, faults).check();
    }
    return faults.list();
  }

  private static final class Walk {
    private final StructureChecker checker;
    private final FaultCollector faults;
    private final Places places = new Places();

    Walk(StructureChecker checker, FaultCollector faults) {
      this.checker = checker;
      this.faults = faults;
    }

    void content(IatiElement element, Place place) {
      for (IatiNode node : element.content()) {
        switch (node) {
          case IatiText text -> {
            checker.text(text.value());
            characters(text.value(), place);
          }
          case IatiElement child -> {
            Place start = checker.start(child.name(), child.attributes(), 0, 0);
            places.put(child, start);
            characters(child, start);
            content(child, start);
          }
        }
      }
      checker.end();
    }

    void characters(IatiElement element, Place place) {
      element.attributes().forEach(attribute -> characters(attribute.value(), place));
    }

    private void characters(String text, Place place) {
      OptionalInt forbidden = XmlCharacters.firstForbidden(text);
      if (forbidden.isPresent()) {
        faults.error(
            place,
            FaultCode.NOT_WELL_FORMED,
            "The character U+%04X cannot be written in XML; remove it."
                .formatted(forbidden.getAsInt()));
      }
    }
  }
}
