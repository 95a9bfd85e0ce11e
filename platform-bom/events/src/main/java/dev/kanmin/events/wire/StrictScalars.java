package dev.kanmin.events.wire;

import dev.kanmin.codes.CleanText;
import dev.kanmin.codes.Rfc3339;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * How texts, days, moments and zones come in from outside: each in one spelling, see {@link
 * CleanText} and {@link Rfc3339}. Jackson alone would read a day from a moment, an array or a
 * number.
 */
final class StrictScalars extends SimpleModule {
  private static final long serialVersionUID = 1L;

  StrictScalars() {
    super("kanmin-strict-scalars");
  }

  @Override
  public void setupModule(JacksonModule.SetupContext context) {
    super.setupModule(context);
    context.addDeserializers(new Readers());
  }

  private static final class Readers extends Deserializers.Base {
    private static final Map<Class<?>, ValueDeserializer<?>> KNOWN =
        Map.of(
            String.class, new Text(),
            LocalDate.class, new Written<>(LocalDate.class, Rfc3339::day),
            Instant.class, new Written<>(Instant.class, Rfc3339::moment),
            ZoneId.class, new Written<>(ZoneId.class, Rfc3339::zone));

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return KNOWN.containsKey(type) || Temporal.class.isAssignableFrom(type);
    }

    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
      ValueDeserializer<?> known = KNOWN.get(type.getRawClass());
      return known == null && Temporal.class.isAssignableFrom(type.getRawClass())
          ? new NotFromOutside(type)
          : known;
    }
  }

  private static final class Text extends StringDeserializer {
    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
      String text = super.deserialize(parser, context);
      try {
        return text == null ? null : CleanText.require(text);
      } catch (IllegalArgumentException unclean) {
        throw context.instantiationException(String.class, unclean);
      }
    }
  }

  /** Read from a JSON string, and from nothing else. */
  private static final class Written<T> extends StdScalarDeserializer<T> {
    private final Class<T> type;
    private final Function<String, T> reading;

    Written(Class<T> type, Function<String, T> reading) {
      super(type);
      this.type = type;
      this.reading = reading;
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return type.cast(context.handleUnexpectedToken(context.constructType(type), parser));
      }
      try {
        return reading.apply(parser.getString());
      } catch (IllegalArgumentException other) {
        throw context.instantiationException(type, other);
      }
    }
  }

  /** A fault of ours, found by the first test of such a body. */
  private static final class NotFromOutside extends StdScalarDeserializer<Object> {
    private final JavaType type;

    NotFromOutside(JavaType type) {
      super(type);
      this.type = type;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
      return context.reportBadDefinition(
          type, "Bodies have days (LocalDate), moments (Instant) and zones (ZoneId), no " + type);
    }
  }
}
