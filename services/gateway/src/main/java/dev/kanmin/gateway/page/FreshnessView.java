package dev.kanmin.gateway.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How fresh a page is, in words.
 *
 * @param machine the moment as {@code datetime} in HTML
 * @param position what the live stream goes on after
 */
record FreshnessView(
    String machine, String asOf, long position, String positionText, List<Source> sources) {

  /** Delivery takes a moment; below this nobody needs to be told. */
  private static final Duration WORTH_SAYING = Duration.ofSeconds(2);

  /**
   * @param state {@code current}, {@code behind} or {@code unknown}
   */
  record Source(String state, String text) {}

  static FreshnessView of(
      Instant asOf, long position, List<SourceFreshness> sources, Wording wording) {
    return new FreshnessView(
        asOf.toString(),
        wording.say("freshness.as-of", wording.momentWithSeconds(asOf)),
        position,
        wording.say("freshness.position", String.valueOf(position)),
        sources.stream().map(source -> source(source, wording)).toList());
  }

  private static Source source(SourceFreshness source, Wording wording) {
    var name = wording.sayOr("source." + source.service(), source.service());
    if (source.unsent().isEmpty()) {
      return new Source("unknown", wording.say("freshness.unknown", name));
    }
    var unsent = source.unsent().get();
    if (unsent.compareTo(WORTH_SAYING) > 0) {
      return new Source("behind", wording.say("freshness.behind", name, wording.duration(unsent)));
    }
    return new Source(
        "current",
        source
            .latest()
            .map(latest -> wording.say("freshness.current", name, wording.moment(latest)))
            .orElseGet(() -> wording.say("freshness.current-empty", name)));
  }
}
