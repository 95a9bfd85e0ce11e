package dev.kanmin.gateway.feed;

import java.util.List;

/**
 * Which topics are copied, and where to.
 *
 * @param feed has one partition; its offsets are the positions of the feed
 * @param sources one topic per producing service
 */
public record FeedTopics(String feed, List<String> sources) {
  /** The topics of Kanmin as the services publish them. */
  public static final FeedTopics STANDARD =
      new FeedTopics("kanmin.feed", List.of("kanmin.trade-missions", "kanmin.oda-linkage"));

  public FeedTopics {
    sources = List.copyOf(sources);
  }
}
