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

  /** An element that began: where, and its attributes as they are kept. */
  record Started(Place place, List<IatiAttribute> attributes) {}

  /**
   * An element that ended: whether it is kept at all, and its text where that is not kept as it was
   * written.
   */
  record Ended(boolean kept, Optional<String> text) {
    private static final Ended AS_WRITTEN = new Ended(true, Optional.empty());
    private static final Ended LEFT_OUT = new Ended(false, Optional.empty());
  }

  /** The activity itself begins. */
  Started startActivity(Place place, List<IatiAttribute> given) {
    ChildRule rule = schema.activity();
    List<IatiAttribute> kept = attributes.check(place, rule.name(), rule.shape(), given);
    frames.push(Frame.checked(place, rule));
    return new Started(place, kept);
  }

  /** An element below it begins. */
  Started start(IatiName name, List<IatiAttribute> given, int line, int column) {
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
    List<IatiAttribute> kept =
        frame
            .shape()
            .map(shape -> attributes.check(frame.place(), name.written(), shape, given))
            .orElseGet(() -> attributes.checkExtension(frame.place(), given));
    attributes.checkNamespace(frame.place(), name);
    frames.push(frame);
    return new Started(frame.place(), kept);
  }

  /** Text of the element that began last. */
  void text(CharSequence text) {
    Frame frame = frames.element();
    frame.text(text);
    checkCharacters(frame, text.toString());
  }

  private void checkCharacters(Frame frame, String text) {
    XmlCharacters.firstForbidden(text)
        .ifPresent(
            point ->
                faults.error(frame.place(), FaultCode.NOT_WELL_FORMED, XmlCharacters.fault(point)));
  }

  /**
   * Whether the element that began last may have text of its own, so that white space in it counts.
   */
  boolean textCounts() {
    return frames.element().textCounts();
  }

  /** The element that began last ends. */
  Ended end() {
    Frame frame = frames.pop();
    return frame.shape().map(shape -> finish(frame, shape)).orElse(Ended.AS_WRITTEN);
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

  private Ended finish(Frame frame, Shape shape) {
    Ended ended =
        shape
            .text()
            .map(type -> finishText(frame, type))
            .orElseGet(() -> finishChildren(frame, shape));
    if (!frames.isEmpty() && frame.name().equals("narrative")) {
      frames.element().narrative(frame.hasText());
    }
    return ended;
  }

  private Ended finishText(Frame frame, SimpleType type) {
    String text = frame.text();
    if (!type.accepts(text)) {
      faults.error(
          frame.place(),
          FaultCode.BAD_TYPE,
          frame.name() + " should be " + type.description() + ", not " + Quoted.of(text) + ".");
      return Ended.AS_WRITTEN;
    }
    boolean identifier = frame.name().equals(Frame.IDENTIFIER);
    String kept = identifier ? Blanks.trimmed(text) : type.kept(text);
    if (kept.equals(text)) {
      return Ended.AS_WRITTEN;
    }
    if (identifier && !kept.isEmpty()) {
      faults.warning(
          frame.place(),
          FaultCode.BLANKS,
          "The identifier has blanks around it and is taken without; remove them.");
    } else if (type == SimpleType.DECIMAL) {
      faults.warning(
          frame.place(),
          FaultCode.TOO_PRECISE,
          "The number has more digits than are kept and is taken as " + kept + ".");
    }
    return new Ended(true, Optional.of(kept));
  }

  private Ended finishChildren(Frame frame, Shape shape) {
    boolean leftOut = false;
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
      if (frame.count(rule) < rule.least() && narrative && frame.optional()) {
        leftOut = true;
        faults.warning(
            frame.place(),
            FaultCode.EMPTY_NARRATIVE,
            frame.name() + " has no narrative and is left out; fill or remove it.");
      } else if (frame.count(rule) < rule.least()) {
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
        emptyNarrative(frame);
      }
    }
    return leftOut ? Ended.LEFT_OUT : Ended.AS_WRITTEN;
  }

  /** Only without a title an activity cannot be worked with. */
  private void emptyNarrative(Frame frame) {
    String detail = "No narrative of " + frame.name() + " has any text; fill or remove them.";
    boolean ofActivity = frames.size() == 1;
    if (ofActivity && frame.name().equals("title")) {
      faults.error(frame.place(), FaultCode.EMPTY_NARRATIVE, detail);
    } else {
      faults.warning(frame.place(), FaultCode.EMPTY_NARRATIVE, detail);
    }
  }
}
