package dev.kanmin.odalinkage.iati;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over the content of a tree: equal when nothing but the order of attributes, prefixes,
 * comments, or white space between elements differs. Text is taken exactly.
 */
public final class ContentHash {

  private static final Comparator<IatiAttribute> ORDER =
      Comparator.<IatiAttribute, String>comparing(attribute -> attribute.name().namespace())
          .thenComparing(attribute -> attribute.name().local());

  private static final int BUFFER_BYTES = 4096;

  private final MessageDigest digest;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int filled;

  private ContentHash(MessageDigest digest) {
    this.digest = digest;
  }

  /** The hash in 64 lower-case hexadecimal digits. */
  public static String of(IatiElement tree) {
    try {
      ContentHash hash = new ContentHash(MessageDigest.getInstance("SHA-256"));
      hash.element(tree);
      hash.flush();
      return HexFormat.of().formatHex(hash.digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  private void element(IatiElement element) {
    put('<');
    name(element.name());
    List<IatiAttribute> attributes = element.attributes();
    if (attributes.size() > 1) {
      attributes = attributes.stream().sorted(ORDER).toList();
    }
    for (IatiAttribute attribute : attributes) {
      put('@');
      name(attribute.name());
      string(attribute.value());
    }
    for (IatiNode node : element.content()) {
      switch (node) {
        case IatiElement child -> element(child);
        case IatiText text -> {
          put('"');
          string(text.value());
        }
      }
    }
    put('>');
  }

  private void name(IatiName name) {
    string(name.namespace());
    string(name.local());
  }

  /** The length goes first, so that no two different sequences of strings give the same bytes. */
  private void string(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    put(bytes.length >>> 24);
    put(bytes.length >>> 16);
    put(bytes.length >>> 8);
    put(bytes.length);
    if (bytes.length > buffer.length - filled) {
      flush();
    }
    if (bytes.length > buffer.length) {
      digest.update(bytes);
    } else {
      System.arraycopy(bytes, 0, buffer, filled, bytes.length);
      filled += bytes.length;
    }
  }

  private void put(int lowestByte) {
    if (filled == buffer.length) {
      flush();
    }
    buffer[filled++] = (byte) lowestByte;
  }

  private void flush() {
    digest.update(buffer, 0, filled);
    filled = 0;
  }
}
