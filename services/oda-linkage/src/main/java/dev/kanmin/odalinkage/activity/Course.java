package dev.kanmin.odalinkage.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far an activity has come under its scheme. Only officers change it; no import does.
 *
 * @param scheme a code of the list of schemes
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

  Course with(ActivityEvent.SchemeSet set) {
    return new Course(
        Optional.of(set.scheme()), reached, set.activity().nextStep(), set.activity().nextDate());
  }

  Course with(ActivityEvent.ActivityAdvanced advanced) {
    List<ReachedStep> steps = new ArrayList<>(reached);
    steps.removeIf(step -> step.step().equals(advanced.step()));
    steps.add(new ReachedStep(advanced.step(), advanced.date(), advanced.evidence()));
    return new Course(scheme, steps, advanced.nextStep(), advanced.nextDate());
  }
}
