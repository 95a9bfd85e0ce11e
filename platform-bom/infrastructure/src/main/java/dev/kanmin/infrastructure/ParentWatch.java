package dev.kanmin.infrastructure;

/**
 * Ends a child when its parent has died: a test run or launcher that was killed leaves no broker
 * behind. Children that are started without {@link #PROPERTY} live on their own.
 */
public final class ParentWatch {
  static final String PROPERTY = "kanmin.parent";

  private ParentWatch() {}

  /** Called first by the main method of a child. */
  public static void follow() {
    var parent = Long.getLong(PROPERTY);
    if (parent == null) {
      return;
    }
    var handle = ProcessHandle.of(parent);
    Thread.ofPlatform()
        .daemon()
        .name("parent-watch")
        .start(
            () -> {
              handle.ifPresent(alive -> alive.onExit().join());
              System.exit(0);
            });
  }
}
