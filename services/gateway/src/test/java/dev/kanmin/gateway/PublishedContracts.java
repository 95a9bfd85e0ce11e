package dev.kanmin.gateway;

import dev.kanmin.events.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.node.ObjectNode;

/** The descriptions of themselves that the services have checked in. */
public final class PublishedContracts {
  private static final Path SERVICES = Path.of("..");

  private static final String CODE_LIST = "x-code-list";

  private PublishedContracts() {}

  /** All in one. */
  public static ObjectNode merged() {
    ObjectNode merged = Json.events().createObjectNode();
    ObjectNode paths = merged.putObject("paths");
    ObjectNode schemas = merged.putObject("components").putObject("schemas");
    for (ObjectNode contract : all().values()) {
      contract
          .path("paths")
          .properties()
          .forEach(path -> paths.set(path.getKey(), path.getValue()));
      contract
          .path("components")
          .path("schemas")
          .properties()
          .forEach(
              schema -> {
                // of two that share a name, the one that says more of its values
                if (!schemas.has(schema.getKey())
                    || (schema.getValue().toString().contains(CODE_LIST)
                        && !schemas.path(schema.getKey()).toString().contains(CODE_LIST))) {
                  schemas.set(schema.getKey(), schema.getValue());
                }
              });
    }
    return merged;
  }

  /** Of their APIs, by the name of the service. */
  public static Map<String, ObjectNode> all() {
    return all("openapi.yaml");
  }

  /** Of their events, by the name of the service. */
  public static Map<String, ObjectNode> events() {
    return all("asyncapi.yaml");
  }

  private static Map<String, ObjectNode> all(String file) {
    Map<String, ObjectNode> contracts = new TreeMap<>();
    try (var services = Files.list(SERVICES)) {
      for (Path service : services.toList()) {
        Path contract = service.resolve("contract").resolve(file);
        if (Files.exists(contract)) {
          Map<String, Object> yaml = new Yaml().load(Files.readString(contract));
          contracts.put(service.getFileName().toString(), Json.events().valueToTree(yaml));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return contracts;
  }
}
