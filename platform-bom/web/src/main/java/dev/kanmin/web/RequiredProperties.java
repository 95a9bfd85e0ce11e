package dev.kanmin.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Describes the components of records as required by the rule that {@link StrictJson} reads them
 * with, so that the description and the reader cannot disagree; and in which order they stand,
 * which is the one that people read best, as {@value #ORDER}.
 */
final class RequiredProperties implements ModelConverter {
  /** Names of properties in their order, where that is not the alphabet's. */
  static final String ORDER = "x-order";

  private static final String SCHEMAS = "#/components/schemas/";

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    Class<?> described = Json31.mapper().constructType(type.getType()).getRawClass();
    if (schema != null && described.isRecord()) {
      require(described, target(schema, context));
    }
    return schema;
  }

  private static @Nullable Schema<?> target(Schema<?> schema, ModelConverterContext context) {
    String reference = schema.get$ref();
    return reference == null
        ? schema
        : context.getDefinedModels().get(reference.substring(SCHEMAS.length()));
  }

  private static void require(Class<?> type, @Nullable Schema<?> schema) {
    if (schema == null || schema.getProperties() == null) {
      return;
    }
    Map<String, ?> properties = schema.getProperties();
    List<String> order = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
      String name =
          renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
      if (properties.containsKey(name)) {
        order.add(name);
      }
      boolean leftOutWhenEmpty = leavesOutEmpty(type) && isContainer(component.getType());
      boolean listed = schema.getRequired() != null && schema.getRequired().contains(name);
      if (properties.containsKey(name)
          && StrictJson.isRequired(component)
          && !leftOutWhenEmpty
          && !listed) {
        schema.addRequiredItem(name);
      }
    }
    if (!order.equals(order.stream().sorted().toList())) {
      schema.addExtension(ORDER, order);
    }
  }

  private static boolean leavesOutEmpty(Class<?> type) {
    JsonInclude inclusion = type.getAnnotation(JsonInclude.class);
    return inclusion != null && inclusion.value() == JsonInclude.Include.NON_EMPTY;
  }

  private static boolean isContainer(Class<?> type) {
    return type.isArray()
        || Collection.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type);
  }
}
