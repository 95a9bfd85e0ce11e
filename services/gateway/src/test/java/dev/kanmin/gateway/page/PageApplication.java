package dev.kanmin.gateway.page;

import dev.kanmin.web.CodesController;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The pages and one endpoint of the API, over a picture that a test has made. No stereotype stands
 * here: else a whole gateway started by another test would find it, and its clock that stands
 * still.
 */
@EnableAutoConfiguration
@Import({PageRoutes.class, PageSecurity.class, CodesController.class})
class PageApplication {
  @Bean
  SampleFacts facts() {
    return new SampleFacts();
  }

  @Bean
  Clock clock() {
    return Clock.fixed(SampleFacts.NOW, ZoneOffset.UTC);
  }
}
