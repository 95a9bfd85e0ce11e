package dev.kanmin.gateway.page;

import dev.kanmin.codes.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The languages that pages are written in. */
enum PageLanguage {
  JAPANESE("ja", "日本語"),
  ENGLISH("en", "English");

  /** Query parameter that chooses, and cookie that remembers the choice. */
  static final String PARAMETER = "lang";

  static final String COOKIE = "kanmin-lang";

  private static final List<Locale> LOCALES =
      Arrays.stream(values()).map(PageLanguage::locale).toList();

  private final String tag;
  private final String ownName;

  PageLanguage(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
  }

  /** The language chosen in the address. */
  static Optional<PageLanguage> chosen(ServerHttpRequest request) {
    return find(request.getQueryParams().getFirst(PARAMETER));
  }

  /** What was chosen now or before, else the best of the browser's languages, else Japanese. */
  static PageLanguage of(ServerHttpRequest request) {
    return chosen(request)
        .or(() -> find(cookie(request)))
        .or(() -> accepted(request.getHeaders()))
        .orElse(JAPANESE);
  }

  String tag() {
    return tag;
  }

  /** As its speakers call it. */
  String ownName() {
    return ownName;
  }

  Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  Language language() {
    return Language.of(tag);
  }

  private static Optional<PageLanguage> accepted(HttpHeaders headers) {
    try {
      var best = Locale.lookup(headers.getAcceptLanguage(), LOCALES);
      return Optional.ofNullable(best).flatMap(locale -> find(locale.getLanguage()));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<PageLanguage> find(@Nullable String tag) {
    return Arrays.stream(values()).filter(candidate -> candidate.tag().equals(tag)).findFirst();
  }

  private static @Nullable String cookie(ServerHttpRequest request) {
    HttpCookie cookie = request.getCookies().getFirst(COOKIE);
    return cookie == null ? null : cookie.getValue();
  }
}
