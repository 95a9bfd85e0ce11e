package dev.kanmin.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AnonymousSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Every request needs a valid token, unless its handler method is a {@link PublicEndpoint}. Which
 * scope it needs is decided behind the routing, by {@link GuardedHandlerMapping}. A service with
 * pages adds a filter chain of its own, with a matcher for them, before this one.
 */
@AutoConfiguration
@AutoConfigureOrder(Ordered.HIGHEST_PRECEDENCE + 10)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(SecurityProperties.class)
@EnableWebFluxSecurity
class WebSecurityAutoConfiguration {

  @Bean
  TokenAuthenticationManager tokenAuthenticationManager(
      SecurityProperties properties, ObjectProvider<Clock> clock) {
    return new TokenAuthenticationManager(
        properties, WebClient.create(), clock.getIfAvailable(Clock::systemUTC));
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  SecurityWebFilterChain kanminApi(
      ServerHttpSecurity http,
      TokenAuthenticationManager tokens,
      ObjectProvider<GuardedHandlerMapping> mapping,
      RefusalLog refusals) {
    SecurityProblems problems = new SecurityProblems(refusals);
    return http.csrf(CsrfSpec::disable)
        .httpBasic(HttpBasicSpec::disable)
        .formLogin(FormLoginSpec::disable)
        .logout(LogoutSpec::disable)
        .anonymous(AnonymousSpec::disable)
        .requestCache(RequestCacheSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationManagerResolver(_ -> Mono.just(tokens))
                    .authenticationEntryPoint(problems)
                    .accessDeniedHandler(problems))
        .authorizeExchange(
            exchanges ->
                exchanges
                    .pathMatchers("/actuator/**")
                    .access(WebSecurityAutoConfiguration::isNear)
                    .anyExchange()
                    .access((caller, context) -> isKnownOrPublic(caller, context, mapping)))
        .build();
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

  private static Mono<AuthorizationResult> isKnownOrPublic(
      Mono<Authentication> caller,
      AuthorizationContext context,
      ObjectProvider<GuardedHandlerMapping> mapping) {
    return caller
        .map(Authentication::isAuthenticated)
        .switchIfEmpty(Mono.fromSupplier(() -> mapping.getObject().isPublic(context.getExchange())))
        .map(AuthorizationDecision::new);
  }

  /** Health and metrics are for those on this machine or network, and never through a proxy. */
  private static Mono<AuthorizationResult> isNear(
      Mono<Authentication> caller, AuthorizationContext context) {
    ServerWebExchange exchange = context.getExchange();
    InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
    boolean forwarded =
        List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host").stream()
            .anyMatch(exchange.getRequest().getHeaders()::containsHeader);
    InetAddress address = remote == null ? null : remote.getAddress();
    return Mono.just(
        new AuthorizationDecision(
            !forwarded
                && address != null
                && (address.isLoopbackAddress() || address.isSiteLocalAddress())));
  }
}
