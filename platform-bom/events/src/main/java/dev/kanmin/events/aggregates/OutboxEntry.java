package dev.kanmin.events.aggregates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * An event in its final form: made once by the command, stored with the state, sent as it stands.
 *
 * @param headers name to value, in order
 * @param data the bytes of the record's value
 */
record OutboxEntry(String subject, long sequence, Map<String, String> headers, Binary data) {
  static final String OUTBOX = "outbox";
  static final String SEQUENCE = "sequence";

  Document toDocument() {
    return new Document(SEQUENCE, sequence)
        .append("headers", new Document(new LinkedHashMap<>(headers)))
        .append("data", data);
  }

  /** The outbox of a stored aggregate, oldest first. */
  static List<OutboxEntry> allOf(Document aggregate) {
    List<Document> stored = aggregate.getList(OUTBOX, Document.class, List.of());
    List<OutboxEntry> entries = new ArrayList<>(stored.size());
    for (Document entry : stored) {
      Map<String, String> headers = new LinkedHashMap<>();
      entry
          .get("headers", Document.class)
          .forEach((name, value) -> headers.put(name, (String) value));
      entries.add(
          new OutboxEntry(
              aggregate.getString("_id"),
              entry.getLong(SEQUENCE),
              headers,
              entry.get("data", Binary.class)));
    }
    return entries;
  }
}
