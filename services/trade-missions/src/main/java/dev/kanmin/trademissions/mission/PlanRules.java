package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.Agencies;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.MissionKind;
import dev.kanmin.codes.MissionKinds;
import dev.kanmin.events.Rule;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a plan must obey from its first draft on. Everything that is given is checked; what may
 * still be missing is not. The first fault found is refused, with its place in the plan.
 */
final class PlanRules {
  static final Rule UNKNOWN_KIND =
      Rule.invalid("unknown-mission-kind", "The code list mission-kinds has no such kind");
  static final Rule TEXT_OUT_OF_BOUNDS =
      Rule.invalid("text-out-of-bounds", "A text is blank or too long");
  static final Rule TOO_MANY_ENTRIES = Rule.invalid("too-many-entries", "A list is too long");
  static final Rule REPEATED_ENTRY =
      Rule.invalid("repeated-entry", "A list holds the same value twice");
  static final Rule NUMBER_OUT_OF_RANGE =
      Rule.invalid("number-out-of-range", "A number is outside what is allowed");
  static final Rule NOT_OF_THIS_KIND =
      Rule.invalid("not-of-this-kind", "Missions of this kind do not have this");
  static final Rule MARKET_NOT_ABROAD =
      Rule.invalid("market-not-abroad", "A mission is about countries or regions of Asia abroad");
  static final Rule RETIRED_FIELD =
      Rule.invalid("retired-field", "The field is no longer used for new missions");
  static final Rule UNKNOWN_AGENCY =
      Rule.invalid("unknown-agency", "The code list agencies has no such agency");
  static final Rule ORGANISER_AMONG_SUPPORTERS =
      Rule.invalid("organiser-among-supporters", "The organiser does not support itself");
  static final Rule UNKNOWN_ZONE =
      Rule.invalid("unknown-zone", "A zone is named as in the IANA time zone database");
  static final Rule DATES_OUT_OF_ORDER =
      Rule.invalid("dates-out-of-order", "The dates of the stops do not follow each other");
  static final Rule DEADLINE_AFTER_BEGIN =
      Rule.invalid("deadline-after-begin", "Applications end before the mission begins");
  static final Rule FEE_NOT_PAYABLE =
      Rule.invalid("fee-not-payable", "The fee cannot be paid like this");
  static final Rule ILL_FORMED_CODE =
      Rule.invalid("ill-formed-code", "A code has characters that codes do not have");

  static final List<Rule> ALL =
      List.of(
          UNKNOWN_KIND,
          TEXT_OUT_OF_BOUNDS,
          TOO_MANY_ENTRIES,
          REPEATED_ENTRY,
          NUMBER_OUT_OF_RANGE,
          NOT_OF_THIS_KIND,
          MARKET_NOT_ABROAD,
          RETIRED_FIELD,
          UNKNOWN_AGENCY,
          ORGANISER_AMONG_SUPPORTERS,
          UNKNOWN_ZONE,
          DATES_OUT_OF_ORDER,
          DEADLINE_AFTER_BEGIN,
          FEE_NOT_PAYABLE,
          ILL_FORMED_CODE);

  static final int MOST_PLACES = 1_000;

  private static final int LONGEST_STAY_DAYS = 366;
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private PlanRules() {}

  static void check(MissionPlan plan, AgencyCode organiser) {
    MissionKind kind =
        MissionKinds.find(plan.kind())
            .orElseThrow(
                () ->
                    UNKNOWN_KIND.refuse(
                        "It is one of "
                            + CodeLists.list(CodeLists.MISSION_KINDS).currentCodes()
                            + ".",
                        "/kind"));
    text(plan.title(), 200, "/title");
    markets(plan.countries());
    fields(plan);
    itinerary(plan.stops());
    agencies(plan.supporters(), organiser);
    plan.office().ifPresent(PlanRules::office);
    ofTheKind(plan, kind);
    plan.deadline().ifPresent(deadline -> deadline(deadline, plan.stops(), "/deadline"));
    fee(plan);
    list(plan.languages(), 20, "/languages");
    references(plan.references());
  }

  private static void markets(List<CountryCode> countries) {
    list(countries, 50, "/countries");
    for (int i = 0; i < countries.size(); i++) {
      CountryCode country = countries.get(i);
      if (country.equals(MissionPlan.JAPAN) || Countries.find(country).isEmpty()) {
        throw MARKET_NOT_ABROAD.refuse(
            country + " is not one of them; the code list countries has them.", "/countries/" + i);
      }
    }
  }

  private static void fields(MissionPlan plan) {
    list(plan.fields(), 50, "/fields");
    List<String> current = CodeLists.list(CodeLists.FIELDS).currentCodes();
    for (int i = 0; i < plan.fields().size(); i++) {
      if (!current.contains(plan.fields().get(i).code())) {
        throw RETIRED_FIELD.refuse("Current fields are " + current + ".", "/fields/" + i);
      }
    }
  }

  /** Also for the stops of a rescheduled mission. */
  static void itinerary(List<Stop> stops) {
    list(stops, 50, "/stops");
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      String pointer = "/stops/" + i;
      text(stop.city(), 100, pointer + "/city");
      if (stop.venue().isPresent()) {
        text(stop.venue().get(), 200, pointer + "/venue");
      }
      zone(stop.zone(), pointer + "/zone");
      if (stop.to().isBefore(stop.from())
          || stop.to().isAfter(stop.from().plusDays(LONGEST_STAY_DAYS))) {
        throw DATES_OUT_OF_ORDER.refuse(
            "The last day is not before the first one, nor more than a year after it.",
            pointer + "/to");
      }
      if (i > 0 && stop.from().isBefore(stops.get(i - 1).to())) {
        throw DATES_OUT_OF_ORDER.refuse(
            "A stop begins on the last day of the one before it, or later.", pointer + "/from");
      }
    }
  }

  private static void agencies(List<AgencyCode> supporters, AgencyCode organiser) {
    list(supporters, 50, "/supporters");
    for (int i = 0; i < supporters.size(); i++) {
      AgencyCode supporter = supporters.get(i);
      String pointer = "/supporters/" + i;
      if (Agencies.find(supporter).isEmpty()) {
        throw UNKNOWN_AGENCY.refuse("'" + supporter + "' is none of them.", pointer);
      }
      if (supporter.equals(organiser)) {
        throw ORGANISER_AMONG_SUPPORTERS.refuse("Leave " + organiser + " out.", pointer);
      }
    }
  }

  private static void office(Office office) {
    code(office.code(), "/office/code");
    text(office.name(), 200, "/office/name");
  }

  private static void ofTheKind(MissionPlan plan, MissionKind kind) {
    onlyIf(kind.companiesApply(), plan.capacity(), kind, "/capacity");
    onlyIf(kind.companiesApply(), plan.deadline(), kind, "/deadline");
    onlyIf(kind.companiesApply(), plan.offerReplyDays(), kind, "/offerReplyDays");
    onlyIf(kind.hasStep("booths"), plan.booths(), kind, "/booths");
    onlyIf(kind.hasStep("agenda"), plan.agenda().stream().findFirst(), kind, "/agenda");
    onlyIf(kind.hasStep("invitees"), plan.invitees().stream().findFirst(), kind, "/invitees");
    range(plan.capacity(), MOST_PLACES, "/capacity");
    range(plan.booths(), MOST_PLACES, "/booths");
    range(plan.offerReplyDays(), 30, "/offerReplyDays");
    size(plan.agenda(), 100, "/agenda");
    for (int i = 0; i < plan.agenda().size(); i++) {
      text(plan.agenda().get(i), 1_000, "/agenda/" + i);
    }
    size(plan.invitees(), 200, "/invitees");
    for (int i = 0; i < plan.invitees().size(); i++) {
      text(plan.invitees().get(i).role(), 200, "/invitees/" + i + "/role");
      text(plan.invitees().get(i).organisation(), 200, "/invitees/" + i + "/organisation");
    }
  }

  /** Also for a deadline that is extended. */
  static void deadline(Deadline deadline, List<Stop> stops, String pointer) {
    zone(deadline.zone(), pointer + "/zone");
    if (!stops.isEmpty() && !deadline.at().isBefore(stops.getFirst().begins())) {
      throw DEADLINE_AFTER_BEGIN.refuse(
          "The mission begins at " + stops.getFirst().begins() + ".", pointer + "/at");
    }
  }

  private static void fee(MissionPlan plan) {
    plan.fee()
        .ifPresent(
            fee -> {
              if (fee.amount().signum() < 0) {
                throw FEE_NOT_PAYABLE.refuse("It is 0 or more.", "/fee/amount");
              }
              try {
                fee.requireMinorUnits();
              } catch (IllegalArgumentException tooFine) {
                throw FEE_NOT_PAYABLE.refuse(String.valueOf(tooFine.getMessage()), "/fee/amount");
              }
            });
  }

  private static void references(List<ExternalReference> references) {
    list(references, 20, "/references");
    for (int i = 0; i < references.size(); i++) {
      code(references.get(i).scheme(), "/references/" + i + "/scheme");
      text(references.get(i).id(), 200, "/references/" + i + "/id");
    }
  }

  private static void onlyIf(boolean applies, Optional<?> value, MissionKind kind, String pointer) {
    if (!applies && value.isPresent()) {
      throw NOT_OF_THIS_KIND.refuse("Leave it out of a mission of kind " + kind.code(), pointer);
    }
  }

  private static void range(Optional<Integer> number, int most, String pointer) {
    if (number.filter(it -> it < 1 || it > most).isPresent()) {
      throw NUMBER_OUT_OF_RANGE.refuse("It is 1 to " + most + ".", pointer);
    }
  }

  private static void list(Collection<?> values, int most, String pointer) {
    size(values, most, pointer);
    if (new HashSet<>(values).size() < values.size()) {
      throw REPEATED_ENTRY.refuse("Name each once.", pointer);
    }
  }

  private static void size(Collection<?> values, int most, String pointer) {
    if (values.size() > most) {
      throw TOO_MANY_ENTRIES.refuse("At most " + most + " are taken.", pointer);
    }
  }

  private static void zone(ZoneId zone, String pointer) {
    if (!ZONES.contains(zone.getId())) {
      throw UNKNOWN_ZONE.refuse("Such as Asia/Tokyo, not an offset.", pointer);
    }
  }

  /** Also for reasons, summaries and agreed actions. */
  static void text(LocalizedText text, int longest, String pointer) {
    text.texts().forEach((language, words) -> text(words, longest, pointer + "/" + language));
  }

  private static void text(String text, int longest, String pointer) {
    if (text.isBlank() || text.length() > longest) {
      throw TEXT_OUT_OF_BOUNDS.refuse("It has 1 to " + longest + " characters.", pointer);
    }
  }

  private static void code(String code, String pointer) {
    if (code.length() > 60 || !CODE.matcher(code).matches()) {
      throw ILL_FORMED_CODE.refuse(
          "Up to 60 lower-case letters, digits and single hyphens.", pointer);
    }
  }

  static void report(Report report, MissionKind kind) {
    text(report.summary(), 4_000, "/summary");
    onlyIf(
        kind.hasStep("agreed-actions"),
        report.agreedActions().stream().findFirst(),
        kind,
        "/agreedActions");
    size(report.agreedActions(), 100, "/agreedActions");
    for (int i = 0; i < report.agreedActions().size(); i++) {
      AgreedAction action = report.agreedActions().get(i);
      text(action.action(), 1_000, "/agreedActions/" + i + "/action");
      text(action.responsible(), 200, "/agreedActions/" + i + "/responsible");
    }
  }
}
