package dev.kanmin.codes;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Writes a decimal as string without exponent, whatever the mapper is set to: clients must not read
 * money as double.
 */
final class PlainDecimalSerializer extends ValueSerializer<BigDecimal> {
  @Override
  public void serialize(BigDecimal value, JsonGenerator generator, SerializationContext context) {
    generator.writeString(value.toPlainString());
  }
}
