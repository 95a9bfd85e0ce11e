package dev.kanmin.odalinkage.iati;

import dev.kanmin.odalinkage.iati.Shape.AttributeRule;
import dev.kanmin.odalinkage.iati.Shape.ChildRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads {@code activity-schema.txt} for one version; the file explains its own notation. */
final class SchemaTable {

  private static final String RESOURCE = "activity-schema.txt";
  private static final int INDENT = 2;

  private final List<Line> lines;
  private final IatiVersion version;
  private final Map<String, Draft> shapes = new HashMap<>();
  private final Map<String, Shape> globals = new HashMap<>();
  private int next;

  /** What is known of an element while its lines are being read. */
  private static final class Draft {
    private final Map<String, AttributeRule> attributes = new LinkedHashMap<>();
    private final List<ChildRule> children = new ArrayList<>();
  }

  private record Line(int depth, List<String> words) {
    String first() {
      return words.getFirst();
    }

    boolean has(String word) {
      return words.contains(word);
    }

    Optional<String> after(String word) {
      int index = words.indexOf(word);
      return index < 0 ? Optional.empty() : Optional.of(words.get(index + 1));
    }

    boolean in(IatiVersion version) {
      String number = version.number();
      return after("since").map(since -> since.compareTo(number) <= 0).orElse(true)
          && after("until").map(until -> until.compareTo(number) >= 0).orElse(true);
    }
  }

  SchemaTable(String table, IatiVersion version) {
    this.version = version;
    this.lines =
        table
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(SchemaTable::line)
            .toList();
  }

  static String resource() {
    try (InputStream input = SchemaTable.class.getResourceAsStream(RESOURCE)) {
      return new String(
          Objects.requireNonNull(input, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cannotRead) {
      throw new UncheckedIOException(cannotRead);
    }
  }

  ActivitySchema read() {
    Draft top = new Draft();
    while (next < lines.size()) {
      Line line = lines.get(next);
      if (line.first().equals("shape")) {
        next++;
        Draft shape = new Draft();
        readInto(shape, 1);
        shapes.put(line.words().get(1), shape);
      } else {
        readElement(top, 0);
      }
    }
    return new ActivitySchema(top.children.getFirst().shape(), globals);
  }

  private static Line line(String text) {
    int spaces = text.length() - text.stripLeading().length();
    return new Line(spaces / INDENT, List.of(text.strip().split(" +")));
  }

  private void readInto(Draft parent, int depth) {
    while (next < lines.size() && lines.get(next).depth() == depth) {
      if (lines.get(next).first().startsWith("@")) {
        readAttribute(parent);
      } else {
        readElement(parent, depth);
      }
    }
  }

  private void readAttribute(Draft parent) {
    Line line = lines.get(next++);
    if (line.in(version)) {
      String name = line.first().substring(1);
      parent.attributes.put(
          name,
          new AttributeRule(
              name, type(line.words().get(1)), line.has("required"), line.after("codes")));
    }
  }

  private void readElement(Draft parent, int depth) {
    Line line = lines.get(next++);
    Draft draft = new Draft();
    line.after("like")
        .map(shape -> Objects.requireNonNull(shapes.get(shape), shape))
        .ifPresent(
            shape -> {
              draft.attributes.putAll(shape.attributes);
              draft.children.addAll(shape.children);
            });
    readInto(draft, depth + 1);
    if (!line.in(version)) {
      return;
    }
    Shape shape =
        Shape.of(
            line.after("=").map(SchemaTable::type),
            !line.has("closed"),
            draft.attributes,
            draft.children);
    String often = line.words().get(1);
    boolean optional = often.equals("?") || often.equals("*");
    boolean single = often.equals("?") || often.equals("1");
    parent.children.add(
        new ChildRule(
            line.first(),
            parent.children.size(),
            optional ? 0 : 1,
            single ? 1 : Integer.MAX_VALUE,
            shape));
    if (line.has("global")) {
      globals.put(line.first(), shape);
    }
  }

  private static SimpleType type(String written) {
    return SimpleType.valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
