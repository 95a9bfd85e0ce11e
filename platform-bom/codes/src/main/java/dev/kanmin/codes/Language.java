package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A language as BCP 47 tag in its canonical spelling: {@code ja}, {@code zh-Hant}, {@code
 * zh-Hant-TW}.
 */
public record Language(@JsonValue String tag) implements Comparable<Language> {
  public static final Language JAPANESE = new Language("ja");
  public static final Language ENGLISH = new Language("en");
  public static final Language SIMPLIFIED_CHINESE = new Language("zh-Hans");
  public static final Language TRADITIONAL_CHINESE = new Language("zh-Hant");
  public static final Language KOREAN = new Language("ko");

  /** The languages of pages and of labels, Japanese first. */
  public static final List<Language> OF_THE_SITE =
      List.of(JAPANESE, ENGLISH, SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE, KOREAN);

  private static final Set<String> WRITTEN_TRADITIONALLY = Set.of("TW", "HK", "MO");

  /**
   * Takes the value only if it is valid.
   *
   * @throws IllegalArgumentException unless it is a well-formed BCP 47 tag that names a language
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Language {
    tag = canonical(tag);
  }

  public static Language of(String tag) {
    return new Language(tag);
  }

  /**
   * Where to look for a text, best first: {@code zh-Hant-TW → zh-Hant → zh → en}. Chinese that does
   * not say its script has the one of its region, else the simplified one.
   */
  public List<Language> fallbacks() {
    var chain = new LinkedHashSet<Language>();
    var locale = Locale.forLanguageTag(tag);
    chain.add(this);
    if (locale.getLanguage().equals("zh")) {
      chain.add(isTraditional(locale) ? TRADITIONAL_CHINESE : SIMPLIFIED_CHINESE);
    }
    for (var end = tag.lastIndexOf('-'); end > 0; end = tag.lastIndexOf('-', end - 1)) {
      chain.add(new Language(tag.substring(0, end)));
    }
    chain.add(ENGLISH);
    return List.copyOf(chain);
  }

  public Locale toLocale() {
    return Locale.forLanguageTag(tag);
  }

  private static boolean isTraditional(Locale locale) {
    return locale.getScript().isEmpty()
        ? WRITTEN_TRADITIONALLY.contains(locale.getCountry())
        : locale.getScript().equals("Hant");
  }

  private static String canonical(String tag) {
    var expected = "a BCP 47 tag such as ja or zh-Hant";
    try {
      var locale = new Locale.Builder().setLanguageTag(tag).build();
      if (locale.getLanguage().isEmpty()) {
        throw Refusal.of("a language", tag, expected);
      }
      return locale.toLanguageTag();
    } catch (IllformedLocaleException malformed) {
      throw Refusal.of("a language", tag, expected);
    }
  }

  @Override
  public int compareTo(Language other) {
    return tag.compareTo(other.tag);
  }

  @Override
  public String toString() {
    return tag;
  }
}
