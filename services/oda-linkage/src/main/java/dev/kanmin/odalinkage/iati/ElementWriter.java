package dev.kanmin.odalinkage.iati;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;

/**
 * Writes one tree as XML text. Characters that a reader would change are written as references, so
 * that what is read back is what was written; white space for the eye is added only where it does
 * not count.
 */
final class ElementWriter {

  private static final String INDENT = "  ";

  /** In place of what XML cannot hold, should it ever have been kept. */
  private static final char REPLACEMENT = '\uFFFD';

  private final Writer out;

  ElementWriter(Writer out) {
    this.out = out;
  }

  void write(IatiElement element, int depth) throws IOException {
    write(element, depth, Map.of());
  }

  private void write(IatiElement element, int depth, Map<String, String> inherited)
      throws IOException {
    Prefixes prefixes = new Prefixes(inherited);
    String name = prefixes.elementName(element.name());
    StringBuilder attributes = new StringBuilder();
    for (IatiAttribute attribute : element.attributes()) {
      if (AttributeChecker.isXmls(attribute.name()) || !isWritable(attribute.name())) {
        continue;
      }
      attributes.append(' ').append(prefixes.attributeName(attribute.name())).append("=\"");
      escape(attribute.value(), true, attributes);
      attributes.append('"');
    }
    out.append('<').append(name).append(prefixes.declarations()).append(attributes);
    if (element.content().isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>');
    content(element, depth, prefixes.bindings());
    out.append("</").append(name).append('>');
  }

  private void content(IatiElement element, int depth, Map<String, String> bindings)
      throws IOException {
    boolean elementsOnly = element.content().stream().allMatch(IatiElement.class::isInstance);
    for (IatiNode node : element.content()) {
      switch (node) {
        case IatiElement child -> {
          if (!isWritable(child.name())) {
            continue;
          }
          if (elementsOnly) {
            newLine(depth + 1);
          }
          write(child, depth + 1, bindings);
        }
        case IatiText text -> {
          StringBuilder escaped = new StringBuilder(text.value().length() + 16);
          escape(text.value(), false, escaped);
          out.append(escaped);
        }
      }
    }
    if (elementsOnly) {
      newLine(depth);
    }
  }

  private static boolean isWritable(IatiName name) {
    return name.standard() || UriForm.isNamespace(name.namespace());
  }

  void newLine(int depth) throws IOException {
    out.append('\n');
    for (int i = 0; i < depth; i++) {
      out.append(INDENT);
    }
  }

  static void escape(String value, boolean attribute, StringBuilder out) {
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      if (character < ' ' || character >= Character.MIN_SURROGATE) {
        int point = value.codePointAt(i);
        if (!XmlCharacters.allowed(point)) {
          out.append(REPLACEMENT);
          continue;
        }
        if (Character.charCount(point) > 1) {
          out.appendCodePoint(point);
          i++;
          continue;
        }
      }
      switch (character) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append(attribute ? "&quot;" : "\"");
        case '\r' -> out.append("&#13;");
        case '\n' -> out.append(attribute ? "&#10;" : "\n");
        case '\t' -> out.append(attribute ? "&#9;" : "\t");
        default -> out.append(character);
      }
    }
  }

  /** Which prefix stands for which namespace at one element. */
  private static final class Prefixes {
    private final Map<String, String> namespaces;
    private final StringBuilder declarations = new StringBuilder();

    Prefixes(Map<String, String> inherited) {
      namespaces = new HashMap<>(inherited);
    }

    Map<String, String> bindings() {
      return namespaces;
    }

    StringBuilder declarations() {
      return declarations;
    }

    /** The standard's elements have no namespace, so none is ever declared as the default. */
    String elementName(IatiName name) {
      return name.standard() ? name.local() : prefix(name) + ":" + name.local();
    }

    String attributeName(IatiName name) {
      return elementName(name);
    }

    private String prefix(IatiName name) {
      if (name.namespace().equals(XMLConstants.XML_NS_URI)) {
        return XMLConstants.XML_NS_PREFIX;
      }
      String wanted = name.prefix().isEmpty() ? "ext" : name.prefix();
      String prefix = wanted;
      for (int i = 2; isTaken(prefix, name.namespace()); i++) {
        prefix = wanted + i;
      }
      if (namespaces.put(prefix, name.namespace()) == null) {
        declarations.append(" xmlns:").append(prefix).append("=\"");
        escape(name.namespace(), true, declarations);
        declarations.append('"');
      }
      return prefix;
    }

    private boolean isTaken(String prefix, String namespace) {
      String bound = namespaces.get(prefix);
      return bound != null && !bound.equals(namespace);
    }
  }
}
