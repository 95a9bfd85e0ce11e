package dev.kanmin.local;

import dev.kanmin.infrastructure.Conditions;
import java.time.Duration;

/** {@code make stop}: ends the run of this data folder, also one whose launcher was killed. */
final class Stop {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Stop() {}

  static void of(Workspace workspace) {
    var found = RunState.read(workspace.stateFile());
    if (found.isEmpty()) {
      Console.say("kanmin: nothing is running on " + workspace.data());
      return;
    }
    var state = found.get();
    ProcessHandle.of(state.pid()).filter(handle -> state.isRunning()).ifPresent(Stop::end);
    for (var process : state.processes().reversed()) {
      process
          .handle()
          .ifPresent(
              handle -> {
                Console.say(
                    "kanmin: ending %s, which its launcher has left behind"
                        .formatted(process.name()));
                end(handle);
              });
    }
    RunState.forget(workspace.stateFile());
    Console.say("kanmin: stopped; the data stay in " + workspace.data());
  }

  private static void end(ProcessHandle handle) {
    handle.destroy();
    Conditions.await("process " + handle.pid() + " to end", PATIENCE, () -> !handle.isAlive());
  }
}
