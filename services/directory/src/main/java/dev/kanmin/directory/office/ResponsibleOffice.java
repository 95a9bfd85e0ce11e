package dev.kanmin.directory.office;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.Checks;

/**
 * The office (担当課・在外事務所) of the responsible agency that looks after a record.
 *
 * @param code short code that the agency gives it, such as {@code jetro-hanoi}
 * @param name as people know it
 */
public record ResponsibleOffice(String code, LocalizedText name) {
  private static final int LONGEST_NAME = 200;

  /** Refuses what is no code or name, with its place. */
  public void check(String pointer) {
    Checks.code(code, pointer + "/code");
    Checks.text(name, LONGEST_NAME, pointer + "/name");
  }
}
