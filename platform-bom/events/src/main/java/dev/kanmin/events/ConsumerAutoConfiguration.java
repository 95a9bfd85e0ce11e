package dev.kanmin.events;

import dev.kanmin.events.inbox.Inbox;
import dev.kanmin.events.inbox.Subscription;
import dev.kanmin.events.inbox.Subscriptions;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Reads what this service subscribes to. The container under a consumer never skips a record. It
 * sees only failures that the {@link Inbox} cannot settle (the dead-letter topic or the store does
 * not answer): it offers the record again, for as long as it takes, and commits nothing meanwhile.
 */
@AutoConfiguration
@ConditionalOnClass(ListenerContainerCustomizer.class)
public final class ConsumerAutoConfiguration {

  @Bean
  Subscriptions subscriptions(
      EventsProperties properties, ObjectProvider<Subscription> subscriptions, Inbox inbox) {
    return new Subscriptions(properties.service(), subscriptions.stream().toList(), inbox);
  }

  @Bean
  ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> neverSkip() {
    return (container, destination, group) -> container.setCommonErrorHandler(endless());
  }

  private static DefaultErrorHandler endless() {
    var handler = new DefaultErrorHandler(new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS));
    // left to itself it gives some exceptions up at once, and skips their records
    handler.setClassifications(Map.of(), true);
    return handler;
  }
}
