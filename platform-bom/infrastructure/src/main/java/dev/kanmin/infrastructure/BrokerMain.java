package dev.kanmin.infrastructure;

import kafka.Kafka;

/** The ordinary broker, ending with the process that started it. */
final class BrokerMain {
  private BrokerMain() {}

  public static void main(String[] arguments) {
    ParentWatch.follow();
    Kafka.main(arguments);
  }
}
