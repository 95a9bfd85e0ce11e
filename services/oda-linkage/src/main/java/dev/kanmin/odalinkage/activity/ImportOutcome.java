package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.Coded;
import dev.kanmin.odalinkage.activity.ActivityQueries.Named;
import java.util.List;
import java.util.Optional;

/**
 * What became of an IATI file. Every list is bounded; the number beside it says how many are left
 * out.
 *
 * @param version the version the file declares
 * @param complete whether the file was read to its end; if not, {@code faults} says where and why
 *     reading stopped, and what was read before stands
 * @param accepted activities that were new or had new content
 * @param unchanged activities that had nothing new
 * @param rejected activities that were not taken
 * @param events events that were published because of the file
 * @param activities those accepted or unchanged, the first 1,000 of the file
 * @param rejectedActivities those that were not taken, the first 1,000 of the file
 * @param faults errors first, those of the file before those of its activities; 500 at most, and
 *     errors are never left out in favour of warnings
 * @param missing activities that the same publishers reported earlier and this file lacks, the
 *     first 200 by identifier; they are kept. Empty when the file was not read to its end
 */
record ImportOutcome(
    Optional<String> version,
    boolean complete,
    int accepted,
    int unchanged,
    int rejected,
    int events,
    List<ImportedActivity> activities,
    int activitiesLeftOut,
    List<RejectedActivity> rejectedActivities,
    int rejectedActivitiesLeftOut,
    List<ImportFault> faults,
    int faultsLeftOut,
    List<Named> missing,
    int missingLeftOut) {

  /** What became of one activity of the file. */
  enum Result implements Coded {
    NEW,
    CHANGED,
    UNCHANGED
  }

  /**
   * An activity that was taken.
   *
   * @param line on which it begins
   */
  record ImportedActivity(String id, String iatiIdentifier, int line, Result result) {}

  /**
   * An activity that was not taken.
   *
   * @param line on which it begins
   * @param iatiIdentifier absent where it could not be read
   * @param code of the first reason; {@code faults} may have more
   */
  record RejectedActivity(int line, Optional<String> iatiIdentifier, String code) {}

  /**
   * Something that is wrong in the file.
   *
   * @param severity {@code error}: the activity, or the rest of the file, was not taken; {@code
   *     warning}: it was taken
   * @param iatiIdentifier the activity's; absent for faults of the file, and where it could not be
   *     read
   */
  record ImportFault(
      int line,
      int column,
      String path,
      String code,
      Severity severity,
      String detail,
      Optional<String> iatiIdentifier) {

    /** How much a fault weighs. */
    enum Severity implements Coded {
      ERROR,
      WARNING
    }
  }
}
