package dev.kanmin.smeadvice.questionnaire;

import dev.kanmin.events.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All versions of the questionnaire, read once. A new version is a new file and a line here. */
public final class Questionnaires {
  private static final List<Questionnaire> ALL = List.of(read("overseas-readiness-1.json"));

  private Questionnaires() {}

  public static List<Questionnaire> all() {
    return ALL;
  }

  /** The version that is offered now. */
  public static Questionnaire current() {
    return ALL.getLast();
  }

  public static Optional<Questionnaire> version(int version) {
    return ALL.stream().filter(it -> it.version() == version).findFirst();
  }

  private static Questionnaire read(String name) {
    try (InputStream file =
        Objects.requireNonNull(
            Questionnaires.class.getResourceAsStream("/questionnaires/" + name), name)) {
      return Json.strict().readValue(file, Questionnaire.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
