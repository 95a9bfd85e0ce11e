package dev.kanmin.trademissions;

import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.events.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/** The made-up missions of {@code src/dev/missions}, which a local run can be tried with too. */
public final class DevMissions {
  private DevMissions() {}

  /** To Viet Nam and Thailand in February 2027, supported by JICA and MEJ. */
  public static ObjectNode outward(int capacity) {
    return read("outward-endoscopy").put("capacity", capacity);
  }

  /** The file {@code src/dev/missions/<name>.json}. */
  public static ObjectNode read(String name) {
    try {
      Path file = Path.of("src", "dev", "missions", name + ".json");
      return (ObjectNode) Json.events().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fictitious: no registered company's number begins like this. */
  public static CorporateNumber company(int number) {
    return CorporateNumber.withCheckDigitFor("9999%08d".formatted(number));
  }
}
