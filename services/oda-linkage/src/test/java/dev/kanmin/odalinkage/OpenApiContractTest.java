package dev.kanmin.odalinkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code contract/openapi.yaml} is what the running service says of itself. */
class OpenApiContractTest {
  private static final Path CONTRACT = Path.of("contract", "openapi.yaml");
  private static final String UPDATE = "kanmin.golden.update";

  @Test
  void the_published_description_is_that_of_the_running_service() throws IOException {
    String running =
        SharedService.on(Stores.preferred()).as("jica").get("/v3/api-docs.yaml").is(200).text();
    if (Boolean.getBoolean(UPDATE)) {
      Files.writeString(CONTRACT, running);
    }
    assertThat(running)
        .as("-D%s=true writes %s, to be reviewed as a change of the contract", UPDATE, CONTRACT)
        .isEqualTo(Files.readString(CONTRACT));
  }
}
