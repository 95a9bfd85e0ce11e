package dev.kanmin.codes.services;

/** What Kafka topics are called. */
public final class TopicNames {
  /** The one total order of all events, one partition. */
  public static final String FEED = "kanmin.feed";

  private static final String PREFIX = "kanmin.";
  private static final String DEAD_LETTERS = ".dlt";

  private TopicNames() {}

  /** Where a service publishes: {@code kanmin.trade-missions}. */
  public static String of(String service) {
    return PREFIX + service;
  }

  /**
   * Where a consumer group puts what it cannot take from a topic: {@code
   * kanmin.oda-linkage.trade-missions.dlt}.
   */
  public static String deadLetters(String topic, String group) {
    return topic + "." + group + DEAD_LETTERS;
  }
}
