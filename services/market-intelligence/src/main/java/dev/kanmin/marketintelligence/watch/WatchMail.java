package dev.kanmin.marketintelligence.watch;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.Country;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Fields;
import dev.kanmin.codes.Language;
import dev.kanmin.marketintelligence.files.DataFiles;
import dev.kanmin.marketintelligence.watch.Alerts.Alert;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mail of a watch, in the language of its reader: what is new, why it is told, and how to end it.
 *
 * @param id of the delivery; the mail's own id follows from it, so that one that comes twice shows
 * @param unsubscribe address that ends the watch
 */
record WatchMail(String id, String to, String subject, String text, URI unsubscribe) {
  /** Items that one mail names; the others are counted. */
  static final int MOST_NAMED = 50;

  private static final int LONGEST_TITLE = 200;
  private static final Words WORDS = DataFiles.read("/watches/words.json", Words.class);

  /** Texts of mails and of the page that ends them, by their names and languages. */
  record Words(Map<String, Map<Language, String>> texts) {
    String text(String name, Language language) {
      Map<Language, String> all = Optional.ofNullable(texts.get(name)).orElseThrow();
      return Optional.ofNullable(all.get(language)).orElseThrow();
    }
  }

  /**
   * @param first of the alerts, at most {@value #MOST_NAMED}
   * @param all how many there are
   */
  static WatchMail of(String id, Watch watch, List<Alert> first, long all, URI site) {
    WatchContent content = watch.known();
    Language language = content.telling().language();
    URI unsubscribe = URI.create(site + "/v1/watches/unsubscribe/" + watch.token().orElseThrow());
    List<String> lines = new ArrayList<>();
    lines.add(word("intro", language).formatted(content.name(), all));
    lines.add("");
    first.forEach(alert -> lines.addAll(lines(alert, language, site)));
    if (all > first.size()) {
      lines.add(word("more", language).formatted(all - first.size()));
      lines.add("");
    }
    lines.add("-- ");
    lines.add(word("unsubscribe", language).formatted(unsubscribe));
    if (content.sample()) {
      lines.add(word("sample", language));
    }
    return new WatchMail(
        id,
        content.telling().address(),
        plain(word("subject", language).formatted(content.name(), all)),
        String.join("\r\n", lines) + "\r\n",
        unsubscribe);
  }

  static String word(String name, Language language) {
    return WORDS.text(name, language);
  }

  private static List<String> lines(Alert alert, Language language, URI site) {
    return List.of(
        "* [%s] %s"
            .formatted(
                CodeLists.list("watch-kinds").label(alert.kind(), language),
                title(alert, language)),
        "  " + word("why", language).formatted(why(alert, language)),
        "  " + site + "/records/" + alert.subject(),
        "");
  }

  private static String title(Alert alert, Language language) {
    String title =
        language.fallbacks().stream()
            .flatMap(it -> Optional.ofNullable(alert.title().get(it.tag())).stream())
            .findFirst()
            .or(() -> alert.title().values().stream().findFirst())
            .orElse(alert.subject());
    return plain(title.substring(0, Math.min(title.length(), LONGEST_TITLE)));
  }

  private static String why(Alert alert, Language language) {
    NewItem.Match matched = alert.matched();
    List<String> reasons =
        Stream.of(
                matched.words().stream().map(WatchMail::plain),
                matched.countries().stream().map(it -> country(it, language)),
                matched.fields().stream().map(it -> Fields.label(Field.of(it), language)))
            .flatMap(it -> it)
            .toList();
    return String.join(" · ", reasons);
  }

  private static String country(String code, Language language) {
    return Countries.find(CountryCode.of(code)).map((Country it) -> it.name(language)).orElse(code);
  }

  /** On one line: what others wrote adds no line to a mail, nor a header. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
