package dev.kanmin.odalinkage.need;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Rule;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can forbid a command on a need; the first fault found is refused, with its place. */
final class NeedRules {
  static final Rule NO_SUCH_NEED = Rule.notFound("no-such-need", "There is no such need");
  static final Rule NOT_YOUR_NEED =
      Rule.forbidden("not-your-need", "Only the agency that registered the need may do this");
  static final Rule ALREADY_REGISTERED =
      Rule.conflict("need-already-registered", "The need has been registered before");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("need-not-in-this-state", "The need's state does not allow this");
  static final Rule COUNTRY_NOT_ABROAD =
      Rule.invalid("need-not-abroad", "A need is one of a country or region of Asia abroad");
  static final Rule COUNTERPART_UNNAMED =
      Rule.invalid("counterpart-unnamed", "A need is somebody's: by id, by name or by both");
  static final Rule ILL_FORMED_ID = Rule.invalid("ill-formed-id", "This is no id of Kanmin");
  static final Rule NO_FIELD = Rule.invalid("no-field", "A need is about at least one field");
  static final Rule UNKNOWN_SOURCE =
      Rule.invalid("unknown-need-source", "The code list need-sources has no such kind");
  static final Rule ADDRESS_NOT_WEB =
      Rule.invalid("address-not-web", "An address begins with http:// or https://");
  static final Rule WANTED_IN_THE_PAST =
      Rule.invalid("wanted-in-the-past", "The day by which the need should be met is over");
  static final Rule REMARK_REQUIRED =
      Rule.invalid("lapse-remark-required", "The reason 'other' needs a remark");

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REMARK = 1_000;
  private static final int LONGEST_DESCRIPTION = 4_000;
  private static final int LONGEST_ADDRESS = 500;
  private static final int MOST_FIELDS = 8;
  private static final int MOST_CODES = 20;
  private static final CountryCode JAPAN = CountryCode.of("JP");
  private static final Set<String> WEB = Set.of("http", "https");

  private NeedRules() {}

  static Optional<String> registered(Need need) {
    return need.exists() ? Optional.of("Revise it instead.") : Optional.empty();
  }

  /**
   * Checks a plan.
   *
   * @param known the day it was wanted by until now: a day that is kept may have passed
   */
  static void check(NeedPlan plan, Optional<LocalDate> known, Instant at) {
    Checks.text(plan.title(), LONGEST_NAME, "/title");
    plan.description().ifPresent(it -> Checks.text(it, LONGEST_DESCRIPTION, "/description"));
    counterpart(plan.counterpart());
    abroad(plan.country());
    fields(plan);
    Checks.distinct(plan.hs(), MOST_CODES, "/hs");
    Checks.distinct(plan.crs(), MOST_CODES, "/crs");
    if (!plan.wantedBy().equals(known)) {
      plan.wantedBy().ifPresent(day -> toCome(day, at));
    }
    source(plan.source());
    Checks.distinct(plan.arisesFrom(), MOST_CODES, "/arisesFrom");
    Checks.each(plan.arisesFrom(), "/arisesFrom", NeedRules::id);
    plan.office().ifPresent(NeedRules::office);
  }

  static void remark(Optional<LocalizedText> remark) {
    remark.ifPresent(it -> Checks.text(it, LONGEST_REMARK, "/remark"));
  }

  static void lapse(NeedCommand.Lapse lapse) {
    remark(lapse.remark());
    if (lapse.reason() == LapseReason.OTHER && lapse.remark().isEmpty()) {
      throw REMARK_REQUIRED.refuse("Say why in a sentence, or name another reason.", "/remark");
    }
  }

  private static void counterpart(Counterpart counterpart) {
    if (counterpart.id().isEmpty() && counterpart.name().isEmpty()) {
      throw COUNTERPART_UNNAMED.refuse("Give its id, its name or both.", "/counterpart");
    }
    counterpart
        .id()
        .filter(id -> !Ids.isWellFormed("cpt", id))
        .ifPresent(
            id -> {
              throw ILL_FORMED_ID.refuse(
                  "The id of a counterpart is cpt_ and 26 characters.", "/counterpart/id");
            });
    counterpart.name().ifPresent(it -> Checks.text(it, LONGEST_NAME, "/counterpart/name"));
  }

  private static void abroad(CountryCode country) {
    if (country.equals(JAPAN) || Countries.find(country).isEmpty()) {
      throw COUNTRY_NOT_ABROAD.refuse(
          country + " is not one of them; the code list countries has them.", "/country");
    }
  }

  private static void fields(NeedPlan plan) {
    if (plan.fields().isEmpty()) {
      throw NO_FIELD.refuse(
          "Name one; " + Field.CROSS_FIELD + " is for what serves all of them.", "/fields");
    }
    Checks.distinct(plan.fields(), MOST_FIELDS, "/fields");
    Checks.each(plan.fields(), "/fields", Checks::field);
  }

  /** A day is over when it is over everywhere. */
  private static void toCome(LocalDate day, Instant at) {
    LocalDate lastPlace = LocalDate.ofInstant(at, ZoneOffset.ofHours(-12));
    if (day.isBefore(lastPlace)) {
      throw WANTED_IN_THE_PAST.refuse("Give a day from " + lastPlace + " on.", "/wantedBy");
    }
  }

  private static void source(NeedSource source) {
    if (!CodeLists.list("need-sources").has(source.kind())) {
      throw UNKNOWN_SOURCE.refuse(
          "It is one of " + CodeLists.list("need-sources").currentCodes() + ".", "/source/kind");
    }
    source.text().ifPresent(it -> Checks.text(it, LONGEST_REMARK, "/source/text"));
    source
        .url()
        .filter(url -> !isWeb(url))
        .ifPresent(
            url -> {
              throw ADDRESS_NOT_WEB.refuse(
                  "Give a whole address of at most " + LONGEST_ADDRESS + " characters.",
                  "/source/url");
            });
  }

  private static boolean isWeb(URI url) {
    return url.toString().length() <= LONGEST_ADDRESS
        && url.getHost() != null
        && url.getUserInfo() == null
        && Optional.ofNullable(url.getScheme())
            .map(scheme -> scheme.toLowerCase(Locale.ROOT))
            .filter(WEB::contains)
            .isPresent();
  }

  private static void id(String id, String place) {
    if (!Ids.isWellFormed(id)) {
      throw ILL_FORMED_ID.refuse("An id is a short prefix, _ and 26 characters.", place);
    }
  }

  private static void office(Office office) {
    Checks.code(office.code(), "/office/code");
    Checks.text(office.name(), LONGEST_NAME, "/office/name");
  }
}
