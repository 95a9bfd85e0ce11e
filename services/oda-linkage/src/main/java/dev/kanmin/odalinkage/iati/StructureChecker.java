package dev.kanmin.odalinkage.iati;

import dev.kanmin.odalinkage.iati.Shape.ChildRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Checks the structure of one activity against one version of the standard while its elements are
 * told one after the other: what the XML schema of that version refuses is an error here. Faults do
 * not stop it; each is told once.
 */
final class StructureChecker {

  private final ActivitySchema schema;
  private final IatiVersion version;
  private final AttributeChecker attributes;
  private final FaultCollector faults;
  private final Deque<Frame> frames = new ArrayDeque<>();

  StructureChecker(IatiVersion version, IatiCodeLists codeLists, FaultCollector faults) {
    this.schema = ActivitySchema.of(version);
    this.version = version;
    this.attributes = new AttributeChecker(version, codeLists, faults);
    this.faults = faults;
  }

  /** The activity itself begins. */
  Place startActivity(Place place, List<IatiAttribute> given) {
    ChildRule rule = schema.activity();
    attributes.check(place, rule.name(), rule.shape(), given);
    frames.push(Frame.checked(place, rule));
    return place;
  }

  /** An element below it begins; the answer is where. */
  Place start(IatiName name, List<IatiAttribute> given, int line, int column) {
    Frame parent = frames.element();
    Frame frame =
        switch (parent.kind()) {
          case IGNORED -> Frame.ignored(parent.place(name, line, column));
          case EXTENSION -> insideExtension(parent, name, line, column);
          case CHECKED ->
              name.standard()
                  ? standardChild(parent, name, line, column)
                  : extensionChild(parent, name, line, column);
        };
    frame
        .shape()
        .ifPresentOrElse(
            shape -> attributes.check(frame.place(), name.written(), shape, given),
            () -> {
              if (frame.kind() == Frame.Kind.EXTENSION) {
                attributes.checkExtension(frame.place(), given);
              }
            });
    frames.push(frame);
    return frame.place();
  }

  /** Text of the element that began last. */
  void text(CharSequence text) {
    frames.element().text(text);
  }

  /**
   * Whether the element that began last may have text of its own, so that white space in it counts.
   */
  boolean textCounts() {
    return frames.element().textCounts();
  }

  /** The element that began last ends. */
  void end() {
    Frame frame = frames.pop();
    frame.shape().ifPresent(shape -> finish(frame, shape));
  }

  private Frame insideExtension(Frame parent, IatiName name, int line, int column) {
    Place place = parent.place(name, line, column);
    Optional<Shape> global = name.standard() ? schema.global(name.local()) : Optional.empty();
    return global
        .map(shape -> Frame.checked(place, new ChildRule(name.local(), 0, 0, 1, shape)))
        .orElseGet(() -> Frame.extension(place));
  }

  private Frame extensionChild(Frame parent, IatiName name, int line, int column) {
    Place place = parent.place(name, line, column);
    if (parent.textCounts()) {
      faults.error(
          place,
          FaultCode.FOREIGN_ELEMENT_NOT_ALLOWED,
          parent.name()
              + " has text only, so the extension element "
              + name.written()
              + " has no place in it; move it to the end of an element that has child elements.");
      return Frame.ignored(place);
    }
    parent.extensionSeen();
    return Frame.extension(place);
  }

  private Frame standardChild(Frame parent, IatiName name, int line, int column) {
    Optional<ChildRule> found = parent.rule(name.local());
    if (found.isEmpty()) {
      Place place = parent.place(name, line, column);
      faults.error(place, FaultCode.UNKNOWN_ELEMENT, unknownElement(parent, name.local()));
      return Frame.ignored(place);
    }
    ChildRule rule = found.get();
    Place place = parent.place(rule, line, column);
    if (parent.count(rule) > rule.most()) {
      faults.error(
          place,
          FaultCode.TOO_MANY,
          rule.name()
              + " may stand only once in "
              + parent.name()
              + "; remove this one or join it with the first.");
    } else if (parent.isPast(rule)) {
      faults.error(
          place,
          FaultCode.ELEMENT_ORDER,
          rule.name()
              + " comes too late in "
              + parent.name()
              + ": the standard has it before "
              + parent.reached()
              + "; move it there.");
    } else if (parent.afterExtension()) {
      faults.error(
          place,
          FaultCode.FOREIGN_ELEMENT_NOT_ALLOWED,
          "An extension element stands before "
              + rule.name()
              + "; move all extension elements to the end of "
              + parent.name()
              + ".");
    }
    parent.advance(rule);
    return Frame.checked(place, rule);
  }

  private String unknownElement(Frame parent, String name) {
    String where = parent.name() + " has no element " + name + " in version " + version.number();
    for (IatiVersion other : IatiVersion.values()) {
      if (other != version && parent.knownIn(other, name)) {
        return where
            + ", version "
            + other.number()
            + " has; remove it, or declare that version if the file follows it.";
      }
    }
    return where
        + "; remove it, or put it into a namespace of your own at the end of "
        + parent.name()
        + ".";
  }

  private void finish(Frame frame, Shape shape) {
    shape
        .text()
        .ifPresentOrElse(
            type -> {
              String text = frame.text();
              if (!type.accepts(text)) {
                faults.error(
                    frame.place(),
                    FaultCode.BAD_TYPE,
                    frame.name()
                        + " should be "
                        + type.description()
                        + ", not "
                        + Quoted.of(text)
                        + ".");
              }
            },
            () -> finishChildren(frame, shape));
    if (!frames.isEmpty() && frame.name().equals("narrative")) {
      frames.element().narrative(frame.hasText());
    }
  }

  private void finishChildren(Frame frame, Shape shape) {
    if (frame.hasText()) {
      faults.error(
          frame.place(),
          FaultCode.TEXT_NOT_ALLOWED,
          "Text stands directly in "
              + frame.name()
              + ", which has elements only; move it into a narrative or remove it.");
    }
    for (ChildRule rule : shape.children()) {
      boolean narrative = rule.name().equals("narrative");
      if (frame.count(rule) < rule.least()) {
        faults.error(
            frame.place(),
            narrative ? FaultCode.MISSING_NARRATIVE : FaultCode.MISSING_ELEMENT,
            frame.name()
                + " has no "
                + rule.name()
                + ", of which the standard asks for "
                + (rule.repeatable() ? "at least one" : "one")
                + "; add it.");
      } else if (narrative && frame.count(rule) > 0 && !frame.hasFilledNarrative()) {
        emptyNarrative(frame, rule);
      }
    }
  }

  private void emptyNarrative(Frame frame, ChildRule rule) {
    String detail = "No narrative of " + frame.name() + " has any text; fill or remove them.";
    if (rule.least() > 0) {
      faults.error(frame.place(), FaultCode.EMPTY_NARRATIVE, detail);
    } else {
      faults.warning(frame.place(), FaultCode.EMPTY_NARRATIVE, detail);
    }
  }
}
