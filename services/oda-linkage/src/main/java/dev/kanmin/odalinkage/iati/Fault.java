package dev.kanmin.odalinkage.iati;

/**
 * One thing that is wrong, where, and what to do about it.
 *
 * @param line the line in the file, counted from 1; 0 when the activity did not come from a file
 * @param column the column in that line, counted from 1; 0 when the activity did not come from a
 *     file
 * @param path where it is, such as {@code /iati-activities/iati-activity[3]/sector[2]/@percentage};
 *     positions count the elements of the same name from 1 and are left away where the standard
 *     allows only one
 * @param code what kind of fault it is
 * @param severity whether it keeps the activity out
 * @param detail one English sentence or two: what is wrong and what to do
 */
public record Fault(
    int line, int column, String path, FaultCode code, Severity severity, String detail) {

  /** How much a fault weighs. */
  public enum Severity {
    /** The activity is not taken. */
    ERROR,
    /** The activity is taken; what is said should be put right at the source. */
    WARNING
  }

  /** Whether the fault keeps the activity out. */
  public boolean error() {
    return severity == Severity.ERROR;
  }
}
