package dev.kanmin.trademissions.activity;

import dev.kanmin.events.EventHandlers;
import dev.kanmin.events.Inbox;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Follows the topic of oda-linkage; bound to it as {@code activities} in application.yaml. */
@Configuration(proxyBeanMethods = false)
class ActivitySubscription {
  static final String TOPIC = "kanmin.oda-linkage";
  private static final String GROUP = "trade-missions";

  /** Whatever happened to an activity, the copy is replaced by what the event carries. */
  static final List<String> TYPES =
      List.of(
          "dev.kanmin.oda-linkage.activity-imported.v1",
          "dev.kanmin.oda-linkage.activity-registered.v1",
          "dev.kanmin.oda-linkage.activity-revised.v1",
          "dev.kanmin.oda-linkage.activity-advanced.v1",
          "dev.kanmin.oda-linkage.step-corrected.v1",
          "dev.kanmin.oda-linkage.scheme-set.v1",
          "dev.kanmin.oda-linkage.fields-confirmed.v1",
          "dev.kanmin.oda-linkage.fields-overridden.v1");

  @Bean
  Consumer<Message<byte[]>> activities(Inbox inbox, ActivityCopies copies) {
    var handlers = EventHandlers.builder();
    TYPES.forEach(type -> handlers.on(type, ActivityChanged.class, copies::take));
    return inbox.consumer(GROUP, TOPIC, handlers.build());
  }
}
