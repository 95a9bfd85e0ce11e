package dev.kanmin.odalinkage.iati;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * SHA-256 over what a tree says: equal when nothing but the spelling differs. That is the order of
 * attributes, prefixes, comments, white space, the form of numbers, days and languages, what the
 * standard assumes anyway or the activity says for all, and when the publisher last touched it.
 * Inside of extensions every character counts.
 */
public final class ContentHash {

  /** What the standard assumes where it is not told. Source: standard 2.03, these attributes. */
  private static final Set<String> ASSUMED =
      Set.of(
          "iati-activity/hierarchy=1",
          "iati-activity/humanitarian=0",
          "reporting-org/secondary-reporter=0",
          "recipient-region/vocabulary=1",
          "sector/vocabulary=1",
          "policy-marker/vocabulary=1",
          "default-aid-type/vocabulary=1",
          "aid-type/vocabulary=1",
          "budget/type=1",
          "budget/status=1",
          "transaction/humanitarian=0",
          "indicator/ascending=1");

  private static final String LAST_UPDATED = "last-updated-datetime";

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
      Optional<Shape> shape =
          tree.is("iati-activity")
              ? Optional.of(ActivitySchema.of(IatiVersion.V2_03).activity().shape())
              : Optional.empty();
      hash.element(tree, shape, new ForAll("", tree.attribute("default-currency").orElse("")));
      hash.flush();
      return HexFormat.of().formatHex(hash.digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  /** What holds for all that does not say it itself. */
  private record ForAll(String language, String currency) {}

  private void element(IatiElement element, Optional<Shape> shape, ForAll forAll) {
    put('<');
    name(element.name());
    List<IatiAttribute> attributes = new ArrayList<>();
    for (IatiAttribute attribute : element.attributes()) {
      IatiAttribute canonical = canonical(attribute, shape);
      if (!isSilent(element, canonical, shape, forAll)) {
        attributes.add(canonical);
      }
    }
    attributes.sort(ORDER);
    for (IatiAttribute attribute : attributes) {
      put('@');
      name(attribute.name());
      string(attribute.value());
    }
    String language =
        element
            .attribute(IatiName.LANGUAGE)
            .map(given -> canonical(SimpleType.LANGUAGE_OR_EMPTY, given))
            .orElse(forAll.language());
    ForAll below = new ForAll(language, forAll.currency());
    for (IatiNode node : element.content()) {
      switch (node) {
        case IatiElement child ->
            element(child, shape.flatMap(known -> childShape(known, child)), below);
        case IatiText text -> {
          put('"');
          string(
              shape
                  .map(known -> known.text().orElse(SimpleType.STRING))
                  .map(type -> canonical(type, text.value()))
                  .orElse(text.value()));
        }
      }
    }
    put('>');
  }

  private static Optional<Shape> childShape(Shape parent, IatiElement child) {
    return child.name().standard()
        ? parent.child(child.name().local()).map(Shape.ChildRule::shape)
        : Optional.empty();
  }

  private static IatiAttribute canonical(IatiAttribute attribute, Optional<Shape> shape) {
    return shape
        .map(known -> known.attributes().get(AttributeChecker.nameInSchema(attribute.name())))
        .map(rule -> new IatiAttribute(attribute.name(), canonical(rule.type(), attribute.value())))
        .orElse(attribute);
  }

  private static String canonical(SimpleType type, String written) {
    return type.accepts(written) && !written.isBlank() ? type.canonical(written) : written.strip();
  }

  /** Whether the attribute says nothing that would not hold without it. */
  private static boolean isSilent(
      IatiElement element, IatiAttribute attribute, Optional<Shape> shape, ForAll forAll) {
    if (shape.isEmpty()) {
      return false;
    }
    if (attribute.name().sameAs(IatiName.LANGUAGE)) {
      return attribute.value().equals(forAll.language());
    }
    String name = attribute.name().local();
    return AttributeChecker.isXmls(attribute.name())
        || (attribute.name().standard()
            && (name.equals(LAST_UPDATED)
                || (name.equals("currency") && attribute.value().equals(forAll.currency()))
                || ASSUMED.contains(
                    element.name().local() + "/" + name + "=" + attribute.value())));
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
