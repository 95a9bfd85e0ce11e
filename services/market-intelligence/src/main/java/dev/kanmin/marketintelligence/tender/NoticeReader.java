package dev.kanmin.marketintelligence.tender;

import dev.kanmin.events.wire.Json;
import java.io.InputStream;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Reads the notices in an answer of the World Bank, which come as an array or by their number. */
final class NoticeReader {
  private static final String NOTICES = "procnotices";
  private static final int LONGEST_ID = 60;

  private NoticeReader() {}

  static void read(
      InputStream file,
      BiConsumer<WorldBankNotice, String> notice,
      BiConsumer<String, String> unusable) {
    try (JsonParser parser = Json.events().createParser(file)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME && parser.currentName().equals(NOTICES)) {
          JsonToken value = parser.nextToken();
          if (value == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
              one(parser, "/" + NOTICES + "/" + i, notice, unusable);
            }
          } else if (value == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
              String pointer = "/" + NOTICES + "/" + parser.currentName();
              parser.nextToken();
              one(parser, pointer, notice, unusable);
            }
          }
        }
      }
    }
  }

  private static void one(
      JsonParser parser,
      String pointer,
      BiConsumer<WorldBankNotice, String> notice,
      BiConsumer<String, String> unusable) {
    JsonNode entry = parser.readValueAsTree();
    JsonNode id = entry.path("id");
    if (!id.isString() || id.asString().isBlank() || id.asString().length() > LONGEST_ID) {
      unusable.accept(pointer, "It has no id.");
      return;
    }
    WorldBankNotice read;
    try {
      read = Json.events().treeToValue(entry, WorldBankNotice.class);
    } catch (JacksonException unreadable) {
      unusable.accept(pointer, "It cannot be read" + Json.place(unreadable) + ".");
      return;
    }
    notice.accept(read, pointer);
  }
}
