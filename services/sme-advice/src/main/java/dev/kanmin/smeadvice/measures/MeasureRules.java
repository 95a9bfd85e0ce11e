package dev.kanmin.smeadvice.measures;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.smeadvice.eligibility.ClauseChecks;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can forbid a command on a support measure. */
final class MeasureRules {
  static final Rule NO_SUCH_MEASURE =
      Rule.notFound("no-such-support-measure", "There is no such support measure");
  static final Rule NOT_YOUR_MEASURE =
      Rule.forbidden("not-your-support-measure", "Another agency keeps this support measure");
  static final Rule ALREADY_PUBLISHED =
      Rule.conflict("already-published", "The agency has a support measure of this code");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("support-measure-not-in-this-state", "The measure's state does not allow this");
  static final Rule UNKNOWN_CODE = Rule.invalid("unknown-code", "The code list has no such code");
  static final Rule CODE_NEVER_CHANGES =
      Rule.invalid("code-never-changes", "The code of a support measure stays what it is");
  static final Rule DATES_OUT_OF_ORDER =
      Rule.invalid("dates-out-of-order", "A call ends on its first day or later");
  static final Rule ILL_FORMED_RATE =
      Rule.invalid("ill-formed-rate", "A rate is a fraction such as 2/3");
  static final Rule ILL_FORMED_ADDRESS =
      Rule.invalid("ill-formed-address", "An address begins with https:// or http://");

  private static final Pattern RATE = Pattern.compile("[1-9][0-9]?/[1-9][0-9]?");
  private static final int LONGEST_NAME = 200;

  private MeasureRules() {}

  static Optional<String> published(MeasureRecord one) {
    return one.exists() ? Optional.of("Revise it instead, with PUT.") : Optional.empty();
  }

  static void check(Measure measure) {
    Checks.code(measure.code(), "/code");
    listed("support-measure-kinds", measure.kind(), "/kind");
    Checks.text(measure.name(), LONGEST_NAME, "/name");
    Checks.text(measure.operator(), LONGEST_NAME, "/operator");
    measure.summary().ifPresent(it -> Checks.text(it, 2_000, "/summary"));
    Checks.distinct(measure.countries(), 60, "/countries");
    Checks.distinct(measure.fields(), 50, "/fields");
    Checks.each(measure.fields(), "/fields", Checks::field);
    measure.ceiling().ifPresent(it -> Checks.payable(it, "/ceiling"));
    measure.rate().ifPresent(MeasureRules::rate);
    Checks.distinct(measure.calls(), 30, "/calls");
    Checks.each(measure.calls(), "/calls", MeasureRules::call);
    measure.eligibility().ifPresent(it -> ClauseChecks.check(it, "/eligibility"));
    Checks.text(measure.source().text(), 500, "/source/text");
    listed("support-measure-trust", measure.source().trust(), "/source/trust");
    measure.source().url().ifPresent(MeasureRules::address);
  }

  private static void rate(String rate) {
    if (!RATE.matcher(rate).matches()) {
      throw ILL_FORMED_RATE.refuse("Write it as 1/2, 2/3 or 10/10.", "/rate");
    }
  }

  private static void call(Measure.Call call, String place) {
    Checks.count(Optional.of(call.fiscalYear()), 2_100, place + "/fiscalYear");
    if (call.from().isPresent() && call.to().filter(call.from().get()::isAfter).isPresent()) {
      throw DATES_OUT_OF_ORDER.refuse("It begins on " + call.from().get() + ".", place + "/to");
    }
  }

  private static void address(String url) {
    Checks.text(url, 1_000, "/source/url");
    try {
      String scheme = String.valueOf(new URI(url).getScheme());
      if (scheme.equals("https") || scheme.equals("http")) {
        return;
      }
    } catch (URISyntaxException unreadable) {
      // told below
    }
    throw ILL_FORMED_ADDRESS.refuse("Copy it from the address bar.", "/source/url");
  }

  private static void listed(String list, String code, String pointer) {
    if (!CodeLists.list(list).currentCodes().contains(code)) {
      throw UNKNOWN_CODE.refuse(
          "It is one of " + CodeLists.list(list).currentCodes() + ".", pointer);
    }
  }
}
