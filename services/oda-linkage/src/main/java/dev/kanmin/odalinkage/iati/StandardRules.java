package dev.kanmin.odalinkage.iati;

import java.time.Clock;

/**
 * What the standard asks for beyond its XML schema, for an activity whose structure is right.
 * Errors are only what Kanmin could not work with; the rest are warnings. Which of the standard's
 * rules are checked, and which are not and why, stands in {@code iati-rules.md} of this service,
 * which a test compares with what happens.
 */
final class StandardRules {

  private final Subject subject;
  private final IatiCodeLists codeLists;
  private final Clock clock;

  /**
   * @param places where the elements of the activity stand
   */
  StandardRules(
      IatiElement activity,
      Places places,
      IatiCodeLists codeLists,
      Clock clock,
      FaultCollector faults) {
    this.subject = Subject.of(activity, places, faults);
    this.codeLists = codeLists;
    this.clock = clock;
  }

  /** The identifier of an activity without the blanks that should not be around it. */
  static String identifier(IatiElement activity) {
    return Blanks.trimmed(activity.child("iati-identifier").map(IatiElement::text).orElse(""));
  }

  void check() {
    new IdentifierRules(subject).check();
    new OrganisationRules(subject).check();
    new LevelRules(subject).check();
    new VocabularyRules(subject).check();
    new TextRules(subject).check();
    new MoneyRules(subject).check();
    new DateRules(subject, clock).check();
    new PercentageRules(subject).check();
    new ResultRules(subject).check();
    new CodeRules(subject, codeLists).check();
  }
}
