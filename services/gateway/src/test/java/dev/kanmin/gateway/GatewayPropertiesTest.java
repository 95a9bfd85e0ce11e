package dev.kanmin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kanmin.codes.services.ServiceList;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class GatewayPropertiesTest {
  private static final ServiceList LIST = ServiceList.kanmin();

  @Test
  void every_listed_service_has_an_address_its_variable_before_the_usual_one() {
    var first = LIST.services().getFirst();
    var last = LIST.services().getLast();
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource("shell", Map.of(first.urlVariable(), "http://elsewhere:1")));

    new ServiceAddresses().postProcessEnvironment(environment, new SpringApplication());

    var services = Binder.get(environment).bind("kanmin.gateway", GatewayProperties.class).get();
    assertThat(services.services())
        .hasSameSizeAs(LIST.services())
        .containsEntry(first.name(), URI.create("http://elsewhere:1"))
        .containsEntry(last.name(), URI.create("http://127.0.0.1:" + LIST.usualPort(last)));
  }

  @Test
  void an_address_of_a_service_that_is_not_listed_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new GatewayProperties(
                    "",
                    Map.of("nobody", URI.create("http://127.0.0.1:1")),
                    Duration.ZERO,
                    Duration.ZERO,
                    false,
                    false))
        .withMessageStartingWith("'nobody' is not a service");
  }
}
