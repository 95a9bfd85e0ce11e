package dev.kanmin.events.wire;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a decimal as a text without exponent: readers must not take money for a double. */
final class PlainDecimal extends ValueSerializer<BigDecimal> {
  @Override
  public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
    json.writeString(value.toPlainString());
  }
}
