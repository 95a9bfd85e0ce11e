package dev.kanmin.odalinkage.activity;

import java.util.List;

/**
 * How large a report becomes as BSON, before it is tried: a document store takes 16 MiB at most,
 * and the rest of the document needs room too.
 */
final class StoredSize {
  /** Bytes a report may have. */
  static final long MOST = 14L * 1024 * 1024;

  /** Type, index as text with its end, and length; source: bsonspec.org, version 1.1. */
  private static final int PER_VALUE = 14;

  private StoredSize() {}

  /** An upper bound of the bytes that nested lists of strings take. */
  static long of(List<?> compact) {
    long bytes = PER_VALUE;
    for (Object value : compact) {
      bytes += value instanceof List<?> child ? of(child) : PER_VALUE + utf8(value.toString());
    }
    return bytes;
  }

  private static long utf8(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      // each half of a pair counts two of its four bytes
      bytes += character < 0x80 ? 1 : character < 0x800 || Character.isSurrogate(character) ? 2 : 3;
    }
    return bytes;
  }
}
