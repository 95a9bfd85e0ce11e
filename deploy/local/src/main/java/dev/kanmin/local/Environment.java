package dev.kanmin.local;

/** {@code make -s env}: the addresses of the run, for {@code eval} in a shell. */
final class Environment {
  private Environment() {}

  static void print(Workspace workspace) {
    var state = RunState.ofRunning(workspace);
    export("KANMIN_GATEWAY", state.gateway());
    export("KANMIN_ISSUER", state.issuer());
    export("KANMIN_KAFKA", state.kafka());
    export("KANMIN_MONGODB_URI", state.store().uri());
    export("KANMIN_STORE", state.store().kind());
  }

  private static void export(String name, String value) {
    // in single quotes, because a connection string has ampersands
    Console.say("export %s='%s'".formatted(name, value.replace("'", "'\\''")));
  }
}
