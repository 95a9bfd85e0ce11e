package dev.kanmin.bench.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.bench.contest.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSideTest {
  @TempDir Path folder;

  @Test
  void a_contestant_lives_in_one_process_from_its_warm_up_to_its_last_round() {
    try (var side = start("7")) {
      side.warm(Duration.ZERO);
      side.round();

      assertThat(side.round())
          .isEqualTo(new Sample(7, 1, 2.5, Optional.of("only a test"), Map.of("rounds", 3.0)));
    }
  }

  @Test
  void a_contestant_that_does_not_start_is_reported_with_the_end_of_its_log() {
    assertThatThrownBy(() -> start("none"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nothing to echo");
  }

  private JavaSide start(String figure) {
    var command =
        Jvm.of(Effort.FULL)
            .main(
                System.getProperty("java.class.path"),
                Echo.class.getName(),
                List.of("figure=" + figure));
    return JavaSide.start("echo", command, folder.resolve("echo.log"));
  }
}
