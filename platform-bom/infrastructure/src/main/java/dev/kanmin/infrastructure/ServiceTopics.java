package dev.kanmin.infrastructure;

import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.codes.services.TopicNames;
import java.util.List;
import java.util.stream.Stream;

/** The topics that follow from the list of services. */
public final class ServiceTopics {
  /** Of a service's topic, and so of every dead-letter topic beside it. */
  private static final int PARTITIONS = 3;

  /** One partition: the one total order. */
  private static final TopicSpec FEED = new TopicSpec(TopicNames.FEED, 1);

  private ServiceTopics() {}

  /** Every topic of Kanmin. */
  public static List<TopicSpec> all(ServiceList list) {
    return Stream.concat(
            Stream.of(FEED),
            list.services().stream()
                .flatMap(
                    service ->
                        Stream.concat(
                            Stream.of(service.topic()), service.deadLetterTopics().stream()))
                .map(ServiceTopics::spec))
        .toList();
  }

  /** What one service finds at its start: its topic, those it follows, its dead-letter topics. */
  public static List<TopicSpec> of(Service service) {
    return Stream.of(
            Stream.of(service.topic()),
            service.follows().stream().map(TopicNames::of),
            service.deadLetterTopics().stream())
        .flatMap(names -> names)
        .distinct()
        .map(ServiceTopics::spec)
        .toList();
  }

  private static TopicSpec spec(String name) {
    return new TopicSpec(name, PARTITIONS);
  }
}
