package dev.kanmin.odalinkage.iati;

import java.util.ArrayList;
import java.util.List;

/** The one form that the content of an element has, whichever way it came about. */
final class Content {

  private Content() {}

  /**
   * Without empty text, with touching texts joined, and without the white space of elements that
   * have elements only.
   */
  static List<IatiNode> normal(List<IatiNode> content) {
    if (isNormal(content)) {
      return List.copyOf(content);
    }
    List<IatiNode> result = new ArrayList<>(content.size());
    StringBuilder text = new StringBuilder();
    boolean visible = false;
    boolean elements = false;
    for (IatiNode node : content) {
      switch (node) {
        case IatiText part -> {
          text.append(part.value());
          visible |= !XmlSpace.isBlank(part.value());
        }
        case IatiElement element -> {
          flush(text, result);
          result.add(element);
          elements = true;
        }
      }
    }
    flush(text, result);
    if (elements && !visible) {
      result.removeIf(IatiText.class::isInstance);
    }
    return List.copyOf(result);
  }

  /** Whether it is what most content is: elements only, or one text. */
  private static boolean isNormal(List<IatiNode> content) {
    if (content.size() == 1 && content.getFirst() instanceof IatiText text) {
      return !text.value().isEmpty();
    }
    for (IatiNode node : content) {
      if (node instanceof IatiText) {
        return false;
      }
    }
    return true;
  }

  private static void flush(StringBuilder text, List<IatiNode> result) {
    if (!text.isEmpty()) {
      result.add(new IatiText(text.toString()));
      text.setLength(0);
    }
  }
}
