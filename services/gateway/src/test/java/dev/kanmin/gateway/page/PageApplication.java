package dev.kanmin.gateway.page;

import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.gateway.GatewayProperties;
import dev.kanmin.gateway.PublishedContracts;
import dev.kanmin.gateway.form.Api;
import dev.kanmin.gateway.form.ApiSource;
import dev.kanmin.gateway.limit.LimitProperties;
import dev.kanmin.gateway.owner.Owners;
import dev.kanmin.gateway.search.Search;
import dev.kanmin.gateway.search.StandingIndex;
import dev.kanmin.web.CodesController;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

/**
 * The pages and one endpoint of the API, over a picture that a test has made. No stereotype stands
 * here: else a whole gateway started by another test would find it, and its clock that stands
 * still.
 */
@EnableAutoConfiguration
@EnableConfigurationProperties(LimitProperties.class)
@Import({PageRoutes.class, PageSecurity.class, CodesController.class})
class PageApplication {
  @Bean
  SampleFacts facts() {
    return new SampleFacts();
  }

  @Bean(destroyMethod = "close")
  StandingIndex index(SampleFacts facts) throws IOException {
    return new StandingIndex(facts.subjects());
  }

  @Bean
  Search search(StandingIndex index) {
    return index.search();
  }

  /** The services' descriptions of themselves, as the gateway would merge them. */
  @Bean
  ApiSource descriptions() {
    var api = Api.of(PublishedContracts.merged(), true);
    return exchange -> Mono.just(api);
  }

  /** All of them are one that answers what a test says. */
  @Bean
  OwningService owningService() {
    return new OwningService();
  }

  @Bean
  Owners owners(OwningService service) {
    var everywhere =
        ServiceList.kanmin().services().stream()
            .collect(Collectors.toMap(Service::name, one -> URI.create(service.url())));
    return new Owners(
        new GatewayProperties("", everywhere, Duration.ZERO, Duration.ZERO, false, false));
  }

  @Bean
  Clock clock() {
    return Clock.fixed(SampleFacts.NOW, ZoneOffset.UTC);
  }
}
