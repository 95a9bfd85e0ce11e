package dev.kanmin.smeadvice.eligibility;

import dev.kanmin.codes.Coded;
import java.util.Optional;

/** What clauses can ask of a company and its plan. */
public enum Fact implements Coded {
  /** {@code yes} or {@code no}, by the Small and Medium-sized Enterprise Basic Act. */
  SME,
  /** Division and class of JSIC, {@code E2743}; clauses name its beginning. */
  INDUSTRY,
  /** {@code JP-13}. */
  PREFECTURE,
  /** How many work there; a whole number. */
  EMPLOYEES,
  /** Paid-in capital in yen; a whole number. */
  CAPITAL,
  /** The market: ISO 3166-1 alpha-2. */
  COUNTRY,
  /** A code of {@code fields}. */
  FIELD,
  /** A code of {@code readiness-bands}. */
  BAND,
  /** Years since it was founded; a whole number. */
  AGE;

  /** What the fact is in these; empty when it is not known. */
  Optional<String> in(Facts facts) {
    return switch (this) {
      case SME -> facts.sme().filter(it -> !it.equals("cannot-be-judged"));
      case INDUSTRY -> facts.industry();
      case PREFECTURE -> facts.prefecture();
      case EMPLOYEES -> facts.employees().map(String::valueOf);
      case CAPITAL -> facts.capital().map(String::valueOf);
      case COUNTRY -> facts.country();
      case FIELD -> facts.field();
      case BAND -> facts.band();
      case AGE -> facts.age().map(String::valueOf);
    };
  }

  boolean isNumber() {
    return this == EMPLOYEES || this == CAPITAL || this == AGE;
  }
}
