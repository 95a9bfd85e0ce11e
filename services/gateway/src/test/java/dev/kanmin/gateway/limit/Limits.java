package dev.kanmin.gateway.limit;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Limits as they are without a word, but for what a test says. */
final class Limits {
  private static final String PREFIX = "kanmin.gateway.limits";

  private Limits() {}

  static LimitProperties with(String name, String value) {
    var said = new MapConfigurationPropertySource(Map.of(PREFIX + "." + name, value));
    return new Binder(said).bindOrCreate(PREFIX, LimitProperties.class);
  }
}
