package dev.kanmin.gateway.page;

import java.util.List;
import java.util.stream.Stream;

/**
 * A chart with its table, which says the same. The script draws it from the table.
 *
 * @param id as {@code id} in HTML, and in the address of its export
 * @param shape {@code bars} where the first column is words, {@code columns} where it is time
 * @param head of the table's columns, the first one included
 * @param note what the table leaves out; empty for nothing
 * @param choices of what it shows; empty where there is only one
 */
record Chart(
    String id,
    String heading,
    String lead,
    String shape,
    List<String> head,
    List<Bar> bars,
    String note,
    List<HeatMap.Choice> choices) {

  /**
   * A row of the table.
   *
   * @param href of what is counted; empty where that cannot be listed
   * @param cells what stands in the columns after the first
   * @param value the same as the first of them, as scripts read numbers
   */
  record Bar(String label, String href, List<String> cells, String value) {}

  /** As rows of a file. */
  Stream<List<String>> rows() {
    return Stream.concat(
        Stream.of(head),
        bars.stream()
            .map(bar -> Stream.concat(Stream.of(bar.label()), bar.cells().stream()).toList()));
  }
}
