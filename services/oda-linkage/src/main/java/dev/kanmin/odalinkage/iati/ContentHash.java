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

  private final MessageDigest digest;

  private ContentHash(MessageDigest digest) {
    this.digest = digest;
  }

  /** The hash in 64 lower-case hexadecimal digits. */
  public static String of(IatiElement tree) {
    try {
      ContentHash hash = new ContentHash(MessageDigest.getInstance("SHA-256"));
      hash.element(tree);
      return HexFormat.of().formatHex(hash.digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  private void element(IatiElement element) {
    digest.update((byte) '<');
    name(element.name());
    List<IatiAttribute> attributes = element.attributes();
    if (attributes.size() > 1) {
      attributes = attributes.stream().sorted(ORDER).toList();
    }
    for (IatiAttribute attribute : attributes) {
      digest.update((byte) '@');
      name(attribute.name());
      string(attribute.value());
    }
    for (IatiNode node : element.content()) {
      switch (node) {
        case IatiElement child -> element(child);
        case IatiText text -> {
          digest.update((byte) '"');
          string(text.value());
        }
      }
    }
    digest.update((byte) '>');
  }

  private void name(IatiName name) {
    string(name.namespace());
    string(name.local());
  }

  /** The length goes first, so that no two different sequences of strings give the same bytes. */
  private void string(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    digest.update((byte) (bytes.length >>> 24));
    digest.update((byte) (bytes.length >>> 16));
    digest.update((byte) (bytes.length >>> 8));
    digest.update((byte) bytes.length);
    digest.update(bytes);
  }
}
