package dev.kanmin.marketintelligence.watch;

import dev.kanmin.codes.Language;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Rule;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a command about a watch can be refused. */
final class WatchRules {
  static final Rule NO_SUCH_WATCH = Rule.notFound("no-such-watch", "There is no such watch");
  static final Rule NOT_YOUR_WATCH =
      Rule.forbidden("not-your-watch", "Only the agency that keeps the watch may do this");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("watch-not-in-this-state", "The state of the watch does not allow this");
  static final Rule ALREADY_REGISTERED =
      Rule.conflict("watch-already-registered", "The watch has been registered before");
  static final Rule TOO_WIDE =
      Rule.invalid("watch-too-wide", "A watch looks for a word, a country or a field at least");
  static final Rule BAD_ADDRESS =
      Rule.invalid("bad-mail-address", "The address is no mail address");
  static final Rule BAD_HOUR = Rule.invalid("hour-out-of-range", "An hour is 0 to 23");
  static final Rule BAD_COMPANY =
      Rule.invalid("ill-formed-company", "A company of the directory is cmp_ and 26 characters");
  static final Rule NOT_A_MAIL_LANGUAGE =
      Rule.invalid("not-a-mail-language", "Mails come in ja, en, zh-Hans, zh-Hant and ko");

  private static final int MOST_WORDS = 20;
  private static final int LONGEST_WORD = 60;
  private static final int MOST_COUNTRIES = 60;
  private static final int MOST_FIELDS = 20;
  private static final int LONGEST_NAME = 100;

  /** RFC 5321: 254 characters at most; nothing that could end a line of a header. */
  private static final int LONGEST_ADDRESS = 254;

  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

  private WatchRules() {}

  static Optional<String> registered(Watch watch) {
    return watch.content().map(it -> "Revise it instead.");
  }

  static void check(WatchContent content) {
    Checks.text(content.name(), LONGEST_NAME, "/name");
    content
        .company()
        .filter(id -> !Ids.isWellFormed("cmp", id))
        .ifPresent(
            id -> {
              throw BAD_COMPANY.refuse("Take its id from the directory.", "/company");
            });
    Checks.distinct(content.words(), MOST_WORDS, "/words");
    Checks.each(
        content.words(), "/words", (word, pointer) -> Checks.text(word, LONGEST_WORD, pointer));
    Checks.distinct(content.kinds(), WatchContent.Kind.values().length, "/kinds");
    Checks.distinct(content.countries(), MOST_COUNTRIES, "/countries");
    Checks.distinct(content.fields(), MOST_FIELDS, "/fields");
    Checks.each(content.fields(), "/fields", Checks::field);
    if (content.words().isEmpty() && content.countries().isEmpty() && content.fields().isEmpty()) {
      throw TOO_WIDE.refuse("Name one of them.", "/words");
    }
    check(content.telling());
  }

  /** Never quotes the address. */
  private static void check(Telling telling) {
    if (telling.address().length() > LONGEST_ADDRESS
        || !ADDRESS.matcher(telling.address()).matches()) {
      throw BAD_ADDRESS.refuse("It is written name@host.example.", "/telling/address");
    }
    telling
        .hour()
        .filter(hour -> hour < 0 || hour > 23)
        .ifPresent(
            hour -> {
              throw BAD_HOUR.refuse("Give it on the reader's clock.", "/telling/hour");
            });
    if (!Language.OF_THE_SITE.contains(telling.language())) {
      throw NOT_A_MAIL_LANGUAGE.refuse(
          "'" + telling.language() + "' is none of them.", "/telling/language");
    }
  }
}
