package dev.kanmin.bench.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmTest {
  private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

  @Test
  void in_a_quick_run_all_sides_are_compiled_by_the_first_compiler_alone() {
    var jvm = Jvm.of(Effort.QUICK);

    assertThat(jvm.jar(Path.of("service.jar"))).contains(FIRST_COMPILER).containsAll(jvm.flags());
    assertThat(jvm.main("lib/*", "Peer", List.of()))
        .contains(FIRST_COMPILER)
        .containsAll(jvm.flags());
  }

  @Test
  void otherwise_by_both() {
    assertThat(Jvm.of(Effort.FULL).flags()).isNotEmpty().doesNotContain(FIRST_COMPILER);
  }
}
