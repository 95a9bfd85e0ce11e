package dev.kanmin.web;

import dev.kanmin.codes.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** The language of the site that suits a caller best. */
public final class AcceptedLanguage {
  private AcceptedLanguage() {}

  /**
   * The first of the accepted languages that the site has, in the caller's order of preference;
   * English if it has none of them; empty if the caller states no preference.
   *
   * @throws BadInput if the header is malformed
   */
  public static Optional<Language> of(HttpHeaders headers) {
    return Optional.ofNullable(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE))
        .flatMap(AcceptedLanguage::of);
  }

  /** The same, of the header's value. */
  public static Optional<Language> of(String header) {
    if (header.isBlank() || header.strip().equals("*")) {
      return Optional.empty();
    }
    return Optional.of(
        ranges(header).stream()
            .filter(range -> range.getWeight() > 0)
            .map(Locale.LanguageRange::getRange)
            .flatMap(range -> siteLanguage(range).stream())
            .findFirst()
            .orElse(Language.ENGLISH));
  }

  private static List<Locale.LanguageRange> ranges(String header) {
    try {
      return Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException malformed) {
      throw new BadInput(
          InputFault.header(
              HttpHeaders.ACCEPT_LANGUAGE,
              FaultCodes.INVALID_VALUE,
              "Accept-Language must be language ranges such as ja, en;q=0.5."));
    }
  }

  private static Optional<Language> siteLanguage(String range) {
    if (range.contains("*")) {
      return Optional.empty();
    }
    Language wanted;
    try {
      wanted = Language.of(range);
    } catch (IllegalArgumentException notALanguage) {
      return Optional.empty();
    }
    boolean english = wanted.toLocale().getLanguage().equals("en");
    return wanted.fallbacks().stream()
        .filter(Language.OF_THE_SITE::contains)
        .filter(candidate -> english || !candidate.equals(Language.ENGLISH))
        .findFirst();
  }
}
