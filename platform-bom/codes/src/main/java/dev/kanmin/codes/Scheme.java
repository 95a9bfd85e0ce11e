package dev.kanmin.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scheme under which development co-operation is given.
 *
 * @param agency who runs it, one of {@link CodeLists#AGENCIES}
 * @param validFrom first day of the (fiscal) year in which it began, where known
 * @param retired first day without new activities under it; empty while it is offered
 * @param steps all steps in order, those of other times too
 */
public record Scheme(
    String code,
    LocalizedText labels,
    AgencyCode agency,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> retired,
    List<SchemeStep> steps) {

  static Scheme of(CodeEntry entry) {
    return new Scheme(
        entry.code(),
        entry.labels(),
        AgencyCode.of(entry.text("agency").orElseThrow()),
        entry.validFrom(),
        entry.retired(),
        steps(entry));
  }

  /** The steps that an activity of that day goes through, in order. */
  public List<SchemeStep> stepsOn(LocalDate day) {
    return steps.stream().filter(step -> step.isPartOfTheSchemeOn(day)).toList();
  }

  public Optional<SchemeStep> step(String stepCode) {
    return steps.stream().filter(step -> step.code().equals(stepCode)).findFirst();
  }

  /** Whether a new activity may be entered under it on that day. */
  public boolean isOpenToNewOn(LocalDate day) {
    return validFrom.map(first -> !day.isBefore(first)).orElse(true)
        && retired.map(day::isBefore).orElse(true);
  }

  private static List<SchemeStep> steps(CodeEntry entry) {
    return entry.attributes().get("steps") instanceof List<?> steps
        ? steps.stream().map(step -> SchemeStep.of((Map<?, ?>) step)).toList()
        : List.of();
  }
}
