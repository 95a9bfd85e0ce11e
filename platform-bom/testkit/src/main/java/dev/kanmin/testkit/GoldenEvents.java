package dev.kanmin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.wire.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Golden event files: what the events of a service look like on the bus, as others rely on it. They
 * lie in the service's {@code contract/events}, one full and one minimal example per event.
 */
public final class GoldenEvents {
  private static final String UPDATE = "kanmin.golden.update";

  private final Path folder;
  private final JsonMapper mapper;

  /**
   * @param folder usually {@code Path.of("contract", "events")} of the producing service
   * @param mapper the mapper that the service writes (or the consumer reads) its events with
   */
  public GoldenEvents(Path folder, JsonMapper mapper) {
    this.folder = folder;
    this.mapper = mapper;
  }

  /**
   * The event, written as it goes on the bus, must equal the golden file: same members, same
   * values, none more, none less; their order does not matter. {@code -Dkanmin.golden.update=true}
   * rewrites the file instead, to be reviewed as a change of the contract.
   *
   * @param name the file's name without {@code .json}, such as {@code mission-announced.full}
   */
  public void assertWrittenAs(String name, Object event) {
    // through bytes, as on the bus: a tree made of values tells 75 from 75 as another type of
    // number
    var written = mapper.readTree(mapper.writeValueAsBytes(event));
    var file = file(name);
    if (Boolean.getBoolean(UPDATE)) {
      write(
          file,
          mapper.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(written)
              + "\n");
      return;
    }
    assertThat(file)
        .as(
            "golden event; write it with -D%s=true and review it as a change of the contract",
            UPDATE)
        .exists();
    assertThat(written)
        .as(
            "event written as %s; if the contract is meant to change, -D%s=true rewrites the file",
            file, UPDATE)
        .isEqualTo(mapper.readTree(text(file)));
  }

  /**
   * Every event of a catalogue has a full golden example, and its record is called as it is
   * published: {@code MissionAnnounced} for {@code mission-announced}.
   *
   * @param catalogue the sealed interface of the events
   */
  public void assertComplete(Class<?> catalogue) {
    var names = names();
    for (Class<?> event : catalogue.getPermittedSubclasses()) {
      var published = event.getAnnotation(EventType.class);
      assertThat(kebab(event.getSimpleName()))
          .as("%s is published as %s; one name for one thing", event.getName(), published.value())
          .isEqualTo(published.value());
      assertThat(names)
          .as("golden examples of events")
          .contains(published.value() + ".v" + published.version() + ".full");
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** Reads a golden event as a consumer's own record, with that consumer's mapper. */
  public <T> T read(String name, Class<T> type) {
    return mapper.readValue(text(file(name)), type);
  }

  /** The names of all golden events there, sorted. */
  public List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot list the golden events in " + folder.toAbsolutePath(), e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".json");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the golden event " + file.toAbsolutePath(), e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the golden event " + file.toAbsolutePath(), e);
    }
  }
}
