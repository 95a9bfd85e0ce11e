package dev.kanmin.odalinkage.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far an activity has come under its scheme. Only officers change it; no import does.
 *
 * @param scheme code of {@code schemes}
 * @param reached the steps reached, in the order of the scheme
 * @param nextStep what is expected next
 * @param nextDate when that is expected
 */
public record Course(
    Optional<String> scheme,
    List<ReachedStep> reached,
    Optional<String> nextStep,
    Optional<LocalDate> nextDate) {

  /** No scheme yet. */
  public static final Course NONE =
      new Course(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  /**
   * A step that was reached.
   *
   * @param step code of {@code scheme-steps}
   * @param evidence where it is proven, such as the address or number of a document
   */
  public record ReachedStep(String step, LocalDate date, Optional<String> evidence) {}

  public Course {
    reached = List.copyOf(reached);
  }

  /** The last step reached. */
  public Optional<ReachedStep> current() {
    return reached.isEmpty() ? Optional.empty() : Optional.of(reached.getLast());
  }

  Course under(String newScheme) {
    return new Course(Optional.of(newScheme), reached, nextStep, nextDate);
  }

  Course with(ReachedStep step, Optional<String> newNextStep, Optional<LocalDate> newNextDate) {
    List<ReachedStep> steps = new ArrayList<>(reached);
    steps.add(step);
    return new Course(scheme, steps, newNextStep, newNextDate);
  }
}
