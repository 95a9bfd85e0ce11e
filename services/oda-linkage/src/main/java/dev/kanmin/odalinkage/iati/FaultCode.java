package dev.kanmin.odalinkage.iati;

import java.util.Locale;

/**
 * What can be wrong with an IATI file or activity. The codes are stable: programs may rely on them.
 */
public enum FaultCode {
  /** The file is not XML, or stops being XML at this line. The rest of it is not read. */
  NOT_WELL_FORMED,
  /**
   * The bytes do not fit the declared or assumed character encoding. The rest of the file is not
   * read.
   */
  WRONG_ENCODING,
  /** The file declares a document type or entities, which is never accepted. */
  DOCTYPE_NOT_ALLOWED,
  /** The file ends before its last element is closed, or has nothing in it. */
  TRUNCATED,
  /** Something is larger, deeper or more numerous than is accepted. */
  TOO_LARGE,
  /** The root element is not {@code iati-activities}. */
  NOT_IATI,
  /** The version is none of 2.01, 2.02 and 2.03. */
  VERSION_NOT_SUPPORTED,
  /**
   * An element is known here but comes too late: its place in the sequence is before another that
   * was already there.
   */
  ELEMENT_ORDER,
  MISSING_ELEMENT,
  TOO_MANY,
  UNKNOWN_ELEMENT,
  UNKNOWN_ATTRIBUTE,
  MISSING_ATTRIBUTE,
  /** A value is not of the type which the standard asks for. */
  BAD_TYPE,
  MISSING_NARRATIVE,
  /** A text without any character; where it may be missing it is left out. */
  EMPTY_NARRATIVE,
  /** Text stands where only elements may. */
  TEXT_NOT_ALLOWED,
  /**
   * An extension element stands where the standard has no room for one, or before an element of the
   * standard.
   */
  FOREIGN_ELEMENT_NOT_ALLOWED,
  FOREIGN_ATTRIBUTE_NOT_ALLOWED,
  /** The percentages of countries and regions, or of sectors in one vocabulary, do not make 100. */
  PERCENTAGES,
  /** A percentage below 0 or above 100. */
  PERCENTAGE_OUT_OF_RANGE,
  UNKNOWN_CODE,
  /** Blanks around a reference or code, which are taken away. */
  BLANKS,
  /** A number with more digits than are kept; it is rounded. */
  TOO_PRECISE,
  /**
   * The identifier is empty, has blanks or forbidden characters in it, or is its organisation's
   * own.
   */
  BAD_IDENTIFIER,
  /** A reference to an organisation or activity with blanks or forbidden characters in it. */
  BAD_REFERENCE,
  /**
   * The identifier does not begin with that of the reporting organisation or of one of its earlier
   * identifiers.
   */
  IDENTIFIER_PREFIX,
  /** An activity earlier in the same file has the same identifier. */
  DUPLICATE_IDENTIFIER,
  /** The reporting organisation has no usable reference. */
  BAD_REPORTING_ORGANISATION,
  /** Dates contradict one another or the day they are read. */
  IMPLAUSIBLE_DATE,
  /** A sum of money without a currency of its own or a default. */
  MISSING_CURRENCY,
  /** A text without a language of its own or a default. */
  MISSING_LANGUAGE,
  /** A position that is no latitude and longitude; it is kept, and shown on no map. */
  UNREADABLE_POSITION,
  /** A value that does not go with what is measured. */
  IMPLAUSIBLE_VALUE,
  /** Something that may stand there but is not kept. */
  NOT_KEPT,
  /** Two statements of which the standard allows only one. */
  CONTRADICTION;

  /** The code as it is told to the world, such as {@code element-order}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
