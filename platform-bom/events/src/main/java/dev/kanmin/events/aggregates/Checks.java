package dev.kanmin.events.aggregates;

import dev.kanmin.codes.Agencies;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * What a command's values must obey whatever the domain. Each refuses with the JSON pointer of the
 * value at fault, which it is given: {@code /stops/0/city}.
 */
public final class Checks {
  public static final Rule TEXT_OUT_OF_BOUNDS =
      Rule.invalid("text-out-of-bounds", "A text is blank or too long");
  public static final Rule TOO_MANY_ENTRIES =
      Rule.invalid("too-many-entries", "A list is too long");
  public static final Rule REPEATED_ENTRY =
      Rule.invalid("repeated-entry", "A list holds the same value twice");
  public static final Rule NUMBER_OUT_OF_RANGE =
      Rule.invalid("number-out-of-range", "A number is outside what is allowed");
  public static final Rule ILL_FORMED_CODE =
      Rule.invalid("ill-formed-code", "A code has characters that codes do not have");
  public static final Rule UNKNOWN_AGENCY =
      Rule.invalid("unknown-agency", "The code list agencies has no such agency");
  public static final Rule RETIRED_FIELD =
      Rule.invalid("retired-field", "The field is no longer used for new records");
  public static final Rule NOT_PAYABLE =
      Rule.invalid("amount-not-payable", "The amount cannot be paid like this");

  private static final int LONGEST_CODE = 60;
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private Checks() {}

  /** Neither blank nor longer than so many characters. */
  public static void text(String text, int longest, String pointer) {
    if (text.isBlank() || text.length() > longest) {
      throw TEXT_OUT_OF_BOUNDS.refuse("It has 1 to " + longest + " characters.", pointer);
    }
  }

  /** The same, in each language. */
  public static void text(LocalizedText text, int longest, String pointer) {
    text.texts().forEach((language, words) -> text(words, longest, pointer + "/" + language));
  }

  /** At most so many. */
  public static void size(Collection<?> values, int most, String pointer) {
    if (values.size() > most) {
      throw TOO_MANY_ENTRIES.refuse("At most " + most + " are taken.", pointer);
    }
  }

  /** At most so many, and none twice. */
  public static void distinct(Collection<?> values, int most, String pointer) {
    size(values, most, pointer);
    if (new HashSet<>(values).size() < values.size()) {
      throw REPEATED_ENTRY.refuse("Name each once.", pointer);
    }
  }

  /** Checks each entry of a list by itself, at its own place. */
  public static <E> void each(List<E> values, String pointer, BiConsumer<E, String> check) {
    for (int i = 0; i < values.size(); i++) {
      check.accept(values.get(i), pointer + "/" + i);
    }
  }

  /** If it is there, from 1 to so many. */
  public static void count(Optional<Integer> number, int most, String pointer) {
    if (number.filter(it -> it < 1 || it > most).isPresent()) {
      throw NUMBER_OUT_OF_RANGE.refuse("It is 1 to " + most + ".", pointer);
    }
  }

  /** A code that an agency chooses itself. */
  public static void code(String code, String pointer) {
    if (code.length() > LONGEST_CODE || !CODE.matcher(code).matches()) {
      throw ILL_FORMED_CODE.refuse(
          "Up to " + LONGEST_CODE + " lower-case letters, digits and single hyphens.", pointer);
    }
  }

  public static void agency(AgencyCode agency, String pointer) {
    if (Agencies.find(agency).isEmpty()) {
      throw UNKNOWN_AGENCY.refuse("'" + agency + "' is none of them.", pointer);
    }
  }

  /** One that is offered for new records. */
  public static void field(Field field, String pointer) {
    List<String> current = CodeLists.list(CodeLists.FIELDS).currentCodes();
    if (!current.contains(field.code())) {
      throw RETIRED_FIELD.refuse("Current fields are " + current + ".", pointer);
    }
  }

  /** 0 or more, with no more decimals than the currency has. */
  public static void payable(Money money, String pointer) {
    if (money.amount().signum() < 0) {
      throw NOT_PAYABLE.refuse("It is 0 or more.", pointer + "/amount");
    }
    try {
      money.requireMinorUnits();
    } catch (IllegalArgumentException tooFine) {
      throw NOT_PAYABLE.refuse(String.valueOf(tooFine.getMessage()), pointer + "/amount");
    }
  }
}
