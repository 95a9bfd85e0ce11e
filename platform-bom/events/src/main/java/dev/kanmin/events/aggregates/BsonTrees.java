package dev.kanmin.events.aggregates;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries JSON trees in and out of BSON documents. Numbers keep their value: fractions become
 * Decimal128.
 */
final class BsonTrees {
  private final JsonMapper mapper;

  BsonTrees(JsonMapper mapper) {
    this.mapper = mapper;
  }

  Document toDocument(Object value) {
    return document((ObjectNode) mapper.valueToTree(value));
  }

  ObjectNode toTree(Document document) {
    ObjectNode tree = mapper.createObjectNode();
    document.forEach((name, value) -> tree.set(name, node(value)));
    return tree;
  }

  private static Document document(ObjectNode tree) {
    Document document = new Document();
    for (Map.Entry<String, JsonNode> property : tree.properties()) {
      document.append(property.getKey(), value(property.getValue()));
    }
    return document;
  }

  private static @Nullable Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> document((ObjectNode) node);
      case ARRAY -> list((ArrayNode) node);
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case NULL, MISSING -> null;
      case BINARY, POJO ->
          throw new IllegalArgumentException(
              "State must be plain JSON, found " + node.getNodeType());
    };
  }

  private static Object number(JsonNode node) {
    return switch (node.numberType()) {
      case INT -> node.intValue();
      case LONG -> node.longValue();
      case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> new Decimal128(node.decimalValue());
    };
  }

  private static List<@Nullable Object> list(ArrayNode array) {
    List<@Nullable Object> values = new ArrayList<>(array.size());
    for (JsonNode element : array) {
      values.add(value(element));
    }
    return values;
  }

  private JsonNode node(@Nullable Object value) {
    return switch (value) {
      case null -> mapper.getNodeFactory().nullNode();
      case Document document -> toTree(document);
      case List<?> list -> array(list);
      case String text -> mapper.getNodeFactory().stringNode(text);
      case Boolean flag -> mapper.getNodeFactory().booleanNode(flag);
      case Integer number -> mapper.getNodeFactory().numberNode(number);
      case Long number -> mapper.getNodeFactory().numberNode(number);
      case Double number -> mapper.getNodeFactory().numberNode(BigDecimal.valueOf(number));
      case Decimal128 number -> mapper.getNodeFactory().numberNode(number.bigDecimalValue());
      default ->
          throw new IllegalArgumentException("Not plain JSON in the store: " + value.getClass());
    };
  }

  private ArrayNode array(List<?> list) {
    ArrayNode array = mapper.createArrayNode();
    list.forEach(element -> array.add(node(element)));
    return array;
  }
}
