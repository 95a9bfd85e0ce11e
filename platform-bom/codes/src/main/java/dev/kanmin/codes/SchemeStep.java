package dev.kanmin.codes;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a scheme.
 *
 * @param code one of {@link CodeLists#SCHEME_STEPS}
 * @param from first day on which the scheme has this step; empty when it always had
 * @param until first day on which it no longer has; empty while it has
 */
public record SchemeStep(
    String code, LocalizedText labels, Optional<LocalDate> from, Optional<LocalDate> until) {

  static SchemeStep of(Map<?, ?> attribute) {
    var step =
        CodeLists.list(CodeLists.SCHEME_STEPS).require(String.valueOf(attribute.get("step")));
    return new SchemeStep(
        step.code(), step.labels(), date(attribute, "from"), date(attribute, "until"));
  }

  boolean isPartOfTheSchemeOn(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(day::isBefore).orElse(true);
  }

  private static Optional<LocalDate> date(Map<?, ?> attribute, String name) {
    return Optional.ofNullable(attribute.get(name)).map(Object::toString).map(LocalDate::parse);
  }
}
