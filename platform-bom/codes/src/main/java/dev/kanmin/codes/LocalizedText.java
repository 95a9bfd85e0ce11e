package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One text in several languages: JSON {@code {"ja": "内視鏡", "en": "Endoscopy"}}. Keys are BCP 47
 * tags; site languages come first, in the site's order, so that the same text is always written the
 * same way.
 */
public record LocalizedText(@JsonValue Map<String, String> texts) {

  /**
   * Takes the value only if it is valid.
   *
   * @throws IllegalArgumentException if it is empty, a text is blank, a key is no language tag, or
   *     two keys are the same language
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public LocalizedText {
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("a text needs at least one language such as ja");
    }
    texts = Collections.unmodifiableMap(inSiteOrder(texts));
  }

  /** A text in the two languages that every label must have. */
  public static LocalizedText of(String japanese, String english) {
    return new LocalizedText(Map.of("ja", japanese, "en", english));
  }

  /**
   * The text in that language, else in the next of its {@link Language#fallbacks()}, else in any. A
   * text in {@code ja-JP} is one in {@code ja}, one in {@code zh-TW} is in {@code zh-Hant}.
   */
  public String in(Language language) {
    return Optional.ofNullable(texts.get(language.tag()))
        .or(() -> fallback(language))
        .orElseGet(() -> texts.values().iterator().next());
  }

  private Optional<String> fallback(Language language) {
    return language.fallbacks().stream()
        .flatMap(
            candidate ->
                Optional.ofNullable(texts.get(candidate.tag())).or(() -> near(candidate)).stream())
        .findFirst();
  }

  private Optional<String> near(Language language) {
    return texts.entrySet().stream()
        .filter(text -> Language.of(text.getKey()).withoutRegion().equals(language.withoutRegion()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Map<String, String> inSiteOrder(Map<String, String> texts) {
    var canonical = new TreeMap<String, String>();
    texts.forEach(
        (tag, text) -> {
          // JSON may carry null here, whatever the declared type says
          if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("the text in '" + tag + "' is blank");
          }
          var language = Language.of(tag).tag();
          if (canonical.put(language, text) != null) {
            throw new IllegalArgumentException("the text in '" + language + "' is there twice");
          }
        });
    var ordered = new LinkedHashMap<String, String>();
    for (var language : Language.OF_THE_SITE) {
      if (canonical.containsKey(language.tag())) {
        ordered.put(language.tag(), canonical.get(language.tag()));
      }
    }
    canonical.forEach(ordered::putIfAbsent);
    return ordered;
  }
}
