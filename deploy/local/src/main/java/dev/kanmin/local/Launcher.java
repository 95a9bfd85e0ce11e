package dev.kanmin.local;

import dev.kanmin.infrastructure.MongodDownload;
import dev.kanmin.infrastructure.MongodLocator;
import dev.kanmin.local.demo.DemoData;
import java.io.UncheckedIOException;
import java.util.List;

/** The program behind the Makefile: one word says what to do. */
public final class Launcher {
  private static final String USAGE =
      "usage: run | stop | status | token <agency> | env | demo-data | mongod";

  private Launcher() {}

  public static void main(String[] arguments) {
    try {
      obey(List.of(arguments), Workspace.here());
    } catch (IllegalStateException | UncheckedIOException e) {
      Console.error(e);
      System.exit(1);
    }
  }

  private static void obey(List<String> words, Workspace workspace) {
    switch (words.isEmpty() ? "" : words.getFirst()) {
      case "run" -> LocalRun.untilStopped(workspace);
      case "stop" -> Stop.of(workspace);
      case "status" -> Status.of(workspace);
      case "token" -> Token.print(workspace, words.size() > 1 ? words.get(1) : "");
      case "env" -> Environment.print(workspace);
      case "demo-data" -> demoData(workspace);
      case "mongod" ->
          Console.say(
              "mongod is at " + new MongodDownload(new MongodLocator(System.getenv())).fetch());
      default -> throw new IllegalStateException(USAGE);
    }
  }

  private static void demoData(Workspace workspace) {
    var run = RunState.ofRunning(workspace);
    DemoData.load(
        run.gateway(),
        client -> Token.ask(run.issuer(), client),
        workspace.data().resolve("demo-data.json"),
        Console::say);
  }
}
