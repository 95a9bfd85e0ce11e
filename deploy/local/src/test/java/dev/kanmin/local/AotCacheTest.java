package dev.kanmin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
  /** Stands in for java: writes the file that it is asked for. */
  private static final String FAKE_JAVA =
      """
      #!/bin/sh
      for argument; do
        case $argument in -XX:AOTCacheOutput=*) echo classes > "${argument#*=}" ;; esac
      done
      """;

  @TempDir Path folder;
  private Path jar;
  private AotCache cache;

  @BeforeEach
  void cache() throws IOException {
    jar = Files.writeString(folder.resolve("gateway-1.jar"), "one");
    cache = new AotCache(jar, folder.resolve("class-cache"));
  }

  @Test
  void an_untrained_jar_runs_as_it_is() {
    assertThat(cache.arguments()).containsExactly("-jar", jar.toString());
  }

  @Test
  void a_trained_jar_runs_from_its_cache() throws IOException {
    assertThat(train(FAKE_JAVA)).isTrue();

    assertThat(cache.arguments())
        .containsExactly(
            "-XX:AOTCache=" + folder.resolve("class-cache/classes.aot"),
            "-jar",
            folder.resolve("class-cache/gateway-1.jar").toString());
  }

  @Test
  void a_jar_with_other_content_of_the_same_size_and_date_is_another_jar() throws IOException {
    assertThat(train(FAKE_JAVA)).isTrue();
    FileTime date = Files.getLastModifiedTime(jar);

    Files.writeString(jar, "two");
    Files.setLastModifiedTime(jar, date);

    assertThat(cache.isTrained()).isFalse();
    assertThat(cache.arguments()).containsExactly("-jar", jar.toString());
  }

  @Test
  void a_training_that_fails_leaves_things_as_they_were() throws IOException {
    assertThat(train("#!/bin/sh\nexit 1\n")).isFalse();

    assertThat(cache.arguments()).containsExactly("-jar", jar.toString());
  }

  private boolean train(String script) throws IOException {
    var java = Files.writeString(folder.resolve("java"), script);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return cache.train(List.of(java.toString()), Map.of(), folder.resolve("log"));
  }
}
