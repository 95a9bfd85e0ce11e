package dev.kanmin.marketintelligence.report;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Language;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Why a command about a report can be refused. */
final class ReportRules {
  static final Rule NO_SUCH_REPORT = Rule.notFound("no-such-report", "There is no such report");
  static final Rule NOT_YOUR_REPORT =
      Rule.forbidden("not-your-report", "Only the agency that wrote the report may do this");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("not-in-this-state", "The state of the report does not allow this");
  static final Rule ALREADY_DRAFTED =
      Rule.conflict("already-drafted", "The report has been drafted before");
  static final Rule UNKNOWN_KIND = Rule.invalid("unknown-kind", "There is no such kind of report");
  static final Rule NO_SOURCE_TEXT =
      Rule.invalid("no-source-text", "The text in the source language is missing");
  static final Rule NOT_A_SITE_LANGUAGE =
      Rule.invalid("not-a-site-language", "Reports come in ja, en, zh-Hans, zh-Hant and ko");
  static final Rule EXPIRY_OUT_OF_RANGE =
      Rule.invalid("expiry-out-of-range", "A report holds for a day to three years");
  static final Rule EXPIRED = Rule.conflict("expired-report", "The report no longer holds");

  /** Whoever writes says by when it has to be looked at again; no market stays for longer. */
  private static final int MOST_YEARS = 3;

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_SUMMARY = 500;
  private static final int LONGEST_BODY = 100_000;
  private static final int MOST_COUNTRIES = 20;
  private static final int MOST_SOURCES = 50;

  private ReportRules() {}

  static LocalDate today(Instant at) {
    return at.atZone(JAPAN).toLocalDate();
  }

  /** From this moment on a report of that last day does not hold. */
  static Instant over(LocalDate expires) {
    return expires.plusDays(1).atStartOfDay(JAPAN).toInstant();
  }

  static Optional<String> drafted(Report report) {
    return report.content().map(it -> "Revise it instead.");
  }

  static Optional<String> held(Report report, Instant at) {
    return report
        .content()
        .filter(it -> !at.isBefore(over(it.expires())))
        .map(it -> "It held until " + it.expires() + ". Check it and extend it.");
  }

  static void check(ReportContent content, Instant at) {
    if (!CodeLists.list("report-kinds").currentCodes().contains(content.kind())) {
      throw UNKNOWN_KIND.refuse(
          "It is one of " + CodeLists.list("report-kinds").currentCodes() + ".", "/kind");
    }
    Checks.distinct(content.countries(), MOST_COUNTRIES, "/countries");
    Checks.distinct(content.fields(), 8, "/fields");
    Checks.each(content.fields(), "/fields", Checks::field);
    Checks.size(content.sources(), MOST_SOURCES, "/sources");
    Checks.each(content.sources(), "/sources", (it, pointer) -> Checks.text(it, 500, pointer));
    content.texts().forEach(ReportRules::check);
    if (content.source().isEmpty()) {
      throw NO_SOURCE_TEXT.refuse("Give the text in " + content.sourceLanguage() + ".", "/texts");
    }
    checkExpiry(content.expires(), at);
  }

  private static void check(Language language, ReportText text) {
    String pointer = "/texts/" + language;
    if (!Language.OF_THE_SITE.contains(language)) {
      throw NOT_A_SITE_LANGUAGE.refuse("'" + language + "' is none of them.", pointer);
    }
    Checks.text(text.title(), LONGEST_TITLE, pointer + "/title");
    Checks.text(text.summary(), LONGEST_SUMMARY, pointer + "/summary");
    Checks.text(text.body(), LONGEST_BODY, pointer + "/body");
    text.translatedFrom().ifPresent(it -> Checks.text(it, 64, pointer + "/translatedFrom"));
  }

  static void checkExpiry(LocalDate expires, Instant at) {
    LocalDate today = today(at);
    if (expires.isBefore(today) || expires.isAfter(today.plusYears(MOST_YEARS))) {
      throw EXPIRY_OUT_OF_RANGE.refuse(
          "It is from " + today + " to " + today.plusYears(MOST_YEARS) + ".", "/expires");
    }
  }
}
