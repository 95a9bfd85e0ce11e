package dev.kanmin.web;

import dev.kanmin.codes.Rfc3339;
import dev.kanmin.events.wire.Json;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.netty.NettyPipeline;

/**
 * Makes a WebFlux application keep the conventions of this package; first of all
 * auto-configurations, which keep back where it has decided.
 */
@AutoConfiguration
@AutoConfigureOrder(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class WebAutoConfiguration {
  /** Bytes of a JSON body. */
  private static final int LARGEST_BODY = 1024 * 1024;

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  RequestId requestId() {
    return new RequestId();
  }

  @Bean
  RefusalLog refusalLog(MeterRegistry meters) {
    return new RefusalLog(meters);
  }

  @Bean
  ProblemHandler problemHandler(RefusalLog refusals) {
    return new ProblemHandler(refusals);
  }

  /**
   * No bean of a function itself: Spring Cloud Stream would take it for one that it should bind.
   */
  @Bean
  WebServerFactoryCustomizer<NettyReactiveWebServerFactory> lingeringClose() {
    return factory ->
        factory.addServerCustomizers(
            server ->
                server.doOnChannelInit(
                    (observer, channel, remote) ->
                        channel
                            .pipeline()
                            .addBefore(
                                NettyPipeline.HttpTrafficHandler,
                                LingeringClose.class.getName(),
                                new LingeringClose())));
  }

  @Bean
  BodyDigestFilter bodyDigestFilter() {
    return new BodyDigestFilter(LARGEST_BODY);
  }

  @Bean
  WebFluxRegistrations guardedHandlerMapping() {
    return new WebFluxRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new GuardedHandlerMapping();
      }
    };
  }

  @Bean
  ListedService listedService(
      @Value("${kanmin.service:}") String name, ObjectProvider<GuardedHandlerMapping> controllers) {
    // its type is known once it is there
    return new ListedService(name, controllers::getObject);
  }

  @Bean
  ApiFirst apiFirst(ObjectProvider<GuardedHandlerMapping> controllers) {
    return new ApiFirst(controllers);
  }

  @Bean
  AnswersItself answersItself(ObjectProvider<GuardedHandlerMapping> mapping) {
    return new AnswersItself(mapping);
  }

  @Bean
  WebFluxConfigurer kanminConventions(ObjectProvider<Clock> clock) {
    return new WebFluxConfigurer() {
      @Override
      public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        Clock time = clock.getIfAvailable(Clock::systemUTC);
        resolvers.addCustomResolver(
            new CallerResolver(),
            new ReaderResolver(time),
            new CommandContextResolver(time),
            new FilterResolver(),
            new PageRequestResolver());
      }

      @Override
      public void addFormatters(FormatterRegistry formatters) {
        formatters.addConverterFactory(new EnumConverter());
        formatters.addConverter(String.class, LocalDate.class, Rfc3339::day);
        formatters.addConverter(String.class, Instant.class, Rfc3339::moment);
        formatters.addConverter(String.class, ZoneId.class, Rfc3339::zone);
      }

      @Override
      public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
        codecs.defaultCodecs().maxInMemorySize(LARGEST_BODY);
        codecs.defaultCodecs().jacksonJsonDecoder(new StrictJsonDecoder(StrictJson.mapper()));
        codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(Json.events()));
      }
    };
  }
}
