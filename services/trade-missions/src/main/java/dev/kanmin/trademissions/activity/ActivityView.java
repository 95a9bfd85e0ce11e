package dev.kanmin.trademissions.activity;

import dev.kanmin.codes.Cell;
import dev.kanmin.web.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ODA activity as this service has copied it.
 *
 * @param id in oda-linkage, {@code act_…}
 * @param cells those asked for to which it belongs
 */
public record ActivityView(
    String id,
    String iatiIdentifier,
    Map<String, String> title,
    Optional<String> status,
    Optional<String> scheme,
    Optional<String> step,
    List<Cell> cells) {

  /**
   * Activities of some cells.
   *
   * @param asOf time of the newest event of oda-linkage that is in the copies; absent before the
   *     first
   * @param leftOut how many more there are than are shown
   */
  @Schema(name = "ActivitiesOfCells")
  public record OfCells(
      List<ActivityView> items, Optional<Instant> asOf, List<Page.LeftOut> leftOut) {}
}
