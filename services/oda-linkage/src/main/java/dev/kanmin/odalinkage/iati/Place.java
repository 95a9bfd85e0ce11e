package dev.kanmin.odalinkage.iati;

import org.jspecify.annotations.Nullable;

/** Where an element stands: the way to it from the root, and where it begins in the file. */
final class Place {

  private final @Nullable Place parent;
  private final String name;
  private final int index;
  private final int line;
  private final int column;

  /**
   * @param index which of its name it is below its parent, counted from 1; 0 when there can only be
   *     one
   */
  Place(@Nullable Place parent, String name, int index, int line, int column) {
    this.parent = parent;
    this.name = name;
    this.index = index;
    this.line = line;
    this.column = column;
  }

  /** The place of the element around it, its own for the root. */
  Place parent() {
    return parent == null ? this : parent;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  String path() {
    StringBuilder path = new StringBuilder();
    write(path);
    return path.toString();
  }

  String path(String attribute) {
    return path() + "/@" + attribute;
  }

  private void write(StringBuilder path) {
    if (parent != null) {
      parent.write(path);
    }
    path.append('/').append(name);
    if (index > 0) {
      path.append('[').append(index).append(']');
    }
  }
}
