package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.MissionKind;
import dev.kanmin.codes.MissionKinds;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Rule;
import java.util.List;
import java.util.Optional;

/**
 * What a plan must obey from its first draft on. Everything that is given is checked; what may
 * still be missing is not. The first fault found is refused, with its place in the plan.
 */
final class PlanChecks {
  static final Rule UNKNOWN_KIND =
      Rule.invalid("unknown-mission-kind", "The code list mission-kinds has no such kind");
  static final Rule NOT_OF_THIS_KIND =
      Rule.invalid("not-of-this-kind", "Missions of this kind do not have this");
  static final Rule MARKET_NOT_ABROAD =
      Rule.invalid("market-not-abroad", "A mission is about countries or regions of Asia abroad");
  static final Rule ORGANISER_AMONG_SUPPORTERS =
      Rule.invalid("organiser-among-supporters", "The organiser does not support itself");
  static final Rule AGENCY_NAMED_TWICE =
      Rule.invalid("agency-named-twice", "An agency has one role in a mission");
  static final Rule DATES_OUT_OF_ORDER =
      Rule.invalid("dates-out-of-order", "The dates of the stops do not follow each other");
  static final Rule DEADLINE_AFTER_BEGIN =
      Rule.invalid("deadline-after-begin", "Applications end before the mission begins");

  static final int LONGEST_NAME = 200;
  private static final int LONGEST_STAY_DAYS = 366;
  static final int MOST_PLACES = 1_000;

  private PlanChecks() {}

  static void check(MissionPlan plan, AgencyCode organiser) {
    MissionKind kind = kind(plan.kind());
    Checks.distinct(plan.countries(), 50, "/countries");
    Checks.each(plan.countries(), "/countries", PlanChecks::market);
    dates(plan, kind);
    agencies(plan, organiser);
    plan.office().ifPresent(PlanChecks::office);
    amendable(plan);
    Checks.distinct(plan.languages(), 20, "/languages");
    references(plan.references());
  }

  /** Also of a mission that is put right. */
  static void amendable(MissionPlan plan) {
    Checks.text(plan.title(), LONGEST_NAME, "/title");
    Checks.distinct(plan.fields(), 50, "/fields");
    Checks.each(plan.fields(), "/fields", Checks::field);
    ofTheKind(plan, kind(plan.kind()));
    plan.fee().ifPresent(fee -> Checks.payable(fee, "/fee"));
  }

  /** Also of a mission that is moved. */
  static void dates(MissionPlan plan, MissionKind kind) {
    itinerary(plan.stops());
    onlyIf(kind.companiesApply(), plan.deadline(), kind, "/deadline");
    plan.deadline().ifPresent(deadline -> deadline(deadline, plan));
  }

  /** Also for one that is extended. */
  static void deadline(Deadline deadline, MissionPlan plan) {
    plan.begins()
        .filter(begins -> !deadline.at().isBefore(begins))
        .ifPresent(
            begins -> {
              throw DEADLINE_AFTER_BEGIN.refuse(
                  "The mission begins at " + begins + "; give a deadline before that.",
                  "/deadline/at");
            });
  }

  static void report(MissionReport report, MissionKind kind) {
    Checks.text(report.summary(), 4_000, "/summary");
    onlyIf(kind.hasStep("agreed-actions"), report.agreedActions(), kind, "/agreedActions");
    Checks.size(report.agreedActions(), 100, "/agreedActions");
    Checks.each(
        report.agreedActions(),
        "/agreedActions",
        (action, place) -> {
          Checks.text(action.action(), 1_000, place + "/action");
          Checks.text(action.responsible(), LONGEST_NAME, place + "/responsible");
        });
  }

  private static MissionKind kind(String code) {
    return MissionKinds.find(code)
        .orElseThrow(
            () ->
                UNKNOWN_KIND.refuse(
                    "It is one of " + CodeLists.list(CodeLists.MISSION_KINDS).currentCodes() + ".",
                    "/kind"));
  }

  private static void market(CountryCode country, String place) {
    if (country.equals(MissionPlan.JAPAN) || Countries.find(country).isEmpty()) {
      throw MARKET_NOT_ABROAD.refuse(
          country + " is not one of them; the code list countries has them.", place);
    }
  }

  private static void itinerary(List<Stop> stops) {
    Checks.distinct(stops, 50, "/stops");
    Checks.each(stops, "/stops", PlanChecks::stop);
    for (int i = 1; i < stops.size(); i++) {
      if (stops.get(i).from().isBefore(stops.get(i - 1).to())) {
        throw DATES_OUT_OF_ORDER.refuse(
            "A stop begins on the last day of the one before it, or later.",
            "/stops/" + i + "/from");
      }
    }
  }

  private static void stop(Stop stop, String place) {
    Checks.text(stop.city(), 100, place + "/city");
    stop.venue().ifPresent(venue -> Checks.text(venue, LONGEST_NAME, place + "/venue"));
    if (stop.to().isBefore(stop.from())
        || stop.to().isAfter(stop.from().plusDays(LONGEST_STAY_DAYS))) {
      throw DATES_OUT_OF_ORDER.refuse(
          "The last day is not before the first one, nor more than a year after it.",
          place + "/to");
    }
  }

  private static void agencies(MissionPlan plan, AgencyCode organiser) {
    others(plan.coOrganisers(), organiser, "/coOrganisers");
    others(plan.supporters(), organiser, "/supporters");
    Checks.each(
        plan.supporters(),
        "/supporters",
        (supporter, place) -> {
          if (plan.coOrganisers().contains(supporter)) {
            throw AGENCY_NAMED_TWICE.refuse(supporter + " is a co-organiser.", place);
          }
        });
  }

  private static void others(List<AgencyCode> agencies, AgencyCode organiser, String pointer) {
    Checks.distinct(agencies, 50, pointer);
    Checks.each(
        agencies,
        pointer,
        (agency, place) -> {
          Checks.agency(agency, place);
          if (agency.equals(organiser)) {
            throw ORGANISER_AMONG_SUPPORTERS.refuse("Leave " + organiser + " out.", place);
          }
        });
  }

  private static void office(Office office) {
    Checks.code(office.code(), "/office/code");
    Checks.text(office.name(), LONGEST_NAME, "/office/name");
  }

  private static void ofTheKind(MissionPlan plan, MissionKind kind) {
    onlyIf(kind.companiesApply(), plan.capacity(), kind, "/capacity");
    onlyIf(kind.companiesApply(), plan.offerReplyDays(), kind, "/offerReplyDays");
    onlyIf(kind.hasStep("booths"), plan.booths(), kind, "/booths");
    onlyIf(kind.hasStep("agenda"), plan.agenda(), kind, "/agenda");
    onlyIf(kind.hasStep("invitees"), plan.invitees(), kind, "/invitees");
    Checks.count(plan.capacity(), MOST_PLACES, "/capacity");
    Checks.count(plan.booths(), MOST_PLACES, "/booths");
    Checks.count(plan.offerReplyDays(), 30, "/offerReplyDays");
    Checks.size(plan.agenda(), 100, "/agenda");
    Checks.each(plan.agenda(), "/agenda", (item, place) -> Checks.text(item, 1_000, place));
    Checks.size(plan.invitees(), 200, "/invitees");
    Checks.each(
        plan.invitees(),
        "/invitees",
        (invitee, place) -> {
          Checks.text(invitee.role(), LONGEST_NAME, place + "/role");
          Checks.text(invitee.organisation(), LONGEST_NAME, place + "/organisation");
        });
  }

  private static void references(List<ExternalReference> references) {
    Checks.distinct(references, 20, "/references");
    Checks.each(
        references,
        "/references",
        (reference, place) -> {
          Checks.code(reference.scheme(), place + "/scheme");
          Checks.text(reference.id(), LONGEST_NAME, place + "/id");
        });
  }

  private static void onlyIf(boolean applies, List<?> values, MissionKind kind, String pointer) {
    onlyIf(applies, values.stream().findFirst(), kind, pointer);
  }

  private static void onlyIf(boolean applies, Optional<?> value, MissionKind kind, String pointer) {
    if (!applies && value.isPresent()) {
      throw NOT_OF_THIS_KIND.refuse("Leave it out of a mission of kind " + kind.code(), pointer);
    }
  }
}
