package dev.kanmin.testkit.contract;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.kanmin.codes.Coded;
import dev.kanmin.events.wire.Json;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas (2020-12) of records, as the house writes them to JSON. */
final class RecordSchemas {
  private static final String DECIMAL = "^-?[0-9]+(\\.[0-9]+)?$";

  private final SchemaGenerator generator;

  RecordSchemas() {
    var config =
        new SchemaGeneratorConfigBuilder(
                Json.events(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                Option.FLATTENED_OPTIONALS,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    config
        .forFields()
        .withIgnoreCheck(field -> isIgnored(field.getRawMember()))
        .withNullableCheck(field -> false)
        .withRequiredCheck(RecordSchemas::isAlwaysThere)
        .withCustomDefinitionProvider(
            (field, context) ->
                isDecimalText(field.getRawMember())
                    ? new CustomPropertyDefinition(
                        text(context).put("pattern", DECIMAL),
                        CustomDefinition.INCLUDING_ATTRIBUTES)
                    : null);
    config.forTypesInGeneral().withCustomDefinitionProvider(RecordSchemas::value);
    this.generator = new SchemaGenerator(config.build());
  }

  ObjectNode of(Class<?> type) {
    return generator.generateSchema(type);
  }

  /** Types that are one value in JSON. */
  private static @Nullable CustomDefinition value(
      ResolvedType type, SchemaGenerationContext context) {
    Class<?> raw = type.getErasedType();
    if (raw == LocalDate.class) {
      return inline(text(context).put("format", "date"));
    }
    if (raw == Instant.class) {
      return inline(text(context).put("format", "date-time"));
    }
    if (ZoneId.class.isAssignableFrom(raw)) {
      return inline(text(context).put("description", "of the IANA time zone database"));
    }
    if (raw.isEnum()) {
      return inline(enumeration(raw, context));
    }
    return jsonValue(raw).map(inner -> inline(valueOf(inner, context))).orElse(null);
  }

  private static ObjectNode valueOf(Class<?> inner, SchemaGenerationContext context) {
    if (Map.class.isAssignableFrom(inner)) {
      var texts = context.getGeneratorConfig().createObjectNode().put("type", "object");
      texts.set("additionalProperties", text(context));
      return texts;
    }
    return text(context);
  }

  private static ObjectNode enumeration(Class<?> type, SchemaGenerationContext context) {
    var schema = text(context);
    var codes = schema.putArray("enum");
    for (Object constant : type.getEnumConstants()) {
      codes.add(
          constant instanceof Coded coded
              ? coded.code()
              : Json.events().valueToTree(constant).asString());
    }
    return schema;
  }

  private static Optional<Class<?>> jsonValue(Class<?> type) {
    Stream<Class<?>> ofMethods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(JsonValue.class))
            .map(Method::getReturnType);
    Stream<Class<?>> ofFields =
        Arrays.stream(type.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(JsonValue.class))
            .map(Field::getType);
    return Stream.concat(ofMethods, ofFields).findFirst();
  }

  private static boolean isDecimalText(Field field) {
    var written = field.getAnnotation(JsonSerialize.class);
    return written != null
        && Stream.of(written.using().getSimpleName(), written.contentUsing().getSimpleName())
            .anyMatch(serializer -> serializer.startsWith("PlainDecimal"));
  }

  /** Also by an annotation that carries it. */
  private static boolean isIgnored(AnnotatedElement field) {
    return Arrays.stream(field.getAnnotations())
        .anyMatch(
            one ->
                one.annotationType() == JsonIgnore.class
                    || one.annotationType().isAnnotationPresent(JsonIgnore.class));
  }

  /** What is empty is not written: an {@code Optional} nowhere, a list where its record says so. */
  private static boolean isAlwaysThere(FieldScope field) {
    if (field.getRawMember().getType() == Optional.class) {
      return false;
    }
    var inclusion = field.getRawMember().getDeclaringClass().getAnnotation(JsonInclude.class);
    Class<?> type = field.getRawMember().getType();
    boolean canBeEmpty =
        Iterable.class.isAssignableFrom(type)
            || Map.class.isAssignableFrom(type)
            || type == boolean.class;
    return !(canBeEmpty && inclusion != null && inclusion.value() == JsonInclude.Include.NON_EMPTY);
  }

  private static ObjectNode text(SchemaGenerationContext context) {
    return context.getGeneratorConfig().createObjectNode().put("type", "string");
  }

  private static CustomDefinition inline(ObjectNode schema) {
    return new CustomDefinition(schema, true);
  }
}
