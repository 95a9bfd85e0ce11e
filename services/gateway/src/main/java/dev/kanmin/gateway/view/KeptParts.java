package dev.kanmin.gateway.view;

import dev.kanmin.events.wire.Json;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.view.ViewParts.Kept;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * What one view says of its rows, each part kept with its JSON until its row changes: an event
 * changes one row, and what is said of the hundreds beside it need be neither worded nor written
 * again.
 *
 * <p>A part is known by the latest change of its row, as after the same event a row is the same. It
 * holds for one cell and one language. Not for several threads.
 */
final class KeptParts {
  /** Text, bytes and view of a part, beside each character of its JSON. */
  private static final int BYTES_PER_CHARACTER = 4;

  private static final JsonMapper MAPPER =
      Json.events()
          .rebuild()
          .addModule(new SimpleModule().addSerializer(Kept.class, new ReadyJson<>()))
          .build();

  private Map<Name, Part> before;
  private final Map<Name, Part> now = new HashMap<>();
  private final IdentityHashMap<Object, Part> partsOfViews = new IdentityHashMap<>();

  private record Name(long change, Class<?> type, String what) {}

  private static final class Part {
    final Object view;
    @Nullable SerializableString json;

    Part(Object view) {
      this.view = view;
    }

    SerializableString json() {
      SerializableString ready = json;
      if (ready == null) {
        ready = new SerializedString(Json.events().writeValueAsString(view));
        json = ready;
      }
      return ready;
    }
  }

  private KeptParts(Map<Name, Part> before) {
    this.before = before;
  }

  /** Nothing is ready yet. */
  static KeptParts none() {
    return new KeptParts(Map.of());
  }

  /** For the next view of the same cell in the same language; keeps what that one shows. */
  KeptParts next() {
    return new KeptParts(now);
  }

  /**
   * What is said of a row: made before, or else now.
   *
   * @param what tells apart several parts of one type
   */
  <T extends Kept> T part(Class<T> type, Row row, String what, Supplier<T> maker) {
    Name name = new Name(row.position(), type, what);
    Part ready = before.get(name);
    Part part = ready == null ? new Part(maker.get()) : ready;
    now.put(name, part);
    partsOfViews.put(part.view, part);
    return type.cast(part.view);
  }

  /**
   * A view made of these parts, as JSON. The last thing to be asked of them before they are kept:
   * from here on they hold nothing but what that view shows.
   */
  byte[] json(CellView view) {
    byte[] json = MAPPER.writer().withAttribute(KeptParts.class, this).writeValueAsBytes(view);
    before = Map.of();
    partsOfViews.clear();
    return json;
  }

  /** Bytes of memory, roughly. */
  int weight() {
    return BYTES_PER_CHARACTER
        * now.values().stream().mapToInt(part -> part.json().charLength()).sum();
  }

  private SerializableString jsonOf(Object view) {
    return Objects.requireNonNull(partsOfViews.get(view), "a part made elsewhere").json();
  }

  /** Writes a part as it is kept. */
  private static final class ReadyJson<T extends Kept> extends ValueSerializer<T> {
    @Override
    public void serialize(T view, JsonGenerator json, SerializationContext context) {
      json.writeRawValue(((KeptParts) context.getAttribute(KeptParts.class)).jsonOf(view));
    }
  }
}
