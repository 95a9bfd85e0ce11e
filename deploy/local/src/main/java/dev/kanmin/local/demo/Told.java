package dev.kanmin.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the stories have been told, beside the data that they made: who clears the data clears
 * this. Written after each row, so that an interrupted telling goes on.
 */
final class Told {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;
  private final Content content;

  /**
   * @param day the first telling's "today", which dates of later rows are counted from, too
   * @param steps done, by their keys
   * @param ids by name
   */
  record Content(String day, Set<String> steps, Map<String, String> ids) {}

  private Told(Path file, Content content) {
    this.file = file;
    this.content = content;
  }

  static Told in(Path file, String today) {
    if (!Files.exists(file)) {
      return new Told(file, new Content(today, new LinkedHashSet<>(), new LinkedHashMap<>()));
    }
    Content read = JSON.readValue(file.toFile(), Content.class);
    return new Told(
        file,
        new Content(
            read.day(), new LinkedHashSet<>(read.steps()), new LinkedHashMap<>(read.ids())));
  }

  String day() {
    return content.day();
  }

  Map<String, String> ids() {
    return content.ids();
  }

  boolean has(String step) {
    return content.steps().contains(step);
  }

  void add(String step) {
    content.steps().add(step);
  }

  void keep(String name, String id) {
    content.ids().put(name, id);
  }

  void save() {
    try {
      Path next = file.resolveSibling(file.getFileName() + ".next");
      JSON.writeValue(next.toFile(), content);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
