package dev.kanmin.odalinkage.iati;

import dev.kanmin.odalinkage.iati.Shape.ChildRule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link StructureChecker} remembers of an element that has begun and not ended. */
final class Frame {

  /** How the content of an element is looked at. */
  enum Kind {
    /** It is the standard's own and must be as the schema has it. */
    CHECKED,
    /** It belongs to an extension: anything may be in it. */
    EXTENSION,
    /** It has no business here, which was told; its content is not looked at. */
    IGNORED
  }

  /** The one text that is no text of people. */
  static final String IDENTIFIER = "iati-identifier";

  private final Kind kind;
  private final Place place;
  private final @Nullable ChildRule rule;
  private final int[] counts;
  private @Nullable Map<String, Integer> otherCounts;
  private int reached;
  private boolean extensionSeen;
  private boolean hasText;
  private boolean filledNarrative;
  private final StringBuilder text = new StringBuilder(0);

  private Frame(Kind kind, Place place, @Nullable ChildRule rule) {
    this.kind = kind;
    this.place = place;
    this.rule = rule;
    this.counts = new int[rule == null ? 0 : rule.shape().children().size()];
  }

  static Frame checked(Place place, ChildRule rule) {
    return new Frame(Kind.CHECKED, place, rule);
  }

  static Frame extension(Place place) {
    return new Frame(Kind.EXTENSION, place, null);
  }

  static Frame ignored(Place place) {
    return new Frame(Kind.IGNORED, place, null);
  }

  Kind kind() {
    return kind;
  }

  Place place() {
    return place;
  }

  String name() {
    return rule == null ? "" : rule.name();
  }

  Optional<Shape> shape() {
    return rule == null ? Optional.empty() : Optional.of(rule.shape());
  }

  /** Whether the element may be missing where it stands. */
  boolean optional() {
    return rule != null && rule.least() == 0;
  }

  Optional<ChildRule> rule(String child) {
    return shape().flatMap(shape -> shape.child(child));
  }

  /** The place of a child that is not one of the schema's; counts it. */
  Place place(IatiName child, int line, int column) {
    if (otherCounts == null) {
      otherCounts = new HashMap<>();
    }
    int index = otherCounts.merge(child.written(), 1, Integer::sum);
    return new Place(place, child.written(), index, line, column);
  }

  /** The place of a child of the schema; counts it. */
  Place place(ChildRule child, int line, int column) {
    int index = ++counts[child.position()];
    boolean tellIndex = child.repeatable() || index > 1;
    return new Place(place, child.name(), tellIndex ? index : 0, line, column);
  }

  int count(ChildRule child) {
    return counts[child.position()];
  }

  boolean isPast(ChildRule child) {
    return child.position() < reached;
  }

  void advance(ChildRule child) {
    reached = Math.max(reached, child.position());
  }

  /** The name of the furthest child in schema order that was there. */
  String reached() {
    return shape().map(shape -> shape.children().get(reached).name()).orElse("");
  }

  /** Whether another version has this child in an element of this name. */
  boolean knownIn(IatiVersion version, String child) {
    return ActivitySchema.of(version).hasChild(name(), child);
  }

  void extensionSeen() {
    extensionSeen = true;
  }

  /** Whether an extension element was there; told once. */
  boolean afterExtension() {
    boolean seen = extensionSeen;
    extensionSeen = false;
    return seen;
  }

  void text(CharSequence part) {
    if (!hasText && !XmlSpace.isBlank(part)) {
      hasText = true;
    }
    if (needsText()) {
      text.append(part);
    }
  }

  String text() {
    return text.toString();
  }

  boolean hasText() {
    return hasText;
  }

  boolean textCounts() {
    return kind != Kind.CHECKED || shape().flatMap(Shape::text).isPresent();
  }

  void narrative(boolean filled) {
    filledNarrative |= filled;
  }

  boolean hasFilledNarrative() {
    return filledNarrative;
  }

  private boolean needsText() {
    return rule != null
        && rule.shape().text().isPresent()
        && (rule.shape().text().get() != SimpleType.STRING || rule.name().equals(IDENTIFIER));
  }
}
