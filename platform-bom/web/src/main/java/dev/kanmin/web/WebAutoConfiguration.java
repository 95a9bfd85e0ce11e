package dev.kanmin.web;

import dev.kanmin.events.Json;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Makes a WebFlux application keep the conventions of this package. First of all
 * auto-configurations, because the defaults it brings along decide about others.
 */
@AutoConfiguration
@AutoConfigureOrder(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@PropertySource("classpath:kanmin-defaults.properties")
class WebAutoConfiguration {
  /** Bytes of a JSON body. */
  private static final int LARGEST_BODY = 1024 * 1024;

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  RefusalLog refusalLog(MeterRegistry meters) {
    return new RefusalLog(meters);
  }

  @Bean
  ProblemHandler problemHandler(RefusalLog refusals) {
    return new ProblemHandler(refusals);
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
        resolvers.addCustomResolver(
            new CallerResolver(),
            new CommandContextResolver(clock.getIfAvailable(Clock::systemUTC)),
            new PageRequestResolver());
      }

      @Override
      public void addFormatters(FormatterRegistry formatters) {
        formatters.addConverterFactory(new EnumConverter());
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
