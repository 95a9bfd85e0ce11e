package dev.kanmin.events.inbox;

import dev.kanmin.codes.services.TopicNames;

/**
 * Says that a service follows another one; a bean of this type is all that is needed:
 *
 * <pre>{@code
 * @Bean
 * Subscription activities(ActivityCopies copies) {
 *   return Subscription.to("oda-linkage", EventHandlers.builder()…build());
 * }
 * }</pre>
 *
 * Topic ({@code kanmin.oda-linkage}), consumer group (this service's name), binding and dead-letter
 * topic ({@code kanmin.oda-linkage.<this service>.dlt}) follow from it. What is particular to one
 * may be set under {@code spring.cloud.stream.bindings.<followed service>.consumer}.
 *
 * @param service who is followed, such as {@code oda-linkage}; one subscription each
 * @param handlers what is done with which of its events
 */
public record Subscription(String service, EventHandlers handlers) {

  public static Subscription to(String service, EventHandlers handlers) {
    return new Subscription(service, handlers);
  }

  /** What is read. */
  String topic() {
    return TopicNames.of(service);
  }
}
