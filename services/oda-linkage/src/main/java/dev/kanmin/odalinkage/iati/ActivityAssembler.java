package dev.kanmin.odalinkage.iati;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Builds the tree of one activity while its elements are told one after the other, and has its
 * structure checked. The tree is as it is kept: see {@link AttributeChecker} and {@link
 * StructureChecker.Ended} for what that changes.
 */
final class ActivityAssembler {

  /** Rules look no deeper than {@code iati-activity/result/indicator/period/actual/…}. */
  private static final int DEPTH_OF_PLACES = 6;

  private final StructureChecker checker;
  private final Deque<Draft> drafts = new ArrayDeque<>();
  private final Places places = new Places();

  private static final class Draft {
    private final IatiName name;
    private final List<IatiAttribute> attributes;
    private final Place place;
    private final List<IatiNode> content = new ArrayList<>();
    private final StringBuilder text = new StringBuilder(0);

    Draft(IatiName name, List<IatiAttribute> attributes, Place place) {
      this.name = name;
      this.attributes = attributes;
      this.place = place;
    }

    void text(CharSequence part) {
      text.append(part);
    }

    void add(IatiElement child) {
      flushText();
      content.add(child);
    }

    IatiElement finish(boolean textCounts, Optional<String> otherText) {
      if (otherText.isPresent()) {
        return new IatiElement(name, attributes, List.of(new IatiText(otherText.get())));
      }
      if (textCounts || !XmlSpace.isBlank(text)) {
        flushText();
      }
      return new IatiElement(name, attributes, content);
    }

    private void flushText() {
      if (!text.isEmpty()) {
        content.add(new IatiText(text.toString()));
        text.setLength(0);
      }
    }
  }

  ActivityAssembler(StructureChecker checker) {
    this.checker = checker;
  }

  void startActivity(Place place, List<IatiAttribute> attributes) {
    List<IatiAttribute> kept = checker.startActivity(place, attributes).attributes();
    drafts.push(new Draft(IatiName.of("iati-activity"), kept, place));
  }

  void start(IatiName name, List<IatiAttribute> attributes, int line, int column) {
    StructureChecker.Started started = checker.start(name, attributes, line, column);
    drafts.push(new Draft(name, started.attributes(), started.place()));
  }

  void text(CharSequence text) {
    checker.text(text);
    drafts.element().text(text);
  }

  /** Ends the element that began last; the answer is its tree. */
  IatiElement end() {
    Draft draft = drafts.pop();
    boolean textCounts = checker.textCounts();
    StructureChecker.Ended ended = checker.end();
    IatiElement element = draft.finish(textCounts, ended.text());
    if (drafts.size() < DEPTH_OF_PLACES) {
      places.put(element, draft.place);
    }
    if (!drafts.isEmpty() && ended.kept()) {
      drafts.element().add(element);
    }
    return element;
  }

  /** Where the elements near the top of the tree began. */
  Places places() {
    return places;
  }
}
