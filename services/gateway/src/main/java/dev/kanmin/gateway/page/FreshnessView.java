package dev.kanmin.gateway.page;

import dev.kanmin.gateway.view.AnswerHead;
import dev.kanmin.gateway.view.AnswerHead.Freshness;
import java.time.Duration;
import java.util.List;

/**
 * How fresh a page is, in words.
 *
 * @param machine the moment as {@code datetime} in HTML
 * @param position what the live stream goes on after
 */
record FreshnessView(
    String machine, String asOf, String position, String positionText, List<Source> sources) {

  /** Delivery takes a moment; below this nobody needs to be told. */
  private static final Duration WORTH_SAYING = Duration.ofSeconds(2);

  /**
   * How fresh what comes from one service is.
   *
   * @param state {@code current}, {@code behind} or {@code unknown}
   */
  record Source(String state, String text) {}

  static FreshnessView of(AnswerHead head, Wording wording) {
    var asOf = head.asOf();
    return new FreshnessView(
        asOf.time().toString(),
        wording.say("freshness.as-of", wording.momentWithSeconds(asOf.time())),
        asOf.position(),
        wording.say("freshness.position", asOf.position()),
        head.freshness().stream().map(source -> source(source, wording)).toList());
  }

  private static Source source(Freshness source, Wording wording) {
    var name = wording.service(source.service());
    if (!source.reachable() || source.oldestUnsentMillis().isEmpty()) {
      return new Source("unknown", wording.say("freshness.unknown", name));
    }
    var unsent = Duration.ofMillis(source.oldestUnsentMillis().get());
    if (unsent.compareTo(WORTH_SAYING) > 0) {
      return new Source("behind", wording.say("freshness.behind", name, wording.duration(unsent)));
    }
    var latest =
        source
            .latestEvent()
            .map(event -> wording.say("freshness.current", name, wording.moment(event)));
    return new Source(
        "current", latest.orElseGet(() -> wording.say("freshness.current-empty", name)));
  }
}
