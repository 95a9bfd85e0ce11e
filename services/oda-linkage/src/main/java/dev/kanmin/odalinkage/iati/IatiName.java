package dev.kanmin.odalinkage.iati;

import javax.xml.XMLConstants;

/**
 * The name of an element or attribute. The standard's own names have no namespace; names with one
 * belong to a publisher's extension or, for attributes, to XML itself ({@code xml:lang}).
 *
 * @param namespace the namespace URI, empty for the standard's own names
 * @param prefix the prefix as it was written; carries no meaning and takes no part in equality of
 *     content, but is kept so that an export looks like what was imported
 * @param local the local name
 */
public record IatiName(String namespace, String prefix, String local) {

  /** {@code xml:lang}. */
  public static final IatiName LANGUAGE =
      new IatiName(XMLConstants.XML_NS_URI, XMLConstants.XML_NS_PREFIX, "lang");

  /** A name of the standard itself. */
  public static IatiName of(String local) {
    return new IatiName("", "", local);
  }

  /** Whether the name belongs to the standard and not to an extension. */
  public boolean standard() {
    return namespace.isEmpty();
  }

  /** The name as it is written in a document: {@code prefix:local} or {@code local}. */
  public String written() {
    return prefix.isEmpty() ? local : prefix + ":" + local;
  }

  boolean sameAs(IatiName other) {
    return local.equals(other.local) && namespace.equals(other.namespace);
  }
}
