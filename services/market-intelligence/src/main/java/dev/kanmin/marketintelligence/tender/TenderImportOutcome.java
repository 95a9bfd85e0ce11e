package dev.kanmin.marketintelligence.tender;

import dev.kanmin.codes.Coded;
import java.util.List;
import java.util.Optional;

/**
 * What became of a file.
 *
 * @param taken entries that made a tender or changed one
 * @param unchanged entries that were known
 * @param rejected entries that could not be taken; see errors
 * @param notTenders awards of the World Bank, which are none
 * @param tenders the first 1,000
 * @param errors the first 500
 * @param errorsLeftOut how many more there are
 */
public record TenderImportOutcome(
    Format format,
    int taken,
    int unchanged,
    int rejected,
    int notTenders,
    List<ImportedTender> tenders,
    int tendersLeftOut,
    List<ImportError> errors,
    int errorsLeftOut) {

  /** What a file is. */
  public enum Format implements Coded {
    OCDS,
    WORLD_BANK
  }

  /**
   * A tender that the file is about.
   *
   * @param ocid or the number of the notice
   */
  public record ImportedTender(String id, String ocid, Result result) {}

  /** What became of it. */
  public enum Result implements Coded {
    NEW,
    CHANGED,
    UNCHANGED
  }

  /**
   * Something that could not be taken.
   *
   * @param pointer into the file; the second package of a file begins with /1
   */
  public record ImportError(String pointer, String code, String detail, Optional<String> ocid) {}
}
