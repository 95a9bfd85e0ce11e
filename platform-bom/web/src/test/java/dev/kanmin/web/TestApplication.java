package dev.kanmin.web;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ReactorResourceFactory;

/** The smallest service. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ThingsController.class, CodesController.class})
class TestApplication {

  /** The default shares threads among all servers of the JVM and ends them with the first one. */
  @Bean
  ReactorResourceFactory reactorResources() {
    ReactorResourceFactory own = new ReactorResourceFactory();
    own.setUseGlobalResources(false);
    return own;
  }
}
