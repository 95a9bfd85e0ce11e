package dev.kanmin.bench.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTest {
  @TempDir Path folder;

  @Test
  void what_was_started_last_is_closed_first_and_only_the_logs_stay() throws IOException {
    var data = Files.createDirectories(folder.resolve("mongodb/data"));
    var log = Files.createDirectories(folder.resolve("logs")).resolve("raw.log");
    Files.writeString(data.resolve("collection"), "many gigabytes");
    Files.writeString(log, "a line");
    List<String> closed = new ArrayList<>();

    try (var stage = new Stage(folder, folder, Effort.QUICK)) {
      stage.own(() -> closed.add("store"));
      stage.own(() -> closed.add("service"));
    }

    assertThat(closed).containsExactly("service", "store");
    assertThat(folder.resolve("mongodb")).doesNotExist();
    assertThat(log).exists();
  }

  @Test
  void what_metrics_share_is_started_once_until_it_is_closed() {
    List<String> told = new ArrayList<>();
    Supplier<Shared> start =
        () -> {
          told.add("started");
          return () -> told.add("closed");
        };

    try (var stage = new Stage(folder, folder, Effort.QUICK)) {
      var first = stage.shared(Shared.class, start);
      assertThat(stage.shared(Shared.class, start)).isSameAs(first);
      stage.closeShared();
      assertThat(told).containsExactly("started", "closed");

      assertThat(stage.shared(Shared.class, start)).isNotSameAs(first);
    }
  }

  private interface Shared extends AutoCloseable {}
}
