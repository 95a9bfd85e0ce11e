package dev.kanmin.odalinkage.iati;

import java.util.Optional;

/** What became of one {@code iati-activity} of a file. */
public sealed interface ActivityOutcome {

  /** The place of the activity in the file, counted from 1. */
  int position();

  /** The line on which the activity begins, counted from 1. */
  int line();

  /** What was found in it: warnings for an accepted one, at least one error for a rejected one. */
  FaultList faults();

  /**
   * The activity may be taken.
   *
   * @param version the version of the standard by whose rules it was read
   * @param tree the whole activity in the form of 2.03, standing alone: what it inherits from the
   *     file (language, linked data address) is written into it
   * @param activity the same, typed
   * @param contentHash {@link ContentHash} of the tree
   */
  record Accepted(
      int position,
      int line,
      IatiVersion version,
      IatiElement tree,
      IatiActivity activity,
      String contentHash,
      FaultList faults)
      implements ActivityOutcome {}

  /**
   * The activity is not taken.
   *
   * @param identifier its {@code iati-identifier}, as far as it could be read
   */
  record Rejected(int position, int line, Optional<String> identifier, FaultList faults)
      implements ActivityOutcome {}
}
