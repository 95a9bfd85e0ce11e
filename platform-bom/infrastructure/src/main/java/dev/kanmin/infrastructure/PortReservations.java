package dev.kanmin.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Which ports this program has for itself: for each a lock on one byte of a file that all programs
 * of a user share. The system gives the locks up when the program ends, however it ends.
 */
final class PortReservations {
  private static final Path FILE =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "kanmin-ports-" + System.getProperty("user.name") + ".lock");

  private static final FileChannel CHANNEL = open();

  /** Kept from the garbage collector, which would give the locks up. */
  private static final Map<Integer, FileLock> HELD = new HashMap<>();

  private PortReservations() {}

  static synchronized boolean holds(int port) {
    return HELD.containsKey(port);
  }

  /** False when this program or another one has the port already. */
  static synchronized boolean reserve(int port) {
    if (HELD.containsKey(port)) {
      return false;
    }
    try {
      FileLock lock = CHANNEL.tryLock(port, 1, false);
      if (lock == null) {
        return false;
      }
      HELD.put(port, lock);
      return true;
    } catch (OverlappingFileLockException ofAnotherClassLoader) {
      return false;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static FileChannel open() {
    try {
      return FileChannel.open(FILE, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static UncheckedIOException unusable(IOException cause) {
    return new UncheckedIOException("ports cannot be reserved in " + FILE, cause);
  }
}
