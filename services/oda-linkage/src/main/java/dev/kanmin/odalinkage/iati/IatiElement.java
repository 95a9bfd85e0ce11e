package dev.kanmin.odalinkage.iati;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One element with everything in it, unchangeable: the whole of an {@code iati-activity} is such a
 * tree, extensions of publishers included. White space between elements and comments are not part
 * of it, and text that touches is one text: so trees are equal when their content is.
 *
 * @param name its name
 * @param attributes its attributes in the order in which they were written
 * @param content its child elements and text in document order
 */
public record IatiElement(IatiName name, List<IatiAttribute> attributes, List<IatiNode> content)
    implements IatiNode {

  /**
   * An element.
   *
   * @throws IllegalArgumentException when an attribute is there twice
   */
  public IatiElement {
    attributes = List.copyOf(attributes);
    for (int i = 1; i < attributes.size(); i++) {
      refuseRepetition(attributes, i);
    }
    content = Content.normal(content);
  }

  private static void refuseRepetition(List<IatiAttribute> attributes, int index) {
    IatiName name = attributes.get(index).name();
    for (int i = 0; i < index; i++) {
      if (attributes.get(i).name().sameAs(name)) {
        throw new IllegalArgumentException("The attribute " + name.written() + " is there twice");
      }
    }
  }

  /** An element of the standard itself. */
  public static IatiElement of(
      String name, List<IatiAttribute> attributes, List<IatiNode> content) {
    return new IatiElement(IatiName.of(name), attributes, content);
  }

  /** The value of an attribute of the standard itself. */
  public Optional<String> attribute(String name) {
    for (IatiAttribute attribute : attributes) {
      if (attribute.name().local().equals(name) && attribute.name().standard()) {
        return Optional.of(attribute.value());
      }
    }
    return Optional.empty();
  }

  /** The value of an attribute, whatever its prefix. */
  public Optional<String> attribute(IatiName name) {
    for (IatiAttribute attribute : attributes) {
      if (attribute.name().sameAs(name)) {
        return Optional.of(attribute.value());
      }
    }
    return Optional.empty();
  }

  /** The child elements in document order, extensions included. */
  public Stream<IatiElement> elements() {
    return content.stream().filter(IatiElement.class::isInstance).map(IatiElement.class::cast);
  }

  /** All elements of the standard below this one, in document order; not those in extensions. */
  Stream<IatiElement> descendants() {
    return elements()
        .filter(element -> element.name().standard())
        .flatMap(element -> Stream.concat(Stream.of(element), element.descendants()));
  }

  /** The child elements of the standard with this name, in document order. */
  public List<IatiElement> children(String name) {
    List<IatiElement> found = new ArrayList<>();
    for (IatiNode node : content) {
      if (node instanceof IatiElement element && element.is(name)) {
        found.add(element);
      }
    }
    return found;
  }

  /** The first child element of the standard with this name. */
  public Optional<IatiElement> child(String name) {
    for (IatiNode node : content) {
      if (node instanceof IatiElement element && element.is(name)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /** Whether this is an element of the standard with this name. */
  public boolean is(String standardName) {
    return name.local().equals(standardName) && name.standard();
  }

  /** The element's own text, without that of its child elements; empty when there is none. */
  public String text() {
    if (content.size() == 1 && content.getFirst() instanceof IatiText only) {
      return only.value();
    }
    StringBuilder text = new StringBuilder();
    for (IatiNode node : content) {
      if (node instanceof IatiText part) {
        text.append(part.value());
      }
    }
    return text.toString();
  }

  /** The same element with an attribute set: replaced where it stands, or added at the end. */
  public IatiElement withAttribute(IatiAttribute changed) {
    List<IatiAttribute> result = new ArrayList<>(attributes.size() + 1);
    boolean replaced = false;
    for (IatiAttribute attribute : attributes) {
      boolean same = attribute.name().sameAs(changed.name());
      result.add(same ? changed : attribute);
      replaced |= same;
    }
    if (!replaced) {
      result.add(changed);
    }
    return new IatiElement(name, result, content);
  }
}
