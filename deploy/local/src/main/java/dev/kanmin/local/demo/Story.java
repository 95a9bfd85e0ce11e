package dev.kanmin.local.demo;

import java.util.List;
import java.util.Optional;

/**
 * One part of the sample data: the same steps for every row of a table.
 *
 * @param title for the line that tells how far it is
 * @param table file of rows; without one the steps are taken once
 * @param steps in order
 */
record Story(String title, Optional<String> table, List<Step> steps) {

  /**
   * One request.
   *
   * @param as the agency that asks
   * @param call method and path
   * @param when {@code column has word} or {@code column}: only for rows where that is so
   * @param keep the name by which the answer's id is known from now on; may be empty
   * @param at where in the answer that id is, a JSON pointer
   * @param until whether it is asked until something is there: for what follows by itself
   * @param edits path of the record of which this edits the latest version
   * @param files of the folder of stories that are the request's body, parted by blanks: one as it
   *     is, several as a zip
   * @param type of those files
   * @param body of the request, a template
   */
  record Step(
      String as,
      String call,
      Optional<String> when,
      Optional<String> keep,
      String at,
      boolean until,
      Optional<String> edits,
      Optional<String> files,
      Optional<String> type,
      Optional<Object> body) {}
}
