package dev.kanmin.marketintelligence.profile;

import dev.kanmin.codes.Countries;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.HsCode;
import dev.kanmin.marketintelligence.comtrade.Areas;
import dev.kanmin.marketintelligence.comtrade.TradeRow;
import dev.kanmin.marketintelligence.worldbank.IndicatorValueRead;
import dev.kanmin.sheets.Cells;
import dev.kanmin.sheets.Column;
import dev.kanmin.sheets.Columns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Figures of trade and indicators as lines of a table, for what no feed has. */
final class FigureSheets {
  static final Columns TRADE =
      new Columns(
          "輸入額",
          List.of(
              new Column("country", "輸入国・地域", "", "ISO 3166 code of a country of Asia: VN"),
              new Column("year", "年", "", "calendar year"),
              new Column("hs", "HSコード", "", "4 or 6 digits"),
              new Column("hs_revision", "HS版", "", "H0 (1992) to H6 (2022); H6 if empty"),
              new Column("partner", "相手国・地域", "", "ISO 3166 code, or WORLD for all together"),
              new Column("usd", "金額(米ドル)", "", "CIF, US dollars of the year"),
              new Column("estimated", "推計", "", "true if it was estimated")));

  static final Columns INDICATORS =
      new Columns(
          "指標",
          List.of(
              new Column("country", "国・地域", "", "ISO 3166 code of a country of Asia: VN"),
              new Column("indicator", "指標コード", "", "capitals, digits and points: NY.GDP.MKTP.CD"),
              new Column("name", "指標名", "", "with its unit"),
              new Column("year", "年", "", "calendar year"),
              new Column("value", "値", "", "number without separators"),
              new Column("source", "出典", "", "who publishes it"),
              new Column("updated_on", "更新日", "", "by its publisher: 2026-09-30")));

  private static final String WORLD = "WORLD";
  private static final int LONGEST_TEXT = 200;
  private static final Pattern REVISION = Pattern.compile("H[0-6]");
  private static final Pattern INDICATOR =
      Pattern.compile("[A-Z0-9]{1,20}(\\.[A-Z0-9]{1,20}){1,8}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,24}(\\.[0-9]{1,10})?");

  private FigureSheets() {}

  static TradeRow trade(Cells line) {
    Optional<CountryCode> partner =
        line.required("partner").equalsIgnoreCase(WORLD)
            ? Optional.empty()
            : line.value("partner", CountryCode::of);
    return new TradeRow(
        country(line),
        year(line),
        needed(line, "hs", line.value("hs", FigureSheets::goods)),
        partner.map(FigureSheets::area).orElse(Areas.WORLD),
        partner,
        line.value("hs_revision", FigureSheets::revision).orElse("H6"),
        needed(line, "usd", line.value("usd", FigureSheets::amount)),
        line.value("estimated", FigureSheets::flag).orElse(false));
  }

  static IndicatorValueRead indicator(Cells line) {
    return new IndicatorValueRead(
        country(line),
        needed(line, "indicator", line.value("indicator", FigureSheets::code)),
        text(line, "name"),
        year(line),
        needed(line, "value", line.value("value", FigureSheets::number)),
        text(line, "source"),
        line.value("updated_on", FigureSheets::day));
  }

  private static <T> T needed(Cells line, String column, Optional<T> value) {
    return value.orElseGet(
        () -> {
          line.required(column);
          throw new IllegalStateException("a value that is there was not read");
        });
  }

  private static CountryCode country(Cells line) {
    return needed(
        line,
        "country",
        line.value(
            "country",
            text -> {
              CountryCode code = CountryCode.of(text);
              return Countries.find(code)
                  .map(it -> it.code())
                  .orElseThrow(() -> new IllegalArgumentException("It is a country of Asia."));
            }));
  }

  private static int year(Cells line) {
    return needed(
        line,
        "year",
        line.value(
            "year",
            text -> {
              int year = Integer.parseInt(text);
              if (year < 1960 || year > 2100) {
                throw new IllegalArgumentException("It is 1960 to 2100.");
              }
              return year;
            }));
  }

  private static HsCode goods(String text) {
    HsCode code = HsCode.of(text.replace(".", ""));
    if (code.code().length() != 4 && code.code().length() != 6) {
      throw new IllegalArgumentException("It has 4 or 6 digits.");
    }
    return code;
  }

  /** Areas of Comtrade: by its number where it is known, else by the code itself. */
  private static String area(CountryCode country) {
    return Areas.number(country).orElse(country.code());
  }

  private static String revision(String text) {
    if (!REVISION.matcher(text).matches()) {
      throw new IllegalArgumentException("It is H0 to H6.");
    }
    return text;
  }

  private static String code(String text) {
    if (!INDICATOR.matcher(text).matches()) {
      throw new IllegalArgumentException("It is written like NY.GDP.MKTP.CD.");
    }
    return text;
  }

  private static BigDecimal amount(String text) {
    BigDecimal amount = number(text);
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("It is not negative.");
    }
    return amount;
  }

  private static BigDecimal number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException("It is a number without separators.");
    }
    return new BigDecimal(text);
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true", "TRUE", "1" -> true;
      case "false", "FALSE", "0" -> false;
      default -> throw new IllegalArgumentException("It is true or false.");
    };
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException none) {
      throw new IllegalArgumentException("It is written like 2026-09-30.", none);
    }
  }

  private static String text(Cells line, String column) {
    return needed(
        line,
        column,
        line.value(
            column,
            text -> {
              if (text.length() > LONGEST_TEXT) {
                throw new IllegalArgumentException("It has 200 characters at most.");
              }
              return text;
            }));
  }
}
