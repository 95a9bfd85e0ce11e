package dev.kanmin.odalinkage.iati;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Indicators that are measured have numbers, those that are described have none. Source: standard
 * 2.03, result/indicator.
 */
final class ResultRules {

  private static final Set<String> MEASURED = Set.of("1", "2", "3", "4");
  private static final String DESCRIBED = "5";

  private final Subject subject;

  ResultRules(Subject subject) {
    this.subject = subject;
  }

  void check() {
    for (IatiElement result : subject.all("result")) {
      for (IatiElement indicator : result.children("indicator")) {
        check(indicator);
        if (result.child("reference").isPresent() && indicator.child("reference").isPresent()) {
          subject.warn(
              indicator,
              FaultCode.CONTRADICTION,
              "Both the result and its indicator have a reference; keep one of the two.");
        }
      }
    }
  }

  private void check(IatiElement indicator) {
    String measure = indicator.attribute("measure").orElse("");
    check(measure, indicator.children("baseline"));
    for (IatiElement period : indicator.children("period")) {
      check(measure, period.children("target"));
      check(measure, period.children("actual"));
    }
  }

  private void check(String measure, List<IatiElement> values) {
    for (IatiElement element : values) {
      Optional<String> value = element.attribute("value");
      if (MEASURED.contains(measure) && value.isEmpty()) {
        subject.warn(
            element,
            "value",
            FaultCode.MISSING_ATTRIBUTE,
            "The indicator is measured in numbers, and there is no value; add it.");
      } else if (MEASURED.contains(measure) && !SimpleType.DECIMAL.accepts(value.orElseThrow())) {
        subject.warn(
            element,
            "value",
            FaultCode.IMPLAUSIBLE_VALUE,
            Quoted.of(value.orElseThrow())
                + " is no number, but the indicator is measured in numbers; correct one of them.");
      } else if (measure.equals(DESCRIBED) && value.isPresent()) {
        subject.warn(
            element,
            "value",
            FaultCode.IMPLAUSIBLE_VALUE,
            "The indicator is qualitative and should have no value; put it into the comment.");
      }
    }
  }
}
