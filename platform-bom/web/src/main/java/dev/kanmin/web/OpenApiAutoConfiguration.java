package dev.kanmin.web;

import dev.kanmin.events.aggregates.CommandContext;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.configuration.SpringDocJavadocConfiguration;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;

/**
 * Makes the document at {@code /v3/api-docs.yaml} say what the conventions add to every operation,
 * and the same on every run, so that it can be compared with the checked-in one.
 */
@AutoConfiguration(before = SpringDocJavadocConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class OpenApiAutoConfiguration {
  private static final String SERVICE = "${kanmin.service:kanmin}";

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(
            Caller.class, Reader.class, CommandContext.class, PageRequest.class, HttpHeaders.class);
  }

  @Bean
  @ConditionalOnMissingBean
  OpenAPI openApi(@Value(SERVICE) String service) {
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
  OpenApiConventions openApiConventions(OpenApiProblems answers) {
    return new OpenApiConventions(answers);
  }

  @Bean
  OpenApiProblems openApiProblems(@Value(SERVICE) String service, ApplicationContext context) {
    return new OpenApiProblems(service, AutoConfigurationPackages.get(context));
  }

  @Bean
  OpenApiExamples openApiExamples() {
    return new OpenApiExamples();
  }

  @Bean
  RequiredProperties requiredProperties() {
    return new RequiredProperties();
  }

  @Bean
  ValueTypeSchemas valueTypeSchemas() {
    return new ValueTypeSchemas();
  }

  @Bean
  OpenApiCodeLists openApiCodeLists() {
    return new OpenApiCodeLists();
  }

  @Bean
  ApiJavadoc apiJavadoc() {
    return new ApiJavadoc();
  }

  /** The address differs from run to run; tags are of no use beside those of the operations. */
  @Bean
  GlobalOpenApiCustomizer comparable() {
    return document -> {
      document.setServers(List.of(new Server().url("/")));
      document.setTags(null);
    };
  }
}
