package dev.kanmin.codes;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads an amount of money from a string, and from nothing that went through a double. */
final class PlainDecimalDeserializer extends StdScalarDeserializer<BigDecimal> {
  PlainDecimalDeserializer() {
    super(BigDecimal.class);
  }

  @Override
  public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (BigDecimal)
          context.handleUnexpectedToken(context.constructType(String.class), parser);
    }
    try {
      return Money.plainDecimal(parser.getString());
    } catch (IllegalArgumentException other) {
      throw context.instantiationException(BigDecimal.class, other);
    }
  }
}
