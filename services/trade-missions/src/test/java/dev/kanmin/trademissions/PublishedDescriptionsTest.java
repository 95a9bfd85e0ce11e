package dev.kanmin.trademissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.Stores;
import dev.kanmin.testkit.service.RunningService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** {@code contract/openapi.yaml} is what the running service says of itself. */
class PublishedDescriptionsTest {
  private static final Path OPENAPI = Path.of("contract", "openapi.yaml");

  @Test
  void the_description_of_the_api_is_that_of_the_running_service() throws Exception {
    try (RunningService service = MissionService.on(Stores.embedded())) {
      Map<String, Object> running = read(fetch(service.url() + "/v3/api-docs"));
      running.remove("servers");
      if (Boolean.getBoolean("kanmin.golden.update")) {
        Files.writeString(OPENAPI, new Yaml(blockStyle()).dump(running));
      }
      assertThat(read(Files.readString(OPENAPI)))
          .as("write it with -Dkanmin.golden.update=true and review the change of the contract")
          .isEqualTo(running);
    }
  }

  private static DumperOptions blockStyle() {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(120);
    return options;
  }

  private static Map<String, Object> read(String yaml) {
    return new Yaml().load(yaml);
  }

  private static String fetch(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
