package dev.kanmin.trademissions.meeting;

import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The plan as a grid to print: days, their slots, and in each slot the meetings in the order of the
 * tables.
 *
 * @param zone of the venue, in which slots are named
 * @param tables codes, in order: the columns
 * @param unmet requests that have no meeting, and why
 */
@Schema(
    extensions =
        @Extension(
            name = TimetableView.GRID,
            properties = {
              @ExtensionProperty(name = "groups", value = "days"),
              @ExtensionProperty(name = "rows", value = "rows"),
              @ExtensionProperty(name = "cells", value = "meetings"),
              @ExtensionProperty(name = "columns", value = "table,company,counterpart,interpreter"),
              @ExtensionProperty(name = "order", value = "tables")
            }))
public record TimetableView(
    ZoneId zone, Optional<String> venue, List<String> tables, List<Day> days, List<Unmet> unmet) {

  /** How pages lay it out ({@code docs/decisions/0060}). */
  static final String GRID = "x-grid";

  @Schema(name = "TimetableDay")
  public record Day(LocalDate on, List<Row> rows) {}

  /**
   * A slot.
   *
   * @param slot {@code 2027-02-08T09:30}
   */
  @Schema(name = "TimetableRow")
  public record Row(String slot, Instant from, Instant to, List<Cell> meetings) {}

  /**
   * A meeting, with what its parties are called.
   *
   * @param companyLabel its label, else its id
   * @param counterpartLabel its label, else its id
   */
  @Schema(name = "TimetableCell")
  public record Cell(
      String table,
      String company,
      String companyLabel,
      String counterpart,
      String counterpartLabel,
      Optional<String> interpreter,
      boolean pinned,
      Optional<Attendance> attendance) {}

  /**
   * A request without a meeting.
   *
   * @param companyLabel its label, else its id
   * @param counterpartLabel its label, else its id
   * @param reason the first that holds
   * @param cheapest slot in which the least would have to give way
   */
  @Schema(name = "TimetableUnmet")
  public record Unmet(
      String companyLabel,
      String counterpartLabel,
      RequestSide by,
      int priority,
      Optional<UnmetReason> reason,
      Optional<String> cheapest) {}

  /**
   * @param requests of the plan, with what has become of them
   * @param party whose meetings are shown; of all, if none is named
   */
  static TimetableView of(MeetingPlan plan, List<RequestView> requests, Optional<String> party) {
    MeetingSetUp setUp = plan.known();
    List<String> tables = setUp.tables().stream().map(MeetingTable::code).toList();
    Map<String, List<Meeting>> bySlot =
        plan.meetings().stream()
            .filter(it -> party.isEmpty() || Participants.takesPart(it, party.get()))
            .collect(Collectors.groupingBy(Meeting::slot));
    Map<String, String> names =
        setUp.parties().collect(Collectors.toMap(MeetingParty::id, MeetingParty::name));
    List<SlotTime> slots = setUp.slots();
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < setUp.days().size(); i++) {
      int day = i;
      days.add(
          new Day(
              setUp.days().get(i).on(),
              slots.stream()
                  .filter(it -> it.day() == day)
                  .map(it -> row(it, bySlot.getOrDefault(it.code(), List.of()), tables, names))
                  .toList()));
    }
    return new TimetableView(
        setUp.zone(),
        setUp.venue(),
        tables,
        days,
        requests.stream()
            .filter(it -> it.meeting().isEmpty())
            .filter(it -> party.isEmpty() || isOf(it.request(), party.get()))
            .map(it -> unmet(it, names))
            .toList());
  }

  private static boolean isOf(MeetingRequest request, String party) {
    return request.company().equals(party) || request.counterpart().equals(party);
  }

  private static Unmet unmet(RequestView view, Map<String, String> names) {
    MeetingRequest request = view.request();
    return new Unmet(
        names.getOrDefault(request.company(), request.company()),
        names.getOrDefault(request.counterpart(), request.counterpart()),
        request.by(),
        request.priority(),
        view.unmet().map(RequestView.Unmet::reason),
        view.unmet().flatMap(RequestView.Unmet::cheapest));
  }

  private static Row row(
      SlotTime slot, List<Meeting> meetings, List<String> tables, Map<String, String> names) {
    return new Row(
        slot.code(),
        slot.from(),
        slot.to(),
        meetings.stream()
            .sorted(Comparator.comparingInt((Meeting it) -> tables.indexOf(it.table())))
            .map(
                it ->
                    new Cell(
                        it.table(),
                        it.company(),
                        names.getOrDefault(it.company(), it.company()),
                        it.counterpart(),
                        names.getOrDefault(it.counterpart(), it.counterpart()),
                        it.interpreter(),
                        it.pinned(),
                        it.attendance()))
            .toList());
  }
}
