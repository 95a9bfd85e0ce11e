package dev.kanmin.odalinkage.iati;

import dev.kanmin.odalinkage.iati.Shape.ChildRule;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The structure that one version of the standard prescribes; see {@code activity-schema.txt}. */
final class ActivitySchema {

  private static final Map<IatiVersion, ActivitySchema> SCHEMAS = load();

  private final Shape root;
  private final Map<String, Shape> globals;

  ActivitySchema(Shape root, Map<String, Shape> globals) {
    this.root = root;
    this.globals = Map.copyOf(globals);
  }

  static ActivitySchema of(IatiVersion version) {
    return Objects.requireNonNull(SCHEMAS.get(version));
  }

  /** {@code iati-activities}. */
  Shape root() {
    return root;
  }

  /** {@code iati-activity} as a child of the root. */
  ChildRule activity() {
    return root.children().getFirst();
  }

  /** What an element has that is declared for use anywhere, so also inside of extensions. */
  Optional<Shape> global(String name) {
    return Optional.ofNullable(globals.get(name));
  }

  /** All names that any version has, elements and attributes alike. */
  static Map<String, IatiName> names() {
    Map<String, IatiName> names = new HashMap<>();
    for (ActivitySchema schema : SCHEMAS.values()) {
      addNames(schema.root, names);
    }
    names.put("iati-activities", IatiName.of("iati-activities"));
    return Collections.unmodifiableMap(names);
  }

  private static void addNames(Shape shape, Map<String, IatiName> names) {
    for (String attribute : shape.attributes().keySet()) {
      if (attribute.indexOf(':') < 0) {
        names.put(attribute, IatiName.of(attribute));
      }
    }
    for (ChildRule child : shape.children()) {
      names.put(child.name(), IatiName.of(child.name()));
      addNames(child.shape(), names);
    }
  }

  /** Whether an element of this name, wherever it stands, has such a child. */
  boolean hasChild(String element, String child) {
    return hasChild(root, "iati-activities", element, child);
  }

  private static boolean hasChild(Shape shape, String name, String element, String child) {
    if (name.equals(element) && shape.child(child).isPresent()) {
      return true;
    }
    return shape.children().stream()
        .anyMatch(rule -> hasChild(rule.shape(), rule.name(), element, child));
  }

  private static Map<IatiVersion, ActivitySchema> load() {
    String table = SchemaTable.resource();
    Map<IatiVersion, ActivitySchema> schemas = new EnumMap<>(IatiVersion.class);
    for (IatiVersion version : IatiVersion.values()) {
      schemas.put(version, new SchemaTable(table, version).read());
    }
    return schemas;
  }
}
