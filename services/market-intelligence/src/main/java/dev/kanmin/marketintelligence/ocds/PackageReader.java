package dev.kanmin.marketintelligence.ocds;

import dev.kanmin.events.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads release and record packages in a stream: one or several packages in one file, of any size,
 * their properties in any order. As {@code version} may stand behind megabytes of releases, a file
 * is looked through first and read afterwards.
 */
public final class PackageReader {
  private static final String VERSION = "version";
  private static final String RELEASES = "releases";
  private static final String RECORDS = "records";
  private static final String SUPPORTED = "1.1";

  private PackageReader() {}

  /**
   * What a file is made of.
   *
   * @param properties names of the properties of its root objects
   * @param versions of its packages
   * @param withoutVersion packages that name none
   */
  public record Outline(Set<String> properties, Set<String> versions, int withoutVersion) {
    public boolean isOcds() {
      return properties.contains(RELEASES) || properties.contains(RECORDS);
    }

    /** Why its releases cannot be taken; empty when they can. */
    public Optional<String> refusal() {
      List<String> other = versions.stream().filter(it -> !it.equals(SUPPORTED)).toList();
      if (!other.isEmpty()) {
        return Optional.of(
            "The file is of OCDS version %s; read is %s. Ask its publisher for %s, or upgrade it with OCDS Kit (ocdskit upgrade 1.0:1.1)."
                .formatted(String.join(", ", other), SUPPORTED, SUPPORTED));
      }
      return withoutVersion == 0
          ? Optional.empty()
          : Optional.of(
              "A package names no version, as OCDS 1.0 does; read is %s. Ask its publisher for %s, or upgrade it with OCDS Kit (ocdskit upgrade 1.0:1.1)."
                  .formatted(SUPPORTED, SUPPORTED));
    }
  }

  /** Takes the releases of one process as they stand together in the file. */
  public interface Handler {
    /**
     * Releases of a package, one by one, or those of a record together.
     *
     * @param pointer into the file: {@code /releases/3}; {@code /records/3}
     */
    void releases(List<ObjectNode> releases, String pointer);

    /** Something that cannot be taken. */
    void unusable(String pointer, String what);
  }

  /**
   * Looks a file through to its end.
   *
   * @throws tools.jackson.core.JacksonException if it is no JSON
   */
  public static Outline outline(InputStream file) throws IOException {
    Set<String> properties = new LinkedHashSet<>();
    Set<String> versions = new LinkedHashSet<>();
    int without = 0;
    try (JsonParser parser = Json.events().createParser(file)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.START_OBJECT) {
          parser.skipChildren();
          continue;
        }
        boolean named = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          properties.add(name.substring(0, Math.min(name.length(), 60)));
          JsonToken value = parser.nextToken();
          if (name.equals(VERSION) && value == JsonToken.VALUE_STRING) {
            named = true;
            versions.add(
                parser.getString().substring(0, Math.min(parser.getString().length(), 20)));
          } else {
            parser.skipChildren();
          }
        }
        without += named ? 0 : 1;
      }
    }
    return new Outline(properties, versions, without);
  }

  /** Reads the releases of a file that was looked through. */
  public static void read(InputStream file, Handler handler) throws IOException {
    int packages = 0;
    try (JsonParser parser = Json.events().createParser(file)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.START_OBJECT) {
          parser.skipChildren();
          continue;
        }
        String prefix = packages == 0 ? "" : "/" + packages;
        packages++;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          JsonToken value = parser.nextToken();
          if (value == JsonToken.START_ARRAY && name.equals(RELEASES)) {
            each(parser, prefix + "/releases", handler, false);
          } else if (value == JsonToken.START_ARRAY && name.equals(RECORDS)) {
            each(parser, prefix + "/records", handler, true);
          } else {
            parser.skipChildren();
          }
        }
      }
    }
  }

  private static void each(JsonParser parser, String path, Handler handler, boolean records) {
    int position = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String pointer = path + "/" + position++;
      JsonNode entry = parser.readValueAsTree();
      if (!(entry instanceof ObjectNode object)) {
        handler.unusable(pointer, "It is no object.");
      } else if (records) {
        record(object, pointer, handler);
      } else {
        handler.releases(List.of(object), pointer);
      }
    }
  }

  /** Its releases if they are embedded; else what its publisher compiled. */
  private static void record(ObjectNode record, String pointer, Handler handler) {
    List<ObjectNode> embedded = new ArrayList<>();
    for (JsonNode release : record.path(RELEASES)) {
      if (release instanceof ObjectNode object && !object.has("url")) {
        embedded.add(object);
      }
    }
    if (!embedded.isEmpty() && embedded.size() == record.path(RELEASES).size()) {
      handler.releases(embedded, pointer);
    } else if (record.path("compiledRelease") instanceof ObjectNode compiled) {
      handler.releases(List.of(compiled), pointer + "/compiledRelease");
    } else {
      handler.unusable(
          pointer,
          "It embeds neither its releases nor a compiled release; linked releases are not fetched.");
    }
  }
}
