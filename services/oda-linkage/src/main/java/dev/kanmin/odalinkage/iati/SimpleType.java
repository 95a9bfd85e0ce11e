package dev.kanmin.odalinkage.iati;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The simple types of XML Schema that the IATI schema uses (XML Schema 1.0, part 2). White space
 * around a value counts only for {@link #STRING}.
 */
enum SimpleType {
  STRING("any text") {
    @Override
    boolean fits(String value) {
      return true;
    }

    @Override
    boolean accepts(String written) {
      return true;
    }
  },
  DATE("a date such as 2024-03-31") {
    @Override
    boolean fits(String value) {
      return XmlDates.isDate(value);
    }
  },
  DATE_TIME("a date and time such as 2024-03-31T12:00:00Z") {
    @Override
    boolean fits(String value) {
      return XmlDates.isDateTime(value);
    }
  },
  DECIMAL(
      "a decimal number such as 1250.50, without thousands separators or exponent, and with at most "
          + Numbers.MOST_DIGITS
          + " digits before the point") {
    @Override
    boolean fits(String value) {
      return DECIMAL_FORM.matcher(value).matches() && Numbers.fits(value);
    }
  },
  INT("a whole number from -2147483648 to 2147483647") {
    @Override
    boolean fits(String value) {
      return INTEGER_FORM.matcher(value).matches()
          && bounded(
              value, BigInteger.valueOf(Integer.MIN_VALUE), BigInteger.valueOf(Integer.MAX_VALUE));
    }
  },
  NON_NEGATIVE_INTEGER("a whole number from 0") {
    @Override
    boolean fits(String value) {
      return INTEGER_FORM.matcher(value).matches()
          && Numbers.fits(value)
          && new BigInteger(value).signum() >= 0;
    }
  },
  POSITIVE_INTEGER("a whole number from 1") {
    @Override
    boolean fits(String value) {
      return INTEGER_FORM.matcher(value).matches()
          && Numbers.fits(value)
          && new BigInteger(value).signum() > 0;
    }
  },
  BOOLEAN("true, false, 1 or 0") {
    @Override
    boolean fits(String value) {
      return value.equals("true")
          || value.equals("false")
          || value.equals("1")
          || value.equals("0");
    }
  },
  ANY_URI("a web address") {
    @Override
    boolean fits(String value) {
      return UriForm.fits(UriForm.kept(value));
    }
  },
  /** Between 0 and 100: so 2.02 alone; the schemas of 2.01 and 2.03 ask for any decimal. */
  PERCENTAGE("a number from 0 to 100 without a percent sign") {
    @Override
    boolean fits(String value) {
      return DECIMAL_FORM.matcher(value).matches() && isPercentage(new BigDecimal(value));
    }
  },
  /**
   * The type of {@code xml:lang} in the W3C's xml.xsd: empty (not only blank) means that the
   * language is not known.
   */
  LANGUAGE_OR_EMPTY("a language code such as en or zh-Hans") {
    @Override
    boolean fits(String value) {
      return LANGUAGE_FORM.matcher(value).matches();
    }

    @Override
    boolean accepts(String written) {
      return written.isEmpty() || super.accepts(written);
    }
  },
  NMTOKEN("one word of letters, digits and . - _ :") {
    @Override
    boolean fits(String value) {
      return NMTOKEN_FORM.matcher(value).matches();
    }
  };

  private static final Pattern DECIMAL_FORM =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)");
  private static final Pattern INTEGER_FORM = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern LANGUAGE_FORM =
      Pattern.compile("[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*");
  private static final Pattern NMTOKEN_FORM =
      Pattern.compile("[\\p{L}\\p{Nd}\\p{M}._:\\-\\u00B7&&[^\\uFF00-\\uFFEF]]+");

  private static final int LONGEST_NUMBER = 100;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String description;

  SimpleType(String description) {
    this.description = description;
  }

  /** What is expected, to be put after "should be". */
  String description() {
    return description;
  }

  /** Whether a value as it is written in the document is of this type. */
  boolean accepts(String written) {
    String value = XmlSpace.collapsed(written);
    return (!numeric() || value.length() <= LONGEST_NUMBER) && fits(value);
  }

  /**
   * Numbers are bounded (XML Schema lets a processor do so from 18 digits on), for computing with
   * longer ones takes ages.
   */
  private boolean numeric() {
    return switch (this) {
      case DECIMAL, PERCENTAGE, INT, NON_NEGATIVE_INTEGER, POSITIVE_INTEGER -> true;
      case STRING, DATE, DATE_TIME, BOOLEAN, ANY_URI, LANGUAGE_OR_EMPTY, NMTOKEN -> false;
    };
  }

  /** A value of this type as it is kept: the same, but for digits that nobody reads. */
  String kept(String written) {
    return switch (this) {
      case DECIMAL, PERCENTAGE -> Numbers.kept(written);
      case ANY_URI -> UriForm.kept(written);
      case STRING,
          DATE,
          DATE_TIME,
          INT,
          NON_NEGATIVE_INTEGER,
          POSITIVE_INTEGER,
          BOOLEAN,
          LANGUAGE_OR_EMPTY,
          NMTOKEN ->
          written;
    };
  }

  /** The one spelling of all that mean the same; for values of this type. */
  String canonical(String written) {
    String value = XmlSpace.collapsed(written);
    return switch (this) {
      case STRING, NMTOKEN, ANY_URI -> value;
      case DATE -> XmlDates.date(value).toString();
      case DATE_TIME -> XmlDates.instant(value).map(Instant::toString).orElse(value);
      case DECIMAL, PERCENTAGE, INT, NON_NEGATIVE_INTEGER, POSITIVE_INTEGER ->
          new BigDecimal(value).stripTrailingZeros().toPlainString();
      case BOOLEAN -> value.equals("true") || value.equals("1") ? "1" : "0";
      case LANGUAGE_OR_EMPTY -> Locale.forLanguageTag(value).toLanguageTag();
    };
  }

  /** Whether a value without white space around it is of this type. */
  abstract boolean fits(String value);

  static boolean isPercentage(BigDecimal number) {
    return number.signum() >= 0 && number.compareTo(HUNDRED) <= 0;
  }

  private static boolean bounded(String value, BigInteger from, BigInteger to) {
    BigInteger number = new BigInteger(value);
    return number.compareTo(from) >= 0 && number.compareTo(to) <= 0;
  }
}
