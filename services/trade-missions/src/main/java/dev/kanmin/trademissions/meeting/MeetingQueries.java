package dev.kanmin.trademissions.meeting;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads of meeting plans. Others than the mission's agencies see that there is one, and figures.
 */
@Component
class MeetingQueries {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Aggregates<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> plans;
  private final Searches searches;
  private final Clock clock;

  MeetingQueries(
      Aggregates<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> plans,
      Searches searches,
      Clock clock) {
    this.plans = plans;
    this.searches = searches;
    this.clock = clock;
  }

  Mono<MeetingPlanView> plan(String id, Reader reader) {
    return plans
        .find(id, reader.agency())
        .flatMap(
            stored ->
                progress(stored)
                    .map(Optional::of)
                    .defaultIfEmpty(Optional.empty())
                    .map(search -> MeetingPlanView.of(stored, search, reader)));
  }

  private Mono<SearchProgress> progress(Stored<MeetingPlan> stored) {
    return Mono.justOrEmpty(stored.state().search())
        .flatMap(search -> searches.saved(stored.id(), search.run()))
        .map(Searches.Saved::progress);
  }

  Mono<Page<MeetingPlanView.Summary>> plans(
      MeetingPlanFilter filter, AgencyCode reader, PageRequest page) {
    return Keyset.query(plans.collection(), filter.toBson(reader), page)
        .map(found -> found.map(document -> MeetingPlanView.Summary.of(plans.read(document))));
  }

  /** What its own agencies may see. */
  Mono<MeetingPlan> own(String id, Reader reader) {
    return plans
        .find(id, reader.agency())
        .map(Stored::state)
        .doOnNext(
            plan -> {
              if (!plan.isRunBy(reader.agency())) {
                throw MeetingRules.NOT_YOUR_PLAN.refuse(
                    "Who meets whom is for the mission's agencies.");
              }
            });
  }

  /** Requests with their meetings, or why there is none. */
  Mono<List<RequestView>> requests(String id, boolean unmetOnly, Reader reader) {
    return own(id, reader)
        .map(
            plan ->
                requests(plan).stream()
                    .filter(it -> !unmetOnly || it.meeting().isEmpty())
                    .toList());
  }

  private List<RequestView> requests(MeetingPlan plan) {
    return RequestView.of(plan, new TimetableMaker(plan, clock.instant()));
  }

  Mono<TimetableView> timetable(String id, Optional<String> participant, Reader reader) {
    return own(id, reader)
        .map(
            plan -> {
              participant.ifPresent(it -> Participants.require(plan.known(), it));
              return TimetableView.of(plan, requests(plan), participant);
            });
  }

  /** A look each second until the search is over; at once over if there is none. */
  Flux<SearchProgress> progress(String id, Reader reader) {
    return plans
        .find(id, reader.agency())
        .flatMapMany(
            first ->
                Flux.interval(Duration.ZERO, BETWEEN_LOOKS)
                    .onBackpressureDrop()
                    .concatMap(tick -> plans.find(id))
                    .takeWhile(stored -> stored.state().search().isPresent())
                    .concatMap(this::progress)
                    .distinctUntilChanged());
  }
}
