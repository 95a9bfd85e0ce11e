package dev.kanmin.gateway;

import dev.kanmin.codes.services.ServiceList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Fills {@code kanmin.gateway.services} from the list of services: each is where its variable
 * {@code KANMIN_…_URL} says, else where the local run usually has it.
 */
final class ServiceAddresses implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("services.yaml", of(ServiceList.kanmin())));
  }

  private static Map<String, Object> of(ServiceList list) {
    var addresses = new LinkedHashMap<String, Object>();
    for (var service : list.services()) {
      addresses.put(
          "kanmin.gateway.services." + service.name(),
          "${%s:http://127.0.0.1:%d}".formatted(service.urlVariable(), list.usualPort(service)));
    }
    return addresses;
  }
}
