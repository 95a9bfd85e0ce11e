package dev.kanmin.sheets;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What came of a file.
 *
 * @param encoding of its text as it was found: {@code UTF-8}, {@code UTF-8 with BOM} or {@code
 *     CP932}; none of an Excel file
 * @param dryRun whether nothing was written
 * @param unchanged records that are as the file says already: nothing is written or told of them
 * @param records those that were created or changed
 */
@Schema(name = "SheetImport")
public record ImportOutcome(
    SheetFormat format,
    Optional<String> encoding,
    boolean dryRun,
    int created,
    int changed,
    int unchanged,
    List<Imported> records) {

  /**
   * A record.
   *
   * @param line of the file, counted from 1
   */
  @Schema(name = "ImportedRecord")
  public record Imported(int line, String id, boolean created) {}
}
