package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A language as BCP 47 tag in its canonical spelling: {@code ja}, {@code zh-Hant}, {@code
 * zh-Hant-TW}. The language itself must be one that ISO 639 has: {@code jp}, which is Japan's code
 * as a country, is refused.
 */
public record Language(@JsonValue String tag) implements Comparable<Language> {
  /** ISO 639-1, two letters. */
  private static final Set<String> OF_TWO_LETTERS = Set.of(Locale.getISOLanguages());

  /** ISO 639-2 codes of languages that have two letters too, which BCP 47 wants. */
  private static final Map<String, String> SHORTER =
      Arrays.stream(Locale.getISOLanguages())
          .collect(
              Collectors.toUnmodifiableMap(
                  code -> Locale.of(code).getISO3Language(), code -> code, (one, same) -> one));

  public static final Language JAPANESE = new Language("ja");
  public static final Language ENGLISH = new Language("en");
  public static final Language SIMPLIFIED_CHINESE = new Language("zh-Hans");
  public static final Language TRADITIONAL_CHINESE = new Language("zh-Hant");
  public static final Language KOREAN = new Language("ko");

  /** The languages of pages and of labels, Japanese first. */
  public static final List<Language> OF_THE_SITE =
      List.of(JAPANESE, ENGLISH, SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE, KOREAN);

  private static final String CHINESE = "zh";
  private static final Set<String> WRITTEN_TRADITIONALLY = Set.of("TW", "HK", "MO");

  /**
   * Takes the value only if it is valid.
   *
   * @throws IllegalArgumentException unless it is a well-formed BCP 47 tag of a known language
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Language {
    tag = canonical(tag);
  }

  public static Language of(String tag) {
    return new Language(tag);
  }

  /** The language of this tag, or empty when there is none such. */
  public static Optional<Language> find(String tag) {
    try {
      return Optional.of(new Language(tag));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /**
   * The language as readers choose it: without its region, and Chinese with its script. {@code
   * ja-JP} is {@code ja}, {@code zh-TW} is {@code zh-Hant}.
   */
  public Language withoutRegion() {
    var locale = toLocale();
    var chinese = locale.getLanguage().equals(CHINESE);
    if (chinese && Set.of("", "Hans", "Hant").contains(locale.getScript())) {
      return isTraditional(locale) ? TRADITIONAL_CHINESE : SIMPLIFIED_CHINESE;
    }
    return new Language(
        new Locale.Builder()
            .setLanguage(locale.getLanguage())
            .setScript(locale.getScript())
            .build()
            .toLanguageTag());
  }

  /**
   * Where to look for a text, best first: {@code zh-Hant-TW → zh-Hant → zh → en}. Chinese that does
   * not say its script has the one of its region, else the simplified one.
   */
  public List<Language> fallbacks() {
    var chain = new LinkedHashSet<Language>();
    var locale = Locale.forLanguageTag(tag);
    chain.add(this);
    if (locale.getLanguage().equals(CHINESE)) {
      chain.add(isTraditional(locale) ? TRADITIONAL_CHINESE : SIMPLIFIED_CHINESE);
    }
    // a single letter only begins what has just been cut off (RFC 4647, 3.4)
    for (var end = tag.lastIndexOf('-'); end > 0; end = tag.lastIndexOf('-', end - 1)) {
      if (end < 2 || tag.charAt(end - 2) != '-') {
        chain.add(new Language(tag.substring(0, end)));
      }
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
      var shorter = SHORTER.get(locale.getLanguage());
      var known =
          shorter == null
              ? locale
              : new Locale.Builder().setLocale(locale).setLanguage(shorter).build();
      if (!isKnown(known.getLanguage())) {
        throw Refusal.of("a language", tag, expected);
      }
      return known.toLanguageTag();
    } catch (IllformedLocaleException malformed) {
      throw Refusal.of("a language", tag, expected);
    }
  }

  /** Languages of three letters alone are known when the Unicode CLDR names them. */
  private static boolean isKnown(String language) {
    return language.length() == 2
        ? OF_TWO_LETTERS.contains(language)
        : !Locale.of(language).getDisplayLanguage(Locale.ENGLISH).equals(language);
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
