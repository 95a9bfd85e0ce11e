package dev.kanmin.odalinkage.iati;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The XML parser, set up so that nothing outside of the file is touched, no entity is expanded and
 * memory stays bounded.
 */
final class XmlCursor {

  /**
   * Where nesting ends the reading of a file; an activity nested deeper than its own limit is
   * rejected long before.
   */
  private static final int HARD_DEPTH = 1_000;

  private final XMLStreamReader2 reader;
  private final Names names;

  private XmlCursor(XMLStreamReader2 reader) {
    this.reader = reader;
    this.names = new Names();
  }

  static XmlCursor open(InputStream input, ReadLimits limits)
      throws XMLStreamException, IOException {
    // One factory per file: its table of names would otherwise keep what hostile files put in.
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, HARD_DEPTH);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.attributeCharacters());
    return new XmlCursor(
        (XMLStreamReader2) factory.createXMLStreamReader(GuardedReader.open(input, limits)));
  }

  /** Goes to the root element. */
  void toRoot() throws XMLStreamException, UnreadableFile {
    if ("1.1".equals(reader.getVersion())) {
      throw refused(FaultCode.NOT_WELL_FORMED, "XML 1.1 is not read; write the file as XML 1.0.");
    }
    while (next() != XMLStreamConstants.START_ELEMENT) {
      // Comments and processing instructions before the root.
    }
  }

  /** Goes to the end of the file, behind which there must be nothing. */
  void toEnd() throws XMLStreamException, UnreadableFile {
    while (reader.hasNext()) {
      next();
    }
  }

  int next() throws XMLStreamException, UnreadableFile {
    int event = reader.next();
    switch (event) {
      case XMLStreamConstants.DTD ->
          throw refused(
              FaultCode.DOCTYPE_NOT_ALLOWED,
              "The file declares a document type, which IATI files do not need; remove the"
                  + " DOCTYPE.");
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw refused(
              FaultCode.DOCTYPE_NOT_ALLOWED,
              "The file uses an entity of its own; write the text itself.");
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> names.check(reader.getPITarget(), this);
      default -> {
        // Everything else is looked at by the caller.
      }
    }
    return event;
  }

  boolean isAtStandard(String name) {
    String namespace = reader.getNamespaceURI();
    return reader.getLocalName().equals(name) && (namespace == null || namespace.isEmpty());
  }

  String localName() {
    return reader.getLocalName();
  }

  IatiName name() throws UnreadableFile {
    return names.of(reader.getNamespaceURI(), reader.getPrefix(), reader.getLocalName(), this);
  }

  List<IatiAttribute> attributes() throws UnreadableFile {
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      String prefix = reader.getNamespacePrefix(i);
      if (prefix != null) {
        names.check(prefix, this);
      }
    }
    int count = reader.getAttributeCount();
    if (count == 0) {
      return List.of();
    }
    List<IatiAttribute> attributes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      attributes.add(
          new IatiAttribute(
              names.of(
                  reader.getAttributeNamespace(i),
                  reader.getAttributePrefix(i),
                  reader.getAttributeLocalName(i),
                  this),
              reader.getAttributeValue(i)));
    }
    return attributes;
  }

  /** The text at which the cursor is; long texts come in several parts. */
  String text() {
    return reader.getText();
  }

  int textLength() {
    return reader.getTextLength();
  }

  boolean isBlankText() {
    return XmlSpace.isBlank(reader.getText());
  }

  /** Goes to the end of the element that begins here. */
  void skipElement() throws XMLStreamException, UnreadableFile {
    int depth = 0;
    do {
      switch (reader.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          name();
          attributes();
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {
          // Skipped.
        }
      }
      if (depth > 0) {
        next();
      }
    } while (depth > 0);
  }

  Location location() {
    return reader.getLocationInfo().getStartLocation();
  }

  Place placeBelow(Place parent, String name, int index) {
    Location start = location();
    return new Place(parent, name, index, start.getLineNumber(), start.getColumnNumber());
  }

  Place placeOf(Place element) {
    Location start = location();
    return new Place(
        null, element.path().substring(1), 0, start.getLineNumber(), start.getColumnNumber());
  }

  UnreadableFile refused(FaultCode code, String detail) {
    Location start = location();
    return new UnreadableFile(code, start.getLineNumber(), start.getColumnNumber(), detail);
  }

  void release() {
    try {
      reader.close();
    } catch (XMLStreamException nothingToRelease) {
      // Only buffers are given back here; the stream belongs to the caller.
    }
  }
}
