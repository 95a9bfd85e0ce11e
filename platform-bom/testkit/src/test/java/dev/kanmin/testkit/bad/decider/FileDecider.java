package dev.kanmin.testkit.bad.decider;

import java.nio.file.Files;
import java.nio.file.Path;

public final class FileDecider {
  private FileDecider() {}

  public static boolean decide(Path file) {
    return Files.exists(file);
  }
}
