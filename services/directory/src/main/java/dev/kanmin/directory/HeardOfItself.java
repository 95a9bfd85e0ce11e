package dev.kanmin.directory;

import dev.kanmin.events.inbox.EventHandlers;
import dev.kanmin.events.inbox.Policy;
import dev.kanmin.events.inbox.Subscription;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory hears itself: what an office looks after goes with its work. */
@Configuration(proxyBeanMethods = false)
class HeardOfItself {
  @Bean
  Subscription ownEvents(List<Policy> policies) {
    EventHandlers.Builder handlers = EventHandlers.builder();
    policies.forEach(handlers::reacting);
    return Subscription.to("directory", handlers.build());
  }
}
