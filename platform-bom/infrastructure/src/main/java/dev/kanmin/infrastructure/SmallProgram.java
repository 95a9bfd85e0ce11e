package dev.kanmin.infrastructure;

import java.nio.file.Path;
import java.util.List;

/** Starts a program of this one's own class path as a small process that ends with this one. */
public final class SmallProgram {
  private SmallProgram() {}

  /**
   * @param main name of its class; it calls {@link ParentWatch#follow} first
   * @param heapMegabytes the most that its heap may take
   * @param log the file that its output is appended to
   */
  public static ChildProcess start(
      String name, String main, int heapMegabytes, List<String> arguments, Path log) {
    return ChildProcess.start(
        name,
        JavaCommand.of(main, JavaCommand.small("-Xmx" + heapMegabytes + "m"), arguments),
        JavaCommand.environment(),
        log);
  }
}
