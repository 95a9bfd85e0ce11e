package dev.kanmin.web;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON request bodies strictly; one that cannot be read becomes {@link BadInput}. */
final class StrictJsonDecoder extends JacksonJsonDecoder {
  private final JsonMapper mapper;
  private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

  StrictJsonDecoder(JsonMapper mapper) {
    super(mapper);
    this.mapper = mapper;
  }

  @Override
  public Object decode(
      DataBuffer buffer,
      ResolvableType target,
      @Nullable MimeType mimeType,
      @Nullable Map<String, Object> hints) {
    byte[] body = new byte[buffer.readableByteCount()];
    buffer.read(body);
    DataBufferUtils.release(buffer);
    ObjectReader reader =
        readers.computeIfAbsent(
            target.getType(), type -> mapper.readerFor(mapper.constructType(type)));
    try {
      @Nullable Object value = reader.readValue(body);
      if (value == null) {
        throw new BadInput(BodyFaults.missing(""));
      }
      return value;
    } catch (JacksonException unreadable) {
      throw BodyFaults.of(unreadable, body, mapper.constructType(target.getType()));
    }
  }
}
