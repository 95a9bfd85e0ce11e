package dev.kanmin.bench.whole;

import dev.kanmin.bench.stage.Stage;
import dev.kanmin.codes.services.Program;
import dev.kanmin.codes.services.ServiceList;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** The class caches of the services, which {@code make run} trains beside a running system. */
final class ClassCaches {
  private static final List<String> MODULES =
      Stream.concat(
              ServiceList.kanmin().programs().stream().map(Program::module),
              Stream.of("deploy/local-issuer"))
          .toList();

  private ClassCaches() {}

  /** Whether all have been trained, for the jars as they are now. */
  static boolean areTrained(Stage stage) {
    return MODULES.stream().allMatch(module -> isTrained(stage.jar(module)));
  }

  /** What a cache was made of is written beside it: the jar, its size and checksum, the machine. */
  private static boolean isTrained(Path jar) {
    var madeOf = jar.resolveSibling("class-cache").resolve("made-of");
    try {
      return Files.exists(madeOf) && Files.readString(madeOf).startsWith(fingerprint(jar));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + madeOf, e);
    }
  }

  private static String fingerprint(Path jar) throws IOException {
    var checksum = new CRC32C();
    try (var content =
        new CheckedInputStream(new BufferedInputStream(Files.newInputStream(jar)), checksum)) {
      long size = content.transferTo(OutputStream.nullOutputStream());
      return "%s %d %x ".formatted(jar, size, checksum.getValue());
    }
  }
}
