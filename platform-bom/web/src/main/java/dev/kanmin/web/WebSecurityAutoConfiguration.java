package dev.kanmin.web;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.WebFilter;

/**
 * Every request needs a valid token, unless its handler method is a {@link PublicEndpoint}. Which
 * scope it needs is decided behind the routing, by {@link GuardedHandlerMapping}. A service with
 * pages adds a filter chain of its own, with a matcher for them; it is not asked about what is
 * under {@code /v1/}.
 */
@AutoConfiguration
@AutoConfigureOrder(Ordered.HIGHEST_PRECEDENCE + 10)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(SecurityProperties.class)
@EnableWebFluxSecurity
class WebSecurityAutoConfiguration {

  @Bean
  TokenVerifier tokenVerifier(SecurityProperties properties, ObjectProvider<Clock> clock) {
    return new TokenVerifier(
        properties, WebClient.create(), clock.getIfAvailable(Clock::systemUTC));
  }

  /** Asked first, so that requests of the API do not pay for looking whether they are pages. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityWebFilterChain api(
      TokenVerifier tokens,
      ObjectProvider<GuardedHandlerMapping> mapping,
      ObjectProvider<OpenAddresses> open) {
    return new MatcherSecurityWebFilterChain(
        exchange -> ApiFirst.concerns(exchange) ? MatchResult.match() : MatchResult.notMatch(),
        security(tokens, mapping, open));
  }

  /** Asked last: what no page claims. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  SecurityWebFilterChain everythingElse(
      TokenVerifier tokens,
      ObjectProvider<GuardedHandlerMapping> mapping,
      ObjectProvider<OpenAddresses> open) {
    return new MatcherSecurityWebFilterChain(
        ServerWebExchangeMatchers.anyExchange(), security(tokens, mapping, open));
  }

  @Bean
  ServerWebExchangeFirewall firewall() {
    return new PlainRequests();
  }

  /**
   * Each request is observed once, as a whole, with its outcome. By default Spring Security would
   * observe each of its filters and decisions besides, which costs more than they do; what is
   * refused is told by {@link RefusalLog}.
   */
  @Bean
  SecurityObservationSettings noObservationWithinSecurity() {
    return SecurityObservationSettings.noObservations();
  }

  /** Also what is turned away before any filter of ours is told in our way. */
  @Bean
  ServerExchangeRejectedHandler suspiciousRequests(RefusalLog refusals) {
    return (exchange, rejection) -> {
      ProblemException problem =
          ProblemTypes.REQUEST_REFUSED.with(
              "The address or a header has characters that are not taken here, plain or encoded.");
      refusals.record(exchange, problem);
      return ProblemWriter.write(exchange, problem);
    };
  }

  private static List<WebFilter> security(
      TokenVerifier tokens,
      ObjectProvider<GuardedHandlerMapping> mapping,
      ObjectProvider<OpenAddresses> open) {
    return List.of(
        new ApiSecurity(
            tokens,
            exchange ->
                mapping.getObject().isPublic(exchange)
                    || open.stream().anyMatch(addresses -> addresses.cover(exchange))));
  }
}
