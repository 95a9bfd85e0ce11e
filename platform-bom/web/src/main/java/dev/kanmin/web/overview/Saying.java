package dev.kanmin.web.overview;

import dev.kanmin.codes.Agencies;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Decimal;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Fields;
import dev.kanmin.codes.Language;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Puts what an overview says into the reader's language. */
public record Saying(Language language) {

  /** The words in the reader's language; of others than Japanese the English ones. */
  public String of(String japanese, String english) {
    return isJapanese() ? japanese : english;
  }

  public String text(LocalizedText text) {
    return text.in(language);
  }

  public String code(String list, Coded code) {
    return code(list, code.code());
  }

  public String code(String list, String code) {
    return CodeLists.list(list).label(code, language);
  }

  public String country(CountryCode code) {
    return Countries.find(code).map(country -> country.name(language)).orElse(code.code());
  }

  public String field(Field field) {
    return Fields.label(field, language);
  }

  public String agency(AgencyCode code) {
    return Agencies.find(code).map(agency -> agency.name(language)).orElse(code.code());
  }

  public String day(LocalDate day) {
    return day.format(pattern("u年M月d日", "d MMM u"));
  }

  public String month(YearMonth month) {
    return month.format(pattern("u年M月", "MMM u"));
  }

  /** A fiscal year of Japan. */
  public String year(int fiscalYear) {
    return of(fiscalYear + "年度", "FY " + fiscalYear);
  }

  public String number(Decimal number) {
    NumberFormat format = NumberFormat.getInstance(Locale.ROOT);
    format.setMaximumFractionDigits(6);
    return format.format(number.value());
  }

  public String number(long number) {
    return number(Decimal.of(Long.toString(number)));
  }

  public String percent(Decimal number) {
    return number(number) + " %";
  }

  public String money(Money money) {
    return number(Decimal.of(money.amount())) + " " + money.currency().code();
  }

  private DateTimeFormatter pattern(String japanese, String english) {
    return DateTimeFormatter.ofPattern(of(japanese, english), Locale.ENGLISH);
  }

  private boolean isJapanese() {
    return language.withoutRegion().equals(Language.JAPANESE);
  }
}
