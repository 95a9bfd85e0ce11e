package dev.kanmin.gateway.page;

import dev.kanmin.codes.CurrencyCode;
import dev.kanmin.gateway.view.CellViews;
import dev.kanmin.gateway.view.Labels;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Puts facts into the words, dates and figures of one language. */
final class Wording {
  /** Moments are shown in Japan time, where most readers sit, and say so. */
  private static final ZoneId ZONE = CellViews.ZONE;

  private static final MessageSource WORDS = words();

  private final PageLanguage language;
  private final Labels labels;
  private final DateTimeFormatter day;
  private final DateTimeFormatter moment;
  private final DateTimeFormatter momentWithSeconds;

  private Wording(PageLanguage language) {
    this.language = language;
    this.labels = Labels.in(language.language());
    var pattern =
        switch (language) {
          case JAPANESE -> "y年M月d日(E)";
          case ENGLISH -> "EEE d MMM y";
        };
    this.day = formatter(pattern);
    this.moment = formatter(pattern + " HH:mm");
    this.momentWithSeconds = formatter(pattern + " HH:mm:ss");
  }

  static Wording in(PageLanguage language) {
    return new Wording(language);
  }

  static MessageSource messages() {
    return WORDS;
  }

  PageLanguage language() {
    return language;
  }

  /**
   * The sentence of that key.
   *
   * @throws org.springframework.context.NoSuchMessageException if there is none
   */
  String say(String key, Object... arguments) {
    return WORDS.getMessage(key, arguments, language.locale());
  }

  /** The sentence of that key, or the other words when there is none. */
  String sayOr(String key, String otherwise) {
    var words = WORDS.getMessage(key, null, otherwise, language.locale());
    return words == null ? otherwise : words;
  }

  String day(LocalDate date) {
    return day.format(date);
  }

  /** With hours and minutes, and the zone named. */
  String moment(Instant instant) {
    return say("moment", moment.format(instant.atZone(ZONE)));
  }

  /** With seconds, and the zone named. */
  String momentWithSeconds(Instant instant) {
    return say("moment", momentWithSeconds.format(instant.atZone(ZONE)));
  }

  /** A length of time in its largest whole unit. */
  String duration(Duration length) {
    if (length.toDays() > 0) {
      return say("duration.days", length.toDays());
    }
    if (length.toHours() > 0) {
      return say("duration.hours", length.toHours());
    }
    if (length.toMinutes() > 0) {
      return say("duration.minutes", length.toMinutes());
    }
    return say("duration.seconds", length.toSeconds());
  }

  String number(long number) {
    return NumberFormat.getIntegerInstance(language.locale()).format(number);
  }

  String percentage(BigDecimal percentage) {
    var format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(2);
    return format.format(percentage) + " %";
  }

  /** Rounded to the smallest unit of its currency, which for the yen is the yen. */
  String amount(BigDecimal amount, String currency) {
    var decimals = CurrencyCode.of(currency).minorUnits().orElse(amount.scale());
    var format = NumberFormat.getNumberInstance(language.locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format.format(amount);
  }

  String country(String code) {
    return labels.country(code).label();
  }

  String field(String code) {
    return labels.field(code).label();
  }

  String agency(String code) {
    return labels.agency(code).label();
  }

  /** The label of a code; the code itself when the list does not have it. */
  String label(String list, String code) {
    return labels.of(list, code).label();
  }

  private DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, language.locale());
  }

  private static MessageSource words() {
    var source = new ResourceBundleMessageSource();
    source.setBasename("dev.kanmin.gateway.page.words");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }
}
