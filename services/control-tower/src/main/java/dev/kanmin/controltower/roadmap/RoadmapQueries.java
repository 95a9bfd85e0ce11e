package dev.kanmin.controltower.roadmap;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of the roadmap. */
@Component
class RoadmapQueries {
  /** Dependencies of dependencies are followed so far. */
  private static final int LONGEST_CHAIN = 20;

  private final Aggregates<RoadmapCommand, RoadmapEvent, RoadmapAction> actions;

  RoadmapQueries(Aggregates<RoadmapCommand, RoadmapEvent, RoadmapAction> actions) {
    this.actions = actions;
  }

  /** Which actions a list is to show. Whatever is absent does not restrict it. */
  record RoadmapFilter(
      Optional<CountryCode> country,
      Optional<Field> field,
      Optional<RoadmapState> state,
      Optional<AgencyCode> agency) {
    Bson toBson() {
      List<Bson> all = new ArrayList<>();
      country.ifPresent(it -> all.add(Filters.eq(Roadmap.COUNTRY, it.code())));
      field.ifPresent(it -> all.add(Filters.eq(Roadmap.FIELD, it.code())));
      state.ifPresent(it -> all.add(Filters.eq(Roadmap.STATE, it.code())));
      agency.ifPresent(it -> all.add(Filters.eq(Roadmap.OWNER, it.code())));
      return all.isEmpty() ? Filters.empty() : Filters.and(all);
    }
  }

  /**
   * An action as it is shown. What is not submitted yet is for its agency alone.
   *
   * @param actions what the reader's agency may do with it now, and why not the rest
   */
  @Schema(name = "RoadmapAction")
  record RoadmapView(
      String id,
      long version,
      RoadmapState state,
      AgencyCode owner,
      RoadmapAction.Plan plan,
      Optional<LocalDate> due,
      List<RoadmapAction.Update> updates,
      List<RoadmapAction.DateChange> changes,
      List<RoadmapAction.Delay> delays,
      List<ActionView> actions) {
    static RoadmapView of(Stored<RoadmapAction> stored, Reader reader) {
      RoadmapAction action = stored.state();
      boolean own = action.isOwnedBy(reader.agency());
      return new RoadmapView(
          stored.id(),
          stored.version(),
          action.state(),
          action.owner().orElseThrow(),
          action.known(),
          action.due(),
          action.updates().stream()
              .filter(it -> own || it.state() == RoadmapAction.UpdateState.SUBMITTED)
              .toList(),
          action.changes(),
          action.delays(),
          ActionView.of(RoadmapLifeCycle.TABLE, action, reader));
    }
  }

  /**
   * An action that waits for another one, directly or through others.
   *
   * @param daysLate by how many days the earliest end of what it waits for is behind its own day
   */
  @Schema(name = "RoadmapImpact")
  record Impact(
      String id, AgencyCode owner, LocalizedText title, Optional<LocalDate> due, long daysLate) {}

  Mono<RoadmapView> action(String id, Reader reader) {
    return actions.find(id, reader.agency()).map(stored -> RoadmapView.of(stored, reader));
  }

  Mono<Page<RoadmapView>> actions(RoadmapFilter filter, PageRequest page, Reader reader) {
    return Keyset.query(actions.collection(), filter.toBson(), page)
        .map(found -> found.map(document -> RoadmapView.of(actions.read(document), reader)));
  }

  /** Who is told of a delay, and how late it makes them. */
  Mono<List<Impact>> impact(String id, Reader reader) {
    return actions
        .find(id, reader.agency())
        .flatMap(
            one -> waitingFor(id).map(other -> impact(other, one.state().due())).collectList());
  }

  private static Impact impact(Stored<RoadmapAction> other, Optional<LocalDate> theirDue) {
    RoadmapAction action = other.state();
    long days =
        theirDue
            .flatMap(end -> action.due().map(due -> ChronoUnit.DAYS.between(due, end)))
            .orElse(0L);
    return new Impact(
        other.id(),
        action.owner().orElseThrow(),
        action.known().title(),
        action.due(),
        Math.max(days, 0));
  }

  /** All actions that wait for that one, directly or through others, by id; each once. */
  Flux<Stored<RoadmapAction>> waitingFor(String id) {
    Set<String> seen = new HashSet<>(Set.of(id));
    return Mono.just(List.of(id))
        .expand(
            ids ->
                directly(ids)
                    .map(Stored::id)
                    .filter(seen::add)
                    .collectList()
                    .filter(found -> !found.isEmpty()))
        .take(LONGEST_CHAIN)
        .skip(1)
        .flatMapIterable(ids -> ids)
        .flatMap(actions::find)
        .sort(Comparator.comparing(Stored::id));
  }

  /** Those of the ids of which there is no action. */
  Mono<List<String>> unknown(List<String> ids) {
    return Flux.fromIterable(ids)
        .filterWhen(other -> actions.find(other).hasElement().map(there -> !there))
        .collectList();
  }

  private Flux<Stored<RoadmapAction>> directly(List<String> ids) {
    return Flux.from(actions.collection().find(Filters.in(Roadmap.DEPENDS_ON, ids)))
        .map(actions::read);
  }
}
