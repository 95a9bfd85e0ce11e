package dev.kanmin.web;

import dev.kanmin.events.CommandContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;

/**
 * Makes the document at {@code /v3/api-docs.yaml} say what the conventions add to every operation,
 * and the same on every run, so that it can be compared with the checked-in one.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class OpenApiAutoConfiguration {
  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(
            Caller.class, CommandContext.class, PageRequest.class, HttpHeaders.class);
  }

  @Bean
  @ConditionalOnMissingBean
  OpenAPI openApi(@Value("${kanmin.service:${spring.application.name:kanmin}}") String service) {
    return new OpenAPI()
        .info(
            new Info()
                .title(service)
                .version("1")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")))
        .components(
            new Components()
                .addSecuritySchemes(
                    OpenApiConventions.BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")));
  }

  @Bean
  OpenApiConventions openApiConventions() {
    return new OpenApiConventions();
  }

  @Bean
  RequiredProperties requiredProperties() {
    return new RequiredProperties();
  }

  @Bean
  GlobalOpenApiCustomizer sharedParts() {
    return document -> {
      // the address differs from run to run
      document.setServers(List.of(new Server().url("/")));
      Components components = document.getComponents();
      ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
      components.addResponses(
          OpenApiConventions.PROBLEM,
          new ApiResponse()
              .description("What was wrong, where, and what to do (RFC 9457).")
              .content(
                  new Content()
                      .addMediaType(
                          "application/problem+json",
                          new MediaType()
                              .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    };
  }
}
