package dev.kanmin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.infrastructure.ChildProcess;
import dev.kanmin.local.RunState.ProcessState;
import dev.kanmin.local.RunState.StoreState;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
  @TempDir Path root;
  private Workspace workspace;

  @BeforeEach
  void workspace() {
    workspace = new Workspace(root, root.resolve(".data"));
  }

  @Test
  void the_lock_is_held_until_it_is_given_back() throws Exception {
    var lock = RunLock.take(workspace);
    try (var other = FileChannel.open(workspace.lockFile(), StandardOpenOption.WRITE)) {
      assertThatThrownBy(other::tryLock).isInstanceOf(OverlappingFileLockException.class);
      lock.close();
      assertThat(other.tryLock().isValid()).isTrue();
    }
  }

  @Test
  void processes_that_a_killed_launcher_left_behind_are_named() {
    RunLock.take(workspace).close();
    try (var orphan =
        ChildProcess.start(
            "orphan", List.of("tail", "-f", "/dev/null"), Map.of(), root.resolve("orphan.log"))) {
      var part = new Part(Part.Layer.SERVICES, "orphan", "nowhere", "", () -> orphan, () -> {});
      state(List.of(part.state())).write(workspace.stateFile());

      assertThatThrownBy(() -> RunLock.take(workspace))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("left [orphan] behind; make stop ends them");

      Stop.of(workspace);
      assertThat(orphan.isAlive()).isFalse();
    }
    RunLock.take(workspace).close();
  }

  @Test
  void a_later_process_with_the_same_id_is_not_taken_for_ours() {
    var me = ProcessHandle.current();
    var notMe =
        new ProcessState(
            "kafka", me.pid(), ProcessState.startOf(me) - 1, "127.0.0.1:9092", "", "log");

    assertThat(notMe.handle()).isEmpty();
  }

  @Test
  void the_state_of_a_run_reads_back_as_it_was_written() {
    RunLock.take(workspace).close();
    var state = state(List.of(new ProcessState("kafka", 1, 2, "127.0.0.1:9092", "", "kafka.log")));

    state.write(workspace.stateFile());

    assertThat(RunState.read(workspace.stateFile())).contains(state);
  }

  @Test
  void a_service_that_was_not_built_is_named() {
    assertThatThrownBy(() -> workspace.jar("services/gateway"))
        .hasMessage("services/gateway has not been built: make build");
  }

  private static RunState state(List<ProcessState> processes) {
    var store =
        new StoreState(
            "embedded", "mongodb://127.0.0.1:27017/", "embedded store, because no other was there");
    // a process id that no system gives: the launcher is gone
    return new RunState(
        Integer.MAX_VALUE,
        true,
        12_345,
        "http://127.0.0.1:8080",
        "http://127.0.0.1:9000",
        "127.0.0.1:9092",
        store,
        processes);
  }
}
