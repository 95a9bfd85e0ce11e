package dev.kanmin.odalinkage.iati;

/**
 * Told of each activity of a file, in document order, while the file is read: nothing is read ahead
 * of it.
 */
@FunctionalInterface
public interface ActivityHandler {

  /** Takes the outcome; an exception thrown here ends the reading and is passed on. */
  void handle(ActivityOutcome outcome);
}
