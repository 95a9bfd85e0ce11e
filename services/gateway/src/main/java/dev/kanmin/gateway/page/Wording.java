package dev.kanmin.gateway.page;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CurrencyCode;
import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.view.CardView.FigureView;
import dev.kanmin.gateway.view.CellViews;
import dev.kanmin.gateway.view.Labels;
import dev.kanmin.gateway.view.ViewParts.DateView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Puts facts into the words, dates and figures of one language. */
final class Wording {
  /** Moments are shown in Japan time, where most readers sit, and say so. */
  static final ZoneId ZONE = CellViews.ZONE;

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

  /** So many subjects of a kind. */
  String counted(String kind, int number) {
    return say("count", label(CardCodes.KINDS, kind), number);
  }

  /** The sentence of that key, or the other words when there is none. */
  public String sayOr(String key, String otherwise) {
    var words = WORDS.getMessage(key, null, otherwise, language.locale());
    return words == null ? otherwise : words;
  }

  /** A day as ISO 8601 writes it. */
  public String day(String date) {
    return day(LocalDate.parse(date));
  }

  String day(LocalDate date) {
    return day.format(date);
  }

  /** A day, or a moment where one is set. */
  public String date(DateView date) {
    return date.at().map(this::moment).orElseGet(() -> day(LocalDate.parse(date.date())));
  }

  /** The same as {@code datetime} in HTML. */
  public String machine(DateView date) {
    return date.at().map(Instant::toString).orElse(date.date());
  }

  /** With hours and minutes, and the zone named. */
  public String moment(Instant instant) {
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

  public String number(long number) {
    return NumberFormat.getIntegerInstance(language.locale()).format(number);
  }

  /** With one decimal where that says more than it hides. */
  String rounded(BigDecimal number) {
    var format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(number.abs().compareTo(BigDecimal.TEN) < 0 ? 1 : 0);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    var text = format.format(number);
    return text.equals("0") || text.equals("-0") ? "< 0.1" : text;
  }

  String percentage(BigDecimal percentage) {
    var format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(2);
    return format.format(percentage) + " %";
  }

  /** Rounded to the smallest unit of its currency, which for the yen is the yen. */
  public String amount(String amount, String currency) {
    return amount(new BigDecimal(amount), currency);
  }

  String amount(BigDecimal amount, String currency) {
    var decimals = decimals(currency).orElse(Math.max(0, amount.scale()));
    var format = NumberFormat.getNumberInstance(language.locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format.format(amount);
  }

  /** A figure in words, with its unit, and its year if it is of one. */
  public String figure(FigureView figure) {
    String unit = figure.unit().map(this::unit).orElse("");
    String amount = (amount(figure.amount(), figure.unit().orElse("")) + " " + unit).strip();
    return figure
        .year()
        .map(year -> say("figure.of-year", figure.what().label(), amount, Integer.toString(year)))
        .orElseGet(() -> say("list.chip", figure.what().label(), amount));
  }

  /** A currency is its code; other units have words. */
  public String unit(String code) {
    return sayOr("unit." + code, code);
  }

  /** What people call a listed service. */
  String service(String name) {
    return ServiceList.kanmin().require(name).label().in(language.language());
  }

  /** The same, or the text itself if it names none. */
  String serviceOr(String text) {
    return ServiceList.kanmin().services().stream().anyMatch(one -> one.name().equals(text))
        ? service(text)
        : text;
  }

  private static OptionalInt decimals(String currency) {
    try {
      return CurrencyCode.of(currency).minorUnits();
    } catch (IllegalArgumentException noCurrency) {
      return OptionalInt.empty();
    }
  }

  /** A text in the best language it has; empty if it has none. */
  String text(Map<String, String> texts) {
    return labels.text(texts).orElse("");
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
  public String label(String list, String code) {
    return labels.of(list, code).label();
  }

  /** What a code list is called; empty for what is no list of ours. */
  public String list(String name) {
    return CodeLists.find(name).map(list -> list.title().in(language.language())).orElse("");
  }

  private DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, language.locale());
  }

  private static MessageSource words() {
    var source = new ResourceBundleMessageSource();
    source.setBasenames(
        "dev.kanmin.gateway.page.words",
        "dev.kanmin.gateway.page.fields",
        "dev.kanmin.gateway.page.rules");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }
}
