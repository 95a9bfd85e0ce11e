package dev.kanmin.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.kanmin.events.wire.Json;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * How request bodies are read: as {@link Json#strict()}, and a record's component must be there and
 * not null unless it is an {@link Optional} or {@link Nullable}, or is declared to be read as empty
 * ({@code @JsonSetter(nulls = AS_EMPTY)}, for lists).
 */
final class StrictJson {
  private static final JsonMapper MAPPER =
      Json.strict()
          .rebuild()
          .annotationIntrospector(new RequiredComponents())
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private StrictJson() {}

  static JsonMapper mapper() {
    return MAPPER;
  }

  /** Whether a client must send the component. */
  static boolean isRequired(RecordComponent component) {
    return component.getType() != Optional.class
        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && !isReadAsEmpty(component);
  }

  private static boolean isReadAsEmpty(RecordComponent component) {
    JsonSetter setter = component.getAccessor().getAnnotation(JsonSetter.class);
    return setter != null && setter.nulls() == Nulls.AS_EMPTY;
  }

  private static final class RequiredComponents extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      return isRequiredComponent(member) ? Boolean.TRUE : super.hasRequiredMarker(config, member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
      JsonSetter.Value declared = super.findSetterInfo(config, annotated);
      return isRequiredComponent(annotated)
          ? JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL)
          : declared.withContentNulls(Nulls.FAIL);
    }

    private static boolean isRequiredComponent(Annotated annotated) {
      if (!(annotated instanceof AnnotatedParameter parameter)
          || !parameter.getDeclaringClass().isRecord()) {
        return false;
      }
      RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
      return parameter.getOwner().getParameterCount() == components.length
          && isRequired(components[parameter.getIndex()]);
    }
  }
}
