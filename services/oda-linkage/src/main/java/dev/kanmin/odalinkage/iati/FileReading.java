package dev.kanmin.odalinkage.iati;

import com.ctc.wstx.exc.WstxLazyException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** One file being read. */
final class FileReading {

  private static final String ROOT = "iati-activities";
  private static final String ACTIVITY = "iati-activity";

  private final InputStream input;
  private final ActivityHandler handler;
  private final ReadLimits limits;
  private final IatiCodeLists codeLists;
  private final Clock clock;
  private final FaultCollector fileFaults;
  private final IdentifierSet identifiers = new IdentifierSet();
  private Place rootPlace = new Place(null, ROOT, 0, 1, 1);
  private Optional<IatiVersion> version = Optional.empty();
  private int position;
  private int accepted;
  private int rejected;
  private int faultsTold;

  FileReading(
      InputStream input,
      ActivityHandler handler,
      ReadLimits limits,
      IatiCodeLists codeLists,
      Clock clock) {
    this.input = input;
    this.handler = handler;
    this.limits = limits;
    this.codeLists = codeLists;
    this.clock = clock;
    this.fileFaults = FaultCollector.ofWarnings(limits.faultsPerFile());
  }

  FileOutcome read() throws IOException {
    boolean complete = false;
    XmlCursor cursor = null;
    try {
      cursor = XmlCursor.open(input, limits);
      readFile(cursor);
      complete = true;
    } catch (UnreadableFile unreadable) {
      stop(unreadable);
    } catch (XMLStreamException notXml) {
      stop(ParserFailure.explain(notXml, cursor));
    } catch (WstxLazyException notXml) {
      stop(ParserFailure.explain(notXml, cursor));
    } finally {
      if (cursor != null) {
        cursor.release();
      }
    }
    return new FileOutcome(version, accepted, rejected, complete, fileFaults.list());
  }

  private void readFile(XmlCursor cursor) throws XMLStreamException, IOException {
    cursor.toRoot();
    Inherited inherited = readRoot(cursor);
    boolean extensionSeen = false;
    boolean extensionTold = false;
    while (true) {
      switch (cursor.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (cursor.isAtStandard(ACTIVITY)) {
            if (extensionSeen && !extensionTold) {
              extensionTold = true;
              fileFaults.warning(
                  rootPlace,
                  FaultCode.FOREIGN_ELEMENT_NOT_ALLOWED,
                  "An extension element stands before an activity; move all extension elements to"
                      + " the end of the file.");
            }
            readActivity(cursor, inherited);
          } else {
            extensionSeen |= readOther(cursor);
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> refuseText(cursor);
        case XMLStreamConstants.END_ELEMENT -> {
          finishRoot();
          cursor.toEnd();
          return;
        }
        default -> {
          // Comments and processing instructions carry no data.
        }
      }
    }
  }

  private Inherited readRoot(XmlCursor cursor) throws UnreadableFile {
    Location start = cursor.location();
    Place place = new Place(null, ROOT, 0, start.getLineNumber(), start.getColumnNumber());
    rootPlace = place;
    if (!cursor.isAtStandard(ROOT)) {
      throw unreadable(place, FaultCode.NOT_IATI, otherRoot(cursor));
    }
    List<IatiAttribute> attributes = cursor.attributes();
    IatiElement root = new IatiElement(IatiName.of(ROOT), attributes, List.of());
    String number =
        root.attribute("version")
            .map(String::strip)
            .orElseThrow(
                () ->
                    unreadable(
                        place,
                        FaultCode.VERSION_NOT_SUPPORTED,
                        "iati-activities does not tell its version; add version=\"2.03\" if the"
                            + " file follows that."));
    IatiVersion known =
        IatiVersion.of(number)
            .orElseThrow(
                () ->
                    unreadable(
                        place,
                        FaultCode.VERSION_NOT_SUPPORTED,
                        "Version "
                            + Quoted.of(number)
                            + " is not read, only 2.01, 2.02 and 2.03; "
                            + (number.startsWith("1.")
                                ? "convert the file to 2.03."
                                : "declare the version that the file follows.")));
    version = Optional.of(known);
    new AttributeChecker(known, codeLists, fileFaults)
        .check(place, ROOT, ActivitySchema.of(known).root(), attributes);
    return Inherited.from(root);
  }

  private static String otherRoot(XmlCursor cursor) {
    String name = cursor.localName();
    if (name.equalsIgnoreCase("html")) {
      return "This is an HTML page, not an IATI file; download the file itself.";
    }
    if (name.equals("iati-organisations")) {
      return "This is an organisation file; send an activity file, whose root is iati-activities.";
    }
    return "The root element is "
        + Quoted.of(name)
        + " and not iati-activities (without a namespace); send an IATI activity file.";
  }

  private void readActivity(XmlCursor cursor, Inherited inherited)
      throws XMLStreamException, IOException {
    if (++position > limits.activities()) {
      throw unreadable(
          cursor.placeBelow(rootPlace, ACTIVITY, position),
          FaultCode.TOO_LARGE,
          "The file has more than the "
              + limits.activities()
              + " activities that are accepted; divide it.");
    }
    FaultCollector faults = new FaultCollector(limits.faultsPerActivity());
    Place place = cursor.placeBelow(rootPlace, ACTIVITY, position);
    ActivityReading reading =
        new ActivityReading(cursor, limits, version.orElseThrow(), codeLists, faults);
    Optional<IatiElement> read = reading.read(place).map(inherited::appliedTo);
    if (read.isPresent() && !faults.hasErrors()) {
      IatiElement tree = read.get();
      new StandardRules(tree, reading.places(), codeLists, clock, faults).check();
      String identifier = StandardRules.identifier(tree);
      if (!faults.hasErrors() && !identifiers.add(identifier)) {
        faults.error(
            place,
            FaultCode.DUPLICATE_IDENTIFIER,
            "The file has an activity "
                + Quoted.of(identifier)
                + " before this one; keep only one of them.");
      }
    }
    FaultList told = faults.list(limits.faultsPerFile() - faultsTold);
    faultsTold += told.faults().size();
    if (faults.hasErrors() || read.isEmpty()) {
      rejected++;
      handler.handle(
          new ActivityOutcome.Rejected(position, place.line(), reading.identifier(), told));
    } else {
      accepted++;
      IatiElement tree = read.get();
      handler.handle(
          new ActivityOutcome.Accepted(
              position,
              place.line(),
              version.orElseThrow(),
              tree,
              IatiActivity.of(tree),
              ContentHash.of(tree),
              told));
    }
  }

  /** Reads over something else in the root; the answer is whether it is an extension. */
  private boolean readOther(XmlCursor cursor) throws XMLStreamException, IOException {
    boolean extension = !cursor.isAtStandard(cursor.localName());
    if (!extension) {
      fileFaults.warning(
          cursor.placeBelow(rootPlace, cursor.localName(), 0),
          FaultCode.UNKNOWN_ELEMENT,
          "iati-activities has activities only, not " + cursor.localName() + "; remove it.");
    }
    if (extension) {
      fileFaults.warning(
          cursor.placeBelow(rootPlace, cursor.name().written(), 0),
          FaultCode.NOT_KEPT,
          "Extensions outside of the activities are not kept; move it into the activity to which"
              + " it belongs.");
    }
    cursor.skipElement();
    return extension;
  }

  private void refuseText(XmlCursor cursor) throws XMLStreamException {
    if (!cursor.isBlankText()) {
      fileFaults.warning(
          cursor.placeOf(rootPlace),
          FaultCode.TEXT_NOT_ALLOWED,
          "Text stands between the activities; remove it.");
    }
  }

  private void finishRoot() {
    if (position == 0) {
      fileFaults.end(
          new Fault(
              rootPlace.line(),
              rootPlace.column(),
              rootPlace.path(),
              FaultCode.MISSING_ELEMENT,
              Fault.Severity.ERROR,
              "The file has no activity; add at least one."));
    }
  }

  private void stop(UnreadableFile why) {
    String where =
        position == 0 ? "/" + ROOT : new Place(rootPlace, ACTIVITY, position, 0, 0).path();
    String rest = position == 0 ? "" : " Nothing after this place was read.";
    fileFaults.end(
        new Fault(
            why.line(),
            why.column(),
            where,
            why.code(),
            Fault.Severity.ERROR,
            why.detail() + rest));
  }

  private static UnreadableFile unreadable(Place place, FaultCode code, String detail) {
    return new UnreadableFile(code, place.line(), place.column(), detail);
  }
}
