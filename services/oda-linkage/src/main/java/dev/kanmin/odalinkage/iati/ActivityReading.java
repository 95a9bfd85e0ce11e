package dev.kanmin.odalinkage.iati;

import java.util.List;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** One activity being read. What is too large is read over and told; the file goes on after it. */
final class ActivityReading {

  private final XmlCursor cursor;
  private final ReadLimits limits;
  private final FaultCollector faults;
  private final ActivityAssembler assembler;
  private int depth = 1;
  private int textCharacters;
  private int elements;
  private long characters;
  private boolean tooLarge;
  private Optional<String> identifier = Optional.empty();

  ActivityReading(
      XmlCursor cursor,
      ReadLimits limits,
      IatiVersion version,
      IatiCodeLists codeLists,
      FaultCollector faults) {
    this.cursor = cursor;
    this.limits = limits;
    this.faults = faults;
    this.assembler = new ActivityAssembler(new StructureChecker(version, codeLists, faults));
  }

  /**
   * Reads to the end of the activity that begins at the cursor; the tree is there unless something
   * was too large.
   */
  Optional<IatiElement> read(Place place) throws XMLStreamException, UnreadableFile {
    assembler.startActivity(place, cursor.attributes());
    while (true) {
      switch (cursor.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(place);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text(place);
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          if (!tooLarge) {
            IatiElement ended = assembler.end();
            if (depth == 0) {
              return Optional.of(ended);
            }
            if (depth == 1 && identifier.isEmpty() && ended.is("iati-identifier")) {
              identifier = Optional.of(Quoted.shortened(ended.text().strip()));
            }
          } else if (depth == 0) {
            return Optional.empty();
          }
        }
        default -> {
          // Comments and processing instructions carry no data.
        }
      }
    }
  }

  /** The identifier as far as it was read, shortened if it is absurdly long. */
  Optional<String> identifier() {
    return identifier;
  }

  Places places() {
    return assembler.places();
  }

  private void start(Place activity) throws UnreadableFile {
    depth++;
    textCharacters = 0;
    IatiName name = cursor.name();
    List<IatiAttribute> attributes = cursor.attributes();
    if (tooLarge) {
      return;
    }
    // The root is the first level.
    if (depth + 1 > limits.depth()) {
      refuse(activity, "elements within one another", limits.depth());
    } else if (++elements > limits.activityElements()) {
      refuse(activity, "elements in one activity", limits.activityElements());
    } else if (add(activity, sizeOf(name, attributes))) {
      Location start = cursor.location();
      assembler.start(name, attributes, start.getLineNumber(), start.getColumnNumber());
    }
  }

  private void text(Place activity) {
    if (tooLarge) {
      return;
    }
    int length = cursor.textLength();
    textCharacters += length;
    if (textCharacters > limits.textCharacters()) {
      refuse(activity, "characters in one text", limits.textCharacters());
    } else if (add(activity, length)) {
      assembler.text(cursor.text());
    }
  }

  private boolean add(Place activity, int size) {
    characters += size;
    if (characters > limits.activityCharacters()) {
      refuse(activity, "characters in one activity", limits.activityCharacters());
    }
    return !tooLarge;
  }

  private void refuse(Place activity, String what, int most) {
    tooLarge = true;
    Location here = cursor.location();
    faults.add(
        new Fault(
            here.getLineNumber(),
            here.getColumnNumber(),
            activity.path(),
            FaultCode.TOO_LARGE,
            Fault.Severity.ERROR,
            "There are more than the "
                + most
                + " "
                + what
                + " that are accepted; divide or shorten it."));
  }

  private static int sizeOf(IatiName name, List<IatiAttribute> attributes) {
    int size = name.local().length();
    for (IatiAttribute attribute : attributes) {
      size += attribute.name().local().length() + attribute.value().length();
    }
    return size;
  }
}
