package dev.kanmin.odalinkage.iati;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one version of the standard lets an element have.
 *
 * @param text the type of its text; empty when it has child elements instead
 * @param attributesOfOthers whether attributes of other namespaces are allowed
 * @param attributes its own attributes by their written name ({@code xml:lang} included)
 * @param children its child elements in the order of the schema
 */
record Shape(
    Optional<SimpleType> text,
    boolean attributesOfOthers,
    Map<String, AttributeRule> attributes,
    List<ChildRule> children,
    Map<String, Integer> positions) {

  /**
   * One attribute.
   *
   * @param codeList the code list that its values come from
   */
  record AttributeRule(String name, SimpleType type, boolean required, Optional<String> codeList) {}

  /**
   * One child element.
   *
   * @param position its place among the children, counted from 0
   * @param most how often at most, {@link Integer#MAX_VALUE} when unbounded
   */
  record ChildRule(String name, int position, int least, int most, Shape shape) {
    boolean repeatable() {
      return most > 1;
    }
  }

  static Shape of(
      Optional<SimpleType> text,
      boolean attributesOfOthers,
      Map<String, AttributeRule> attributes,
      List<ChildRule> children) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    for (int i = 0; i < children.size(); i++) {
      positions.put(children.get(i).name(), i);
    }
    // In the order of the schema, so that faults are told in the same order every time.
    return new Shape(
        text,
        attributesOfOthers,
        Collections.unmodifiableMap(new LinkedHashMap<>(attributes)),
        List.copyOf(children),
        Collections.unmodifiableMap(positions));
  }

  /** The child rule of this name. */
  Optional<ChildRule> child(String name) {
    Integer position = positions.get(name);
    return position == null ? Optional.empty() : Optional.of(children.get(position));
  }
}
