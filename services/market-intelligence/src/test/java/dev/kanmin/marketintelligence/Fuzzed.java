package dev.kanmin.marketintelligence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What fuzz tests begin with, and files of what they try. */
public final class Fuzzed {
  private Fuzzed() {}

  /** Files of {@code src/dev}, from which a fuzzer goes on. */
  public static Stream<Arguments> seeds(String... files) {
    return Stream.of(files).map(file -> Arguments.of((Object) bytes(file)));
  }

  private static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(Path.of("src", "dev").resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file. */
  @FunctionalInterface
  public interface Reading {
    void read(Path file) throws IOException;
  }

  /** Has the bytes read as a file. */
  public static void inFile(byte[] bytes, Reading reading) throws IOException {
    Path file = Files.createTempFile("fuzzed", ".part");
    try {
      Files.write(file, bytes);
      reading.read(file);
    } finally {
      Files.delete(file);
    }
  }
}
