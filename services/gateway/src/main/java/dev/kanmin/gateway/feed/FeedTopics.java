package dev.kanmin.gateway.feed;

import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.codes.services.TopicNames;
import java.util.List;

/**
 * Which topics are copied, and where to.
 *
 * @param feed has one partition; its offsets are the positions of the feed
 * @param sources one topic per producing service
 */
public record FeedTopics(String feed, List<String> sources) {
  /** The topics of all listed services. */
  public static final FeedTopics STANDARD =
      new FeedTopics(
          TopicNames.FEED, ServiceList.kanmin().services().stream().map(Service::topic).toList());

  public FeedTopics {
    sources = List.copyOf(sources);
  }
}
