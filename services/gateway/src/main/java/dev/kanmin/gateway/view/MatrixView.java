package dev.kanmin.gateway.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kanmin.gateway.view.ViewParts.Labelled;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import dev.kanmin.gateway.view.ViewParts.Totals;
import java.util.List;

/**
 * All cells: countries × fields.
 *
 * @param countries rows: Asia without Japan, then others in which there is something
 * @param fields columns: the fields with {@code cross-field} last, then {@code unclassified}
 * @param kinds what is counted, in order
 * @param squares those in which there is something; all others are empty
 * @param totals over everything, each subject once
 */
record MatrixView(
    List<Axis> countries,
    List<Axis> fields,
    List<Labelled> kinds,
    List<Square> squares,
    Totals totals,
    List<LeftOut> leftOut) {

  /**
   * A country or a field with its sums.
   *
   * @param totals in which a subject counts once, in however many squares it is
   */
  record Axis(@JsonUnwrapped Labelled of, Totals totals) {}

  /**
   * A cell.
   *
   * @param heat 0 (nothing live) to 5 (16 live subjects or more); doubles from step to step
   */
  record Square(String country, String field, int heat, @JsonUnwrapped Totals totals) {}
}
