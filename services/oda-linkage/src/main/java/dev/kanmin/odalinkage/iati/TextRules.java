package dev.kanmin.odalinkage.iati;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Texts tell their language, and positions are two numbers. Source: standard 2.03, narrative and
 * location/point/pos.
 */
final class TextRules {

  private final Subject subject;

  TextRules(Subject subject) {
    this.subject = subject;
  }

  void check() {
    if (!hasLanguage(subject.activity())) {
      narrativesWithoutLanguage(subject.activity())
          .findFirst()
          .ifPresent(
              narrative ->
                  subject.warn(
                      narrative,
                      FaultCode.MISSING_LANGUAGE,
                      "The text has no xml:lang and neither has the activity; add one of the"
                          + " two."));
    }
    for (IatiElement position : subject.anywhere("pos")) {
      if (ActivityExtractor.point(position.text()).isEmpty()) {
        subject.warn(
            position,
            FaultCode.UNREADABLE_POSITION,
            Quoted.of(position.text())
                + " is no position; write latitude, a blank and longitude in decimal degrees.");
      }
    }
  }

  private static Stream<IatiElement> narrativesWithoutLanguage(IatiElement element) {
    return element
        .elements()
        .filter(child -> child.name().standard() && !hasLanguage(child))
        .flatMap(
            child -> child.is("narrative") ? Stream.of(child) : narrativesWithoutLanguage(child));
  }

  private static boolean hasLanguage(IatiElement element) {
    Optional<String> language = element.attribute(IatiName.LANGUAGE);
    return language.filter(given -> !given.isBlank()).isPresent();
  }
}
