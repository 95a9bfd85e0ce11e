package dev.kanmin.web;

import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import tools.jackson.core.JacksonException;

/** Reads constants in parameters by the names that they have in JSON. */
@SuppressWarnings("rawtypes") // Spring's own signature for "any enum"
final class EnumConverter implements ConverterFactory<String, Enum> {
  @Override
  public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
    return text -> {
      try {
        return StrictJson.mapper().convertValue(text, type);
      } catch (JacksonException unknown) {
        throw new IllegalArgumentException(
            Quoted.of(text) + " is not " + TypeNames.of(type), unknown);
      }
    };
  }
}
