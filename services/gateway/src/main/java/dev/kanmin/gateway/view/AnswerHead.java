package dev.kanmin.gateway.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What every view begins with.
 *
 * @param freshness per service
 * @param pictureLeftOut what is in the feed and in no cell at all, and why
 */
public record AnswerHead(AsOf asOf, List<Freshness> freshness, List<LeftOut> pictureLeftOut) {

  /**
   * Of when the picture is.
   *
   * @param position of the feed that it has reached; opaque, rising
   * @param time when this was last known to be all of the feed
   * @param lag records of the feed that are not in it yet; -1 when the feed cannot be read
   */
  public record AsOf(String position, Instant time, long lag) {}

  /**
   * How fresh what comes from one service is.
   *
   * @param reachable whether the service answers; if not, it may have unsent events
   * @param oldestUnsentMillis age of the oldest event that it has not sent; 0 when all are sent
   * @param latestEvent when the latest event in the picture happened
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Freshness(
      String service,
      boolean reachable,
      Optional<Long> oldestUnsentMillis,
      Optional<Instant> latestEvent) {}
}
