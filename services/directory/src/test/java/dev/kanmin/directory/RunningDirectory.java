package dev.kanmin.directory;

import dev.kanmin.testkit.Stores;
import dev.kanmin.testkit.service.RunningService;

/** One running service for all tests that need one; it ends with their process. */
final class RunningDirectory {
  static final RunningService SERVICE =
      RunningService.of("directory", Directory.class).on(Stores.embedded());

  private RunningDirectory() {}
}
