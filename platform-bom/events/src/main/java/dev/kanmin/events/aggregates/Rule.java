package dev.kanmin.events.aggregates;

import java.util.Locale;
import java.util.Optional;

/**
 * A named rule that can refuse a command. Rules are values, listed where the decider can be read
 * with them; the code is stable and part of the API (the problem's {@code type} ends with it).
 *
 * @param code kebab case, unique in the service: {@code application-deadline-passed}
 * @param kind what sort of refusal this is; decides the HTTP status
 * @param title one short English sentence without values
 */
public record Rule(String code, Kind kind, String title) {

  /** Sorts of refusal. */
  public enum Kind {
    /** The caller may not do this (403). */
    FORBIDDEN,
    /** There is no such thing (404). */
    NOT_FOUND,
    /** The state of the thing forbids it now (409). */
    CONFLICT,
    /** The edit was made on an older version (412). */
    STALE,
    /** The command itself breaks a rule, whatever the state (422). */
    INVALID,
    /** An edit must say which version it is based on (428). */
    UNCONDITIONAL,
    /** Too much is waiting; the same command will succeed later (503, with Retry-After). */
    OVERLOADED
  }

  public Rule {
    if (!code.equals(code.toLowerCase(Locale.ROOT)) || code.isBlank()) {
      throw new IllegalArgumentException(
          "A rule's code is lower case with hyphens: '" + code + "'");
    }
  }

  public static Rule forbidden(String code, String title) {
    return new Rule(code, Kind.FORBIDDEN, title);
  }

  public static Rule notFound(String code, String title) {
    return new Rule(code, Kind.NOT_FOUND, title);
  }

  public static Rule conflict(String code, String title) {
    return new Rule(code, Kind.CONFLICT, title);
  }

  public static Rule invalid(String code, String title) {
    return new Rule(code, Kind.INVALID, title);
  }

  /** Refuses for this rule. */
  public Refusal refuse(String detail) {
    return new Refusal(this, detail, "");
  }

  /**
   * Refuses for this rule and names the field.
   *
   * @param pointer JSON pointer into the request body, such as {@code /stops/0/country}
   */
  public Refusal refuse(String detail, String pointer) {
    return new Refusal(this, detail, pointer);
  }

  /**
   * Refuses for this rule if something speaks against it.
   *
   * @param fault what, in one or two English sentences; empty when nothing does
   */
  public void check(Optional<String> fault) {
    if (fault.isPresent()) {
      throw refuse(fault.get());
    }
  }
}
