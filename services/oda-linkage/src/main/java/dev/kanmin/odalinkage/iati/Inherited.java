package dev.kanmin.odalinkage.iati;

import java.util.Optional;

/**
 * What activities have from their file when they do not say it themselves. It is written into each,
 * so that an activity means the same when it stands alone or in another file.
 *
 * @param language {@code xml:lang} of the root
 * @param linkedDataDefault the address to which the identifier is appended. Source: standard 2.03,
 *     iati-activities/@linked-data-default
 */
record Inherited(Optional<String> language, Optional<String> linkedDataDefault) {

  /** What the root gives; a language that can be none is told there and given to nobody. */
  static Inherited from(IatiElement root) {
    return new Inherited(
        root.attribute(IatiName.LANGUAGE).filter(SimpleType.LANGUAGE_OR_EMPTY::accepts),
        root.attribute("linked-data-default").map(String::strip));
  }

  IatiElement appliedTo(IatiElement activity) {
    IatiElement result = activity;
    if (language.isPresent() && activity.attribute(IatiName.LANGUAGE).isEmpty()) {
      result = result.withAttribute(new IatiAttribute(IatiName.LANGUAGE, language.get()));
    }
    if (linkedDataDefault.isPresent() && activity.attribute("linked-data-uri").isEmpty()) {
      String address = UriForm.kept(linkedDataDefault.get() + StandardRules.identifier(activity));
      if (UriForm.fits(address)) {
        result = result.withAttribute(IatiAttribute.of("linked-data-uri", address));
      }
    }
    return result;
  }
}
