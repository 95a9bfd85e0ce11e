package dev.kanmin.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks a body that could not be read beside the type it should have been, and collects everything
 * that is wrong with it. The reader stops at the first fault, and takes a misspelt field for a
 * missing one; a client is helped by the whole list. Only failed requests pay for this.
 */
final class BodyDiagnosis {
  private static final int MOST_FAULTS = 50;

  private final JsonMapper mapper = StrictJson.mapper();
  private final List<InputFault> faults = new ArrayList<>();

  private BodyDiagnosis() {}

  /** Empty if nothing is found that way. */
  static List<InputFault> of(byte[] body, JavaType type) {
    BodyDiagnosis diagnosis = new BodyDiagnosis();
    try {
      diagnosis.look("", diagnosis.mapper.readTree(body), type);
    } catch (JacksonException malformed) {
      return List.of(BodyFaults.malformed(malformed));
    }
    return List.copyOf(diagnosis.faults);
  }

  private void look(String pointer, JsonNode node, JavaType type) {
    if (faults.size() >= MOST_FAULTS) {
      return;
    }
    if (type.isReferenceType() && !node.isNull()) {
      look(pointer, node, type.getContentType());
    } else if (type.isCollectionLikeType() && node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        lookIntoElement(pointer + "/" + i, node.get(i), type.getContentType());
      }
    } else if (isPlainRecord(type.getRawClass()) && node.isObject()) {
      lookIntoRecord(pointer, node, type);
    } else {
      tryToRead(pointer, node, type);
    }
  }

  private void lookIntoElement(String pointer, JsonNode node, JavaType type) {
    if (node.isNull()) {
      faults.add(BodyFaults.missing(pointer));
    } else {
      look(pointer, node, type);
    }
  }

  private void lookIntoRecord(String pointer, JsonNode node, JavaType type) {
    int before = faults.size();
    Map<String, RecordComponent> components = components(type.getRawClass());
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      RecordComponent component = components.get(field.getKey());
      String fieldPointer = pointer + BodyFaults.step(field.getKey());
      if (component == null) {
        faults.add(unknown(fieldPointer, field.getKey(), components));
      } else if (!field.getValue().isNull()
          && component.getAccessor().isAnnotationPresent(JsonDeserialize.class)) {
        tryToReadAlone(pointer, field, type);
      } else if (!field.getValue().isNull()) {
        look(fieldPointer, field.getValue(), mapper.constructType(component.getGenericType()));
      } else if (StrictJson.isRequired(component)) {
        faults.add(BodyFaults.missing(fieldPointer));
      }
    }
    components.forEach(
        (name, component) -> {
          if (StrictJson.isRequired(component) && !node.has(name)) {
            faults.add(BodyFaults.missing(pointer + BodyFaults.step(name)));
          }
        });
    if (faults.size() == before) {
      tryToRead(pointer, node, type); // the parts are good; the whole may still refuse them
    }
  }

  /** A component that is read in a way of its own: only its record knows how. */
  private void tryToReadAlone(String pointer, Map.Entry<String, JsonNode> field, JavaType type) {
    JsonNode alone = mapper.createObjectNode().set(field.getKey(), field.getValue());
    try {
      mapper.readerFor(type).readValue(mapper.treeAsTokens(alone));
    } catch (JacksonException unreadable) {
      boolean missesOthers =
          unreadable.getPath().stream()
              .limit(1)
              .noneMatch(step -> field.getKey().equals(step.getPropertyName()));
      if (!missesOthers) {
        add(pointer, unreadable);
      }
    }
  }

  private void tryToRead(String pointer, JsonNode node, JavaType type) {
    try {
      mapper.readerFor(type).readValue(mapper.treeAsTokens(node));
    } catch (JacksonException unreadable) {
      add(pointer, unreadable);
    }
  }

  private void add(String pointer, JacksonException unreadable) {
    InputFault fault = BodyFaults.first(unreadable);
    String inside = fault.pointer().orElse("");
    String place = pointer + inside;
    String said = BodyFaults.name(inside);
    String detail =
        fault.detail().startsWith(said)
            ? BodyFaults.name(place) + fault.detail().substring(said.length())
            : fault.detail();
    faults.add(InputFault.at(place, fault.code(), detail));
  }

  private static boolean isPlainRecord(Class<?> type) {
    if (!type.isRecord() || type.isAnnotationPresent(JsonTypeInfo.class) || hasCreator(type)) {
      return false;
    }
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonValue.class)) {
        return false;
      }
    }
    return true;
  }

  /** It is read from something else than its components, as a country is from its code. */
  private static boolean hasCreator(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(method -> method.isAnnotationPresent(JsonCreator.class));
  }

  private static Map<String, RecordComponent> components(Class<?> type) {
    Map<String, RecordComponent> components = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
      components.put(
          renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value(),
          component);
    }
    return components;
  }

  private static InputFault unknown(
      String pointer, String name, Map<String, RecordComponent> components) {
    return InputFault.at(
        pointer,
        FaultCodes.UNKNOWN_FIELD,
        "There is no field "
            + Quoted.of(name)
            + " here. Accepted are "
            + String.join(", ", components.keySet())
            + ".");
  }
}
