package dev.kanmin.gateway.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the picture reads of the services' events: only the fields it needs, in the producers'
 * words. To show another event, declare it here with how it is read, name its type in {@link
 * PictureEvents} and say in {@link RowFold} what it does to a row. A part that a producer promises
 * is required here: without it the event is unreadable.
 */
sealed interface PictureEvent
    permits PictureEvent.MissionDrafted,
        MissionAnnounced,
        PictureEvent.MissionMoved,
        PictureEvent.DeadlineExtended,
        PictureEvent.MissionRescheduled,
        PictureEvent.ApplicationSubmitted,
        PictureEvent.MissionTouched,
        PictureEvent.ActivityChanged {

  /** Changes a mission in no way that the picture shows, except that it changed. */
  record MissionTouched() implements PictureEvent {}

  /** A mission exists; nothing else of a draft is published. */
  record MissionDrafted() implements PictureEvent {}

  record ApplicationSubmitted() implements PictureEvent {}

  record MissionMoved(String state) implements PictureEvent {
    static MissionMoved read(EventData data) {
      @Nullable String state = null;
      data.object();
      while (data.next()) {
        switch (data.field()) {
          case "state" -> state = data.code();
          default -> data.skip();
        }
      }
      return new MissionMoved(data.required(state, "state"));
    }
  }

  record DeadlineExtended(Instant deadline) implements PictureEvent {
    static DeadlineExtended read(EventData data) {
      @Nullable Instant deadline = null;
      data.object();
      while (data.next()) {
        switch (data.field()) {
          case "deadline" -> deadline = deadlineOf(data);
          default -> data.skip();
        }
      }
      return new DeadlineExtended(data.required(deadline, "deadline"));
    }
  }

  record MissionRescheduled(Period period, Optional<Instant> deadline) implements PictureEvent {
    static MissionRescheduled read(EventData data) {
      @Nullable Period period = null;
      Optional<Instant> deadline = Optional.empty();
      data.object();
      while (data.next()) {
        switch (data.field()) {
          case "period" -> period = Period.read(data);
          case "deadline" -> deadline = Optional.of(deadlineOf(data));
          default -> data.skip();
        }
      }
      return new MissionRescheduled(data.required(period, "period"), deadline);
    }
  }

  /** Every event of an activity carries its whole public state. */
  record ActivityChanged(Activity activity) implements PictureEvent {
    static ActivityChanged read(EventData data) {
      @Nullable Activity activity = null;
      data.object();
      while (data.next()) {
        switch (data.field()) {
          case "activity" -> activity = Activity.read(data);
          default -> data.skip();
        }
      }
      return new ActivityChanged(data.required(activity, "activity"));
    }
  }

  /**
   * When a mission takes place.
   *
   * @param to last day
   */
  record Period(LocalDate from, LocalDate to) {
    static Period read(EventData data) {
      @Nullable LocalDate from = null;
      @Nullable LocalDate to = null;
      data.object();
      while (data.next()) {
        switch (data.field()) {
          case "from" -> from = data.date();
          case "to" -> to = data.date();
          default -> data.skip();
        }
      }
      return new Period(data.required(from, "from"), data.required(to, "to"));
    }
  }

  /** A deadline's moment; its time zone is for showing it. */
  static Instant deadlineOf(EventData data) {
    @Nullable Instant at = null;
    data.object();
    while (data.next()) {
      switch (data.field()) {
        case "at" -> at = data.instant();
        default -> data.skip();
      }
    }
    return data.required(at, "at");
  }
}
