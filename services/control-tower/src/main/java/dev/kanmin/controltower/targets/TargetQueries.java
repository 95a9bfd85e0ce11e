package dev.kanmin.controltower.targets;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.controltower.actual.ActualQueries;
import dev.kanmin.controltower.counting.Picture;
import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.controltower.indicator.Definition;
import dev.kanmin.controltower.indicator.IndicatorQueries;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads of targets and their progress. */
@Component
class TargetQueries {
  private final Aggregates<TargetCommand, TargetEvent, Target> targets;
  private final IndicatorQueries indicators;
  private final ActualQueries actuals;
  private final Picture picture;
  private final TargetSettings settings;

  TargetQueries(
      Aggregates<TargetCommand, TargetEvent, Target> targets,
      IndicatorQueries indicators,
      ActualQueries actuals,
      Picture picture,
      TargetSettings settings) {
    this.targets = targets;
    this.indicators = indicators;
    this.actuals = actuals;
    this.picture = picture;
    this.settings = settings;
  }

  /** Which targets a list is to show. Whatever is absent does not restrict it. */
  record TargetFilter(
      Optional<CountryCode> country,
      Optional<Field> field,
      Optional<String> indicator,
      Optional<Integer> fiscalYear,
      Optional<TargetState> state,
      Optional<AgencyCode> agency) {
    Bson toBson() {
      List<Bson> all = new ArrayList<>();
      country.ifPresent(it -> all.add(Filters.eq(Targets.COUNTRY, it.code())));
      field.ifPresent(it -> all.add(Filters.eq(Targets.FIELD, it.code())));
      indicator.ifPresent(it -> all.add(Filters.eq(Targets.INDICATOR, it)));
      fiscalYear.ifPresent(it -> all.add(Filters.eq(Targets.YEARS, it)));
      state.ifPresent(it -> all.add(Filters.eq(Targets.STATE, it.code())));
      agency.ifPresent(it -> all.add(Filters.eq(Targets.OWNER, it.code())));
      return all.isEmpty() ? Filters.empty() : Filters.and(all);
    }
  }

  /**
   * A target as it is shown: the first version and the current one side by side.
   *
   * @param versions all of them, first to current: what was aimed at, by whom it was changed, why
   * @param actions what the reader's agency may do with it now, and why not the rest
   */
  @Schema(name = "Target")
  record TargetView(
      String id,
      long version,
      TargetState state,
      AgencyCode owner,
      Target.Goal goal,
      Target.Version first,
      Target.Version current,
      List<Target.Version> versions,
      List<Target.Cause> causes,
      List<ActionView> actions) {
    static TargetView of(Stored<Target> stored, Reader reader) {
      Target target = stored.state();
      return new TargetView(
          stored.id(),
          stored.version(),
          target.state(),
          target.owner().orElseThrow(),
          target.known(),
          target.first(),
          target.current(),
          target.versions(),
          target.causes(),
          ActionView.of(TargetLifeCycle.TABLE, target, reader));
    }
  }

  Mono<TargetView> target(String id, Reader reader) {
    return targets.find(id, reader.agency()).map(stored -> TargetView.of(stored, reader));
  }

  Mono<Page<TargetView>> targets(TargetFilter filter, PageRequest page, Reader reader) {
    return Keyset.query(targets.collection(), filter.toBson(), page)
        .map(found -> found.map(document -> TargetView.of(targets.read(document), reader)));
  }

  /** Counted or reported by now; nothing is kept between two looks. */
  Mono<Progress> progress(String id, int fiscalYear, Reader reader) {
    return targets
        .find(id, reader.agency())
        .flatMap(
            stored ->
                indicators
                    .definition(stored.state().known().indicatorId())
                    .flatMap(
                        definition ->
                            reached(stored.state().known(), definition, fiscalYear)
                                .map(
                                    reached ->
                                        Progress.of(
                                            stored.state(),
                                            definition.direction(),
                                            fiscalYear,
                                            reached,
                                            settings.thresholds(),
                                            FiscalYears.day(reader.at())))));
  }

  private Mono<Progress.Reached> reached(Target.Goal goal, Definition definition, int fiscalYear) {
    return definition
        .counted()
        .map(
            rule ->
                picture
                    .count(rule, goal.scope(), fiscalYear)
                    .map(
                        counted ->
                            new Progress.Reached(
                                Optional.of(counted.count().value().value()), true)))
        .orElseGet(
            () ->
                actuals
                    .reported(goal.indicatorId(), goal.scope(), fiscalYear)
                    .map(it -> new Progress.Reached(it.value(), it.isFinal())));
  }
}
