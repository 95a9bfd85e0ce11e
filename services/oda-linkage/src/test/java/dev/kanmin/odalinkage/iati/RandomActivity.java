package dev.kanmin.odalinkage.iati;

import dev.kanmin.odalinkage.iati.Shape.AttributeRule;
import dev.kanmin.odalinkage.iati.Shape.ChildRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes activities that are valid by construction: anything the schema of 2.03 allows, with awkward
 * texts and extensions.
 */
final class RandomActivity {

  private static final String[] TEXTS = {
    "plain",
    "画像診断機材",
    " with spaces  around ",
    "a<b>&c\"d'e",
    "]]>",
    "line\nbreak\ttab",
    "carriage\rreturn",
    "\uD83C\uDFE5 hospital",
    "ß€é",
    "&amp; &#10;",
    "<!-- no comment -->",
    "x"
  };

  private final Random random;

  RandomActivity(long seed) {
    this.random = new Random(seed);
  }

  IatiElement make() {
    return element(ActivitySchema.of(IatiVersion.V2_03).activity());
  }

  private IatiElement element(ChildRule rule) {
    Shape shape = rule.shape();
    List<IatiAttribute> attributes = new ArrayList<>();
    for (AttributeRule attribute : shape.attributes().values()) {
      if (attribute.required() || random.nextInt(3) == 0) {
        attributes.add(
            new IatiAttribute(name(attribute.name()), value(attribute.name(), attribute.type())));
      }
    }
    if (shape.attributesOfOthers() && random.nextInt(15) == 0) {
      attributes.add(new IatiAttribute(new IatiName("urn:sample", "s", "note"), text()));
    }
    List<IatiNode> content = new ArrayList<>();
    shape
        .text()
        .ifPresentOrElse(
            type -> content.add(new IatiText(value(rule.name(), type))),
            () -> children(shape, content));
    return IatiElement.of(rule.name(), attributes, content);
  }

  private void children(Shape shape, List<IatiNode> content) {
    for (ChildRule child : shape.children()) {
      int most = Math.min(child.most(), child.least() + 2);
      boolean some = child.least() > 0 || random.nextInt(3) == 0;
      int count = some ? child.least() + random.nextInt(most - child.least() + 1) : 0;
      for (int i = 0; i < count; i++) {
        content.add(element(child));
      }
    }
    if (random.nextInt(20) == 0) {
      content.add(extension(3));
    }
  }

  private IatiElement extension(int depth) {
    IatiName name =
        new IatiName(
            random.nextBoolean() ? "urn:sample" : "urn:other:(1)",
            random.nextBoolean() ? "s" : "",
            "part");
    List<IatiNode> content = new ArrayList<>();
    for (int i = random.nextInt(3); depth > 0 && i > 0; i--) {
      content.add(extension(depth - 1));
      if (random.nextBoolean()) {
        content.add(new IatiText(text()));
      }
    }
    return new IatiElement(name, List.of(IatiAttribute.of("kind", text())), content);
  }

  private static IatiName name(String written) {
    return written.equals("xml:lang") ? IatiName.LANGUAGE : IatiName.of(written);
  }

  private String value(String name, SimpleType type) {
    if (name.equals("iati-identifier") || name.equals("ref")) {
      return "XM-SAMPLE-" + random.nextInt(1_000_000);
    }
    if (name.equals("percentage")) {
      return random.nextInt(101) + ".00";
    }
    return switch (type) {
      case STRING -> text();
      case DATE -> random.nextBoolean() ? "2024-02-29" : "2020-12-31+09:00";
      case DATE_TIME -> "2024-02-29T23:59:59.5" + (random.nextBoolean() ? "Z" : "");
      case DECIMAL -> random.nextBoolean() ? "-12345678901234567890.50" : " 3000 ";
      case PERCENTAGE -> "12.5";
      case INT -> "-7";
      case NON_NEGATIVE_INTEGER -> "0";
      case POSITIVE_INTEGER -> "2024";
      case BOOLEAN -> random.nextBoolean() ? "1" : "false";
      case ANY_URI -> "https://example.org/ä b?c=%20#d";
      case LANGUAGE_OR_EMPTY -> random.nextBoolean() ? "ja" : "zh-Hans";
      case NMTOKEN -> "activity-status";
    };
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }
}
