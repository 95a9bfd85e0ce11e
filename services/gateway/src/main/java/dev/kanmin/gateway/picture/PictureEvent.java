package dev.kanmin.gateway.picture;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the picture reads of the services' events: only the fields it needs, in the producers'
 * words. To show another event, declare it here, name its type in {@link PictureEvents} and say in
 * {@link RowFold} what it does to a row. A part that a producer promises is required here: without
 * it the event is unreadable.
 */
sealed interface PictureEvent {

  /** Changes a mission in no way that the picture shows, except that it changed. */
  record MissionTouched() implements PictureEvent {}

  /** A mission exists; nothing else of a draft is published. */
  record MissionDrafted() implements PictureEvent {}

  record MissionAnnounced(
      String state,
      String kind,
      Map<String, String> title,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> countries,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> fields,
      Period period,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<Stop> stops,
      String organiser,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> supporters,
      Optional<Office> office,
      Optional<Deadline> deadline)
      implements PictureEvent {
    public MissionAnnounced {
      requireNonNull(state, "state");
      requireNonNull(kind, "kind");
      requireNonNull(title, "title");
      requireNonNull(period, "period");
      requireNonNull(organiser, "organiser");
    }
  }

  record MissionMoved(String state) implements PictureEvent {
    public MissionMoved {
      requireNonNull(state, "state");
    }
  }

  record DeadlineExtended(Deadline deadline) implements PictureEvent {
    public DeadlineExtended {
      requireNonNull(deadline, "deadline");
    }
  }

  record MissionRescheduled(Period period, Optional<Deadline> deadline) implements PictureEvent {
    public MissionRescheduled {
      requireNonNull(period, "period");
    }
  }

  record ApplicationSubmitted() implements PictureEvent {}

  /** Every event of an activity carries its whole public state. */
  record ActivityChanged(Activity activity) implements PictureEvent {
    public ActivityChanged {
      requireNonNull(activity, "activity");
    }
  }

  record Period(LocalDate from, LocalDate to) {
    public Period {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }
  }

  record Stop(String country) {}

  record Office(String code, Map<String, String> name) {}

  record Deadline(Instant at) {
    public Deadline {
      requireNonNull(at, "at");
    }
  }

  record Activity(
      String iatiIdentifier,
      Reporter reportingOrganisation,
      String owner,
      Map<String, String> title,
      Optional<String> status,
      Optional<LocalDate> plannedStart,
      Optional<LocalDate> plannedEnd,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<CountryShare> countries,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<FieldShare> fields,
      Totals money,
      Optional<String> scheme,
      Optional<String> step,
      Optional<String> nextStep,
      Optional<LocalDate> nextDate) {
    public Activity {
      requireNonNull(iatiIdentifier, "iatiIdentifier");
      requireNonNull(reportingOrganisation, "reportingOrganisation");
      requireNonNull(owner, "owner");
      requireNonNull(title, "title");
      requireNonNull(money, "money");
    }
  }

  record Reporter(String ref) {
    public Reporter {
      requireNonNull(ref, "ref");
    }
  }

  record CountryShare(String country, Optional<BigDecimal> percentage) {}

  record FieldShare(String field, Optional<BigDecimal> percentage) {}

  record Totals(
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<Amount> budgets,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<Amount> commitments,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<Amount> disbursements,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<Amount> expenditures) {}
}
