package dev.kanmin.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.service.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** {@code contract/openapi.yaml} is what the running service says of itself. */
public final class OpenApiContract {
  private static final String UPDATE = "kanmin.golden.update";

  private OpenApiContract() {}

  /**
   * Compares; with {@code -Dkanmin.golden.update=true} writes the file, to be reviewed as a change
   * of the contract.
   *
   * @param contract the service's folder {@code contract}
   */
  public static void check(RunningService service, Path contract) {
    Path file = contract.resolve("openapi.yaml");
    Map<String, Object> running =
        new Yaml().load(service.anonymous().get("/v3/api-docs").is(200).text());
    running.remove("servers");
    try {
      if (Boolean.getBoolean(UPDATE)) {
        Files.createDirectories(contract.toAbsolutePath());
        Files.writeString(file, new Yaml(blockStyle()).dump(running));
      }
      Map<String, Object> written = new Yaml().load(Files.readString(file));
      assertThat(written)
          .as("write it with -D%s=true and review the change of the contract", UPDATE)
          .isEqualTo(running);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static DumperOptions blockStyle() {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(120);
    return options;
  }
}
