package dev.kanmin.controltower.counting;

import dev.kanmin.events.inbox.EventHandlers;
import dev.kanmin.events.inbox.Policy;
import dev.kanmin.events.inbox.Subscription;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every service that tells cards, and the policies on what this one tells itself. */
@Configuration(proxyBeanMethods = false)
class Followed {
  private final Picture picture;

  Followed(Picture picture) {
    this.picture = picture;
  }

  @Bean
  Subscription missions() {
    return of("trade-missions");
  }

  @Bean
  Subscription activities() {
    return of("oda-linkage");
  }

  @Bean
  Subscription companies() {
    return of("directory");
  }

  @Bean
  Subscription cases() {
    return of("sme-advice");
  }

  @Bean
  Subscription markets() {
    return of("market-intelligence");
  }

  @Bean
  Subscription own(List<Policy> policies) {
    EventHandlers.Builder handlers = picture.copying();
    policies.forEach(handlers::reacting);
    return Subscription.to("control-tower", handlers.build());
  }

  private Subscription of(String service) {
    return Subscription.to(service, picture.copying().build());
  }
}
