package dev.kanmin.odalinkage.iati;

import java.time.Clock;

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

  /** The activity as it is kept, and all that is wrong with it. */
  public CheckedActivity check(IatiElement activity) {
    FaultCollector faults = new FaultCollector(FAULTS_KEPT);
    Place place = new Place(null, "iati-activity", 0, 0, 0);
    if (!activity.is("iati-activity")) {
      faults.error(
          place,
          FaultCode.UNKNOWN_ELEMENT,
          "An activity is an element iati-activity, not " + activity.name().written() + ".");
      return new CheckedActivity(activity, faults.list());
    }
    ActivityAssembler assembler =
        new ActivityAssembler(new StructureChecker(IatiVersion.V2_03, codeLists, faults));
    assembler.startActivity(place, activity.attributes());
    tellContent(activity, assembler);
    IatiElement kept = assembler.end();
    if (!faults.hasErrors()) {
      new StandardRules(kept, assembler.places(), codeLists, clock, faults).check();
    }
    return new CheckedActivity(kept, faults.list());
  }

  private static void tellContent(IatiElement element, ActivityAssembler assembler) {
    for (IatiNode node : element.content()) {
      switch (node) {
        case IatiText text -> assembler.text(text.value());
        case IatiElement child -> {
          assembler.start(child.name(), child.attributes(), 0, 0);
          tellContent(child, assembler);
          assembler.end();
        }
      }
    }
  }
}
