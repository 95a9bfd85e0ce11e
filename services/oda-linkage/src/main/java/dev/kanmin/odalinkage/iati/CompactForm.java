package dev.kanmin.odalinkage.iati;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree as nested lists of strings, which JSON and BSON can hold as they are: an element is {@code
 * [name, [attribute, value, …], child, …]}, text a string. A name in a namespace is written {@code
 * {uri}prefix:local}. Lists rather than maps, because order counts, names repeat, and field names
 * in a document store may not have every character that XML names have.
 */
public final class CompactForm {

  private CompactForm() {}

  /** The tree as lists and strings. */
  public static List<Object> of(IatiElement element) {
    List<Object> attributes = new ArrayList<>(element.attributes().size() * 2);
    for (IatiAttribute attribute : element.attributes()) {
      attributes.add(write(attribute.name()));
      attributes.add(attribute.value());
    }
    List<Object> result = new ArrayList<>(element.content().size() + 2);
    result.add(write(element.name()));
    result.add(attributes);
    for (IatiNode node : element.content()) {
      switch (node) {
        case IatiElement child -> result.add(of(child));
        case IatiText text -> result.add(text.value());
      }
    }
    return result;
  }

  /**
   * The tree that these lists hold.
   *
   * @throws IllegalArgumentException when they are not what {@link #of} makes
   */
  public static IatiElement read(List<?> compact) {
    if (compact.size() < 2
        || !(compact.get(0) instanceof String name)
        || !(compact.get(1) instanceof List<?> attributes)
        || attributes.size() % 2 != 0) {
      throw new IllegalArgumentException("Not the compact form of an element: " + compact);
    }
    List<IatiAttribute> readAttributes = new ArrayList<>(attributes.size() / 2);
    for (int i = 0; i < attributes.size(); i += 2) {
      readAttributes.add(
          new IatiAttribute(readName(string(attributes.get(i))), string(attributes.get(i + 1))));
    }
    List<IatiNode> content = new ArrayList<>(compact.size() - 2);
    for (Object node : compact.subList(2, compact.size())) {
      content.add(node instanceof List<?> child ? read(child) : new IatiText(string(node)));
    }
    return new IatiElement(readName(name), readAttributes, content);
  }

  private static String string(Object value) {
    if (value instanceof String string) {
      return string;
    }
    throw new IllegalArgumentException("Not a string in a compact form: " + value);
  }

  private static String write(IatiName name) {
    return name.standard() ? name.local() : "{" + name.namespace() + "}" + name.written();
  }

  private static IatiName readName(String written) {
    if (!written.startsWith("{")) {
      return IatiName.of(written);
    }
    // Names have no braces, addresses may: the last one closes.
    int end = written.lastIndexOf('}');
    int colon = written.indexOf(':', end);
    return new IatiName(
        written.substring(1, end),
        colon < 0 ? "" : written.substring(end + 1, colon),
        written.substring(Math.max(end, colon) + 1));
  }
}
