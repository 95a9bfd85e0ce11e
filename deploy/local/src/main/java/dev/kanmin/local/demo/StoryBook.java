package dev.kanmin.local.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads stories and their tables, which are columns parted by tabs under a line of names. */
final class StoryBook {
  private static final String FOLDER = "/demo/";

  /** The same files are the same bytes, whenever they are sent. */
  private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 11, 1, 0, 0);

  private static final Set<String> PARTS =
      Set.of("as", "call", "when", "keep", "at", "until", "edits", "files", "type", "body");

  private StoryBook() {}

  /** All stories in the order in which they are told. */
  static List<Story> stories() {
    List<?> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(read("stories.yaml"));
    return entries.stream().map(entry -> story((Map<?, ?>) entry)).toList();
  }

  /** The rows of a table; one without columns where there is no table. */
  static List<Map<String, String>> rows(Story story) {
    return story.table().map(StoryBook::table).orElse(List.of(Map.of()));
  }

  private static Story story(Map<?, ?> entry) {
    List<?> steps = (List<?>) required(entry, "steps");
    return new Story(
        required(entry, "title").toString(),
        text(entry, "table"),
        steps.stream().map(step -> step((Map<?, ?>) step)).toList());
  }

  private static Story.Step step(Map<?, ?> entry) {
    for (Object name : entry.keySet()) {
      if (!PARTS.contains(name.toString())) {
        throw new StoryFault("a step has no part called " + name + ": " + entry);
      }
    }
    return new Story.Step(
        required(entry, "as").toString(),
        required(entry, "call").toString(),
        text(entry, "when"),
        text(entry, "keep"),
        text(entry, "at").orElse("/id"),
        Boolean.TRUE.equals(entry.get("until")),
        text(entry, "edits"),
        text(entry, "files"),
        text(entry, "type"),
        Optional.ofNullable(entry.get("body")));
  }

  private static Object required(Map<?, ?> entry, String name) {
    return Optional.<Object>ofNullable(entry.get(name))
        .orElseThrow(() -> new StoryFault(name + " is missing: " + entry));
  }

  private static Optional<String> text(Map<?, ?> entry, String name) {
    return Optional.<Object>ofNullable(entry.get(name)).map(Object::toString);
  }

  private static List<Map<String, String>> table(String file) {
    List<String> lines = read(file).lines().filter(line -> !line.isBlank()).toList();
    String[] columns = lines.getFirst().split("\t", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (cells.length != columns.length) {
        throw new StoryFault(
            "%s: %d columns and not %d: %s".formatted(file, cells.length, columns.length, line));
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int column = 0; column < columns.length; column++) {
        row.put(columns[column].strip(), cells[column].strip());
      }
      rows.add(row);
    }
    return rows;
  }

  /** The bytes of a file; of several, those of a zip in which they are. */
  static byte[] files(List<String> names) {
    if (names.size() == 1) {
      return bytes(names.getFirst());
    }
    var zipped = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(zipped)) {
      for (String name : names) {
        zip.putNextEntry(entry(name));
        zip.write(bytes(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(names.toString(), e);
    }
    return zipped.toByteArray();
  }

  private static ZipEntry entry(String name) {
    var entry = new ZipEntry(name.substring(name.lastIndexOf('/') + 1));
    entry.setTimeLocal(ALWAYS);
    return entry;
  }

  private static String read(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String file) {
    try (InputStream stream = StoryBook.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new StoryFault("there is no " + file);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
