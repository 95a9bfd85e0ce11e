package dev.kanmin.odalinkage.activity;

import dev.kanmin.odalinkage.activity.ActivityQueries.Named;
import java.util.List;

/**
 * Activities that a newer file of the same publisher lacks. They stay: publishers split files, and
 * what is closed drops out of some.
 *
 * @param listed the first of them by identifier
 * @param leftOut how many more there are
 */
record MissingActivities(List<Named> listed, int leftOut) {
  /** For a file that was not read to its end: what it lacks is not known. */
  static final MissingActivities UNKNOWN = new MissingActivities(List.of(), 0);

  /** As many as are listed. */
  static final int MOST = 200;
}
