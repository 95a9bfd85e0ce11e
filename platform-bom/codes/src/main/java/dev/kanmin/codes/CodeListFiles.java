package dev.kanmin.codes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the data files; a misspelt property or a missing label fails the start instead of going
 * unnoticed.
 */
final class CodeListFiles {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CodeListFiles() {}

  static Map<String, CodeList> read() {
    var names = read("index", new TypeReference<List<String>>() {});
    var lists = LinkedHashMap.<String, CodeList>newLinkedHashMap(names.size());
    for (var name : names) {
      lists.put(name, read(name, new TypeReference<ListFile>() {}).toCodeList(name));
    }
    return Collections.unmodifiableMap(lists);
  }

  static <T> T read(String name, TypeReference<T> type) {
    var file = "/codes/" + name + ".json";
    try (InputStream content = CodeListFiles.class.getResourceAsStream(file)) {
      if (content == null) {
        throw new IllegalStateException("the class path lacks the code list file " + file);
      }
      return JSON.readValue(content, type);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the code list file " + file, e);
    }
  }

  static JsonMapper json() {
    return JSON;
  }

  /**
   * @param namesFrom where labels come from that the file does not spell out
   */
  private record ListFile(
      LocalizedText title,
      CodeSource source,
      boolean complete,
      Optional<CldrNames> namesFrom,
      List<EntryFile> entries) {

    CodeList toCodeList(String name) {
      return new CodeList(
          name,
          title,
          source,
          complete,
          entries.stream().map(entry -> entry.toEntry(name, namesFrom)).toList());
    }
  }

  private record EntryFile(
      String code,
      Optional<LocalizedText> labels,
      Optional<LocalDate> validFrom,
      Optional<LocalDate> retired,
      Optional<Map<String, Object>> attributes) {

    CodeEntry toEntry(String list, Optional<CldrNames> namesFrom) {
      var names =
          labels
              .or(() -> namesFrom.map(cldr -> cldr.of(code)))
              .orElseThrow(
                  () -> new IllegalStateException("no labels for " + code + " in list " + list));
      return new CodeEntry(code, names, validFrom, retired, attributes.orElse(Map.of()));
    }
  }
}
