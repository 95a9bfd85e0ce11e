package dev.kanmin.marketintelligence.profile;

import dev.kanmin.codes.Cell;
import java.util.List;
import java.util.Map;

/**
 * What became of a file of trade figures.
 *
 * @param form of Comtrade's forms: classic, classic-long, comtrade-plus, bulk
 * @param encoding that it was read in
 * @param unknownColumns that were not read
 * @param taken figures that are new or changed
 * @param unchanged figures that were known, or known from a later retrieval
 * @param passed rows that are none of ours, by reason: part-of-total, other-flow, not-annual,
 *     other-reporter, other-goods, other-classification
 * @param rejected rows at fault; see errors
 * @param profiles the cells whose profile changed
 * @param errors the first 500
 * @param errorsLeftOut how many more there are
 */
public record TradeImportOutcome(
    String form,
    String encoding,
    List<String> unknownColumns,
    long taken,
    long unchanged,
    Map<String, Long> passed,
    long rejected,
    List<Cell> profiles,
    List<RowError> errors,
    long errorsLeftOut) {

  /** A row at fault, by its line in the file. */
  public record RowError(long line, String code, String detail) {}
}
