package dev.kanmin.odalinkage.iati;

import dev.kanmin.odalinkage.iati.Fault.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the faults of one activity or one file, bounded; errors push warnings out, never the
 * other way round.
 */
final class FaultCollector {

  private static final Comparator<Fault> ORDER =
      Comparator.comparing(Fault::severity)
          .thenComparingInt(Fault::line)
          .thenComparingInt(Fault::column);

  private final int limit;
  private final Severity worst;
  private final List<Fault> errors = new ArrayList<>();
  private final List<Fault> warnings = new ArrayList<>();
  private int found;
  private @Nullable Fault end;

  FaultCollector(int limit) {
    this(limit, Severity.ERROR);
  }

  private FaultCollector(int limit, Severity worst) {
    this.limit = limit;
    this.worst = worst;
  }

  /**
   * For what keeps nothing out, such as faults of the file around its activities: all of it is told
   * as warnings, for an error says that something was not taken.
   */
  static FaultCollector ofWarnings(int limit) {
    return new FaultCollector(limit, Severity.WARNING);
  }

  void error(Place place, FaultCode code, String detail) {
    add(new Fault(place.line(), place.column(), place.path(), code, worst, detail));
  }

  void error(Place place, String attribute, FaultCode code, String detail) {
    add(new Fault(place.line(), place.column(), place.path(attribute), code, worst, detail));
  }

  void warning(Place place, FaultCode code, String detail) {
    add(new Fault(place.line(), place.column(), place.path(), code, Severity.WARNING, detail));
  }

  void warning(Place place, String attribute, FaultCode code, String detail) {
    add(
        new Fault(
            place.line(), place.column(), place.path(attribute), code, Severity.WARNING, detail));
  }

  void add(Fault fault) {
    found++;
    List<Fault> kept = fault.error() ? errors : warnings;
    if (kept.size() < limit) {
      kept.add(fault);
    }
  }

  /** The fault that ends everything; it is kept whatever else was found, and told first. */
  void end(Fault fault) {
    end = fault;
  }

  boolean hasErrors() {
    return !errors.isEmpty() || end != null;
  }

  /**
   * What was gathered, errors first, otherwise in reading order.
   *
   * @param most how many to keep, at least 1 so that a reason is always told
   */
  FaultList list(int most) {
    int size = Math.max(1, Math.min(most, limit));
    List<Fault> kept = new ArrayList<>(errors.subList(0, Math.min(size, errors.size())));
    kept.addAll(warnings.subList(0, Math.min(size - kept.size(), warnings.size())));
    kept.sort(ORDER);
    int leftOut = found - kept.size();
    if (end != null) {
      kept.addFirst(end);
    }
    return new FaultList(kept, leftOut);
  }

  FaultList list() {
    return list(limit);
  }
}
