package dev.kanmin.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  /** Larger than any that Linux gives. */
  private static final long NO_PROCESS = 999_999_999;

  @TempDir Path parent;

  @Test
  void what_a_run_left_goes_when_a_later_one_begins() throws IOException {
    Path left = folder("kafka-%d-1".formatted(NO_PROCESS));

    Path made = RunFolder.make(parent, "kafka");

    assertThat(left).doesNotExist();
    assertThat(made).isEmptyDirectory();
  }

  @Test
  void nothing_else_is_touched() throws IOException {
    Path mine = RunFolder.make(parent, "kafka");
    Path another = folder("kafka-fold-%d-1".formatted(NO_PROCESS));
    Path unknown = folder("kafka");

    RunFolder.make(parent, "kafka");

    assertThat(mine).exists();
    assertThat(another).exists();
    assertThat(unknown).exists();
  }

  private Path folder(String name) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(name).resolve("data"));
    Files.writeString(folder.resolve("log"), "much");
    return parent.resolve(name);
  }
}
