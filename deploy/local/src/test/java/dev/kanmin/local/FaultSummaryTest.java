package dev.kanmin.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.faults.FaultLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultSummaryTest {
  @TempDir Path root;

  @Test
  void every_fault_of_every_module_is_a_line_and_the_violated_ones_are_counted()
      throws IOException {
    leave("deploy/proof", "held | kill -9 of the broker", "VIOLATED | poison");
    leave("services/one", "held | crash before the removal");

    var modules =
        List.of(
            FaultSummary.read(root, "deploy/proof"),
            FaultSummary.read(root, "services/one"),
            FaultSummary.read(root, "services/two"));

    assertThat(FaultSummary.table(modules, 61).lines())
        .contains(
            "deploy/proof                 | VIOLATED | poison",
            "deploy/proof                 | held | kill -9 of the broker",
            "services/one                 | held | crash before the removal",
            "total time 1 min 01 s")
        .endsWith("2 faults held, 1 violated, 0 tests failed");
  }

  private void leave(String module, String... lines) throws IOException {
    var target = Files.createDirectories(root.resolve(module).resolve("target"));
    Files.write(target.resolve(FaultLine.FILE), List.of(lines));
  }
}
