package dev.kanmin.controltower.targets;

import dev.kanmin.controltower.actual.ActualQueries;
import dev.kanmin.controltower.counting.Picture;
import dev.kanmin.controltower.counting.Picture.Slot;
import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.controltower.indicator.Definition;
import dev.kanmin.controltower.indicator.IndicatorQueries;
import dev.kanmin.controltower.page.Wanted;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.Reader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How far many targets are in several years; cards are looked at once for each indicator. */
@Component
class Standings {
  /** Years that are looked at, up to the one that is asked for. */
  private static final int YEARS = 5;

  private static final Comparator<Standing> ORDER =
      Comparator.<Standing, String>comparing(it -> it.target().state().known().scope().code())
          .thenComparing(it -> it.definition().level())
          .thenComparing(it -> it.target().id());

  private final Aggregates<TargetCommand, TargetEvent, Target> targets;
  private final IndicatorQueries indicators;
  private final ActualQueries actuals;
  private final Picture picture;
  private final TargetSettings settings;

  Standings(
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

  Progress.Thresholds thresholds() {
    return settings.thresholds();
  }

  /** Those that hold, by place. */
  Mono<List<Standing>> of(Wanted wanted, Reader reader) {
    int year = TargetRules.known(wanted.year(reader));
    return Flux.from(
            targets
                .collection()
                .find(
                    new TargetQueries.TargetFilter(
                            wanted.country(),
                            wanted.field(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(TargetState.SET),
                            wanted.agency())
                        .toBson())
                .limit(Wanted.MOST))
        .map(targets::read)
        .collect(Collectors.groupingBy(stored -> stored.state().known().indicatorId()))
        .flatMapMany(byIndicator -> Flux.fromIterable(byIndicator.entrySet()))
        .concatMap(
            one ->
                indicators
                    .definition(one.getKey())
                    .flatMapMany(definition -> standings(one.getValue(), definition, year, reader)))
        .collectSortedList(ORDER);
  }

  private Flux<Standing> standings(
      List<Stored<Target>> all, Definition definition, int year, Reader reader) {
    Set<Slot> slots =
        all.stream().flatMap(one -> slots(one.state(), year)).collect(Collectors.toSet());
    String indicator = all.getFirst().state().known().indicatorId();
    return reached(indicator, definition, slots)
        .flatMapIterable(
            reached ->
                all.stream().map(one -> standing(one, definition, year, reached, reader)).toList());
  }

  private static Stream<Slot> slots(Target target, int year) {
    return target.current().values().stream()
        .map(Target.YearValue::fiscalYear)
        .filter(it -> it <= year && it > year - YEARS)
        .map(it -> new Slot(target.known().scope(), it));
  }

  private Standing standing(
      Stored<Target> one,
      Definition definition,
      int year,
      Map<Slot, Progress.Reached> reached,
      Reader reader) {
    TreeMap<Integer, Progress> progress = new TreeMap<>();
    slots(one.state(), year)
        .forEach(
            slot ->
                progress.put(
                    slot.fiscalYear(),
                    Progress.of(
                        one.state(),
                        definition.direction(),
                        slot.fiscalYear(),
                        reached.getOrDefault(slot, new Progress.Reached(Optional.empty(), false)),
                        settings.thresholds(),
                        FiscalYears.day(reader.at()))));
    return new Standing(one, definition, progress);
  }

  private Mono<Map<Slot, Progress.Reached>> reached(
      String indicator, Definition definition, Set<Slot> slots) {
    return definition
        .counted()
        .map(
            rule ->
                picture
                    .count(rule, slots)
                    .map(
                        counts ->
                            counts.entrySet().stream()
                                .collect(
                                    Collectors.toMap(
                                        Map.Entry::getKey,
                                        count ->
                                            new Progress.Reached(
                                                Optional.of(count.getValue().value().value()),
                                                true)))))
        .orElseGet(
            () ->
                Flux.fromIterable(slots)
                    .concatMap(
                        slot ->
                            actuals
                                .reported(indicator, slot.scope(), slot.fiscalYear())
                                .map(
                                    it ->
                                        Map.entry(
                                            slot, new Progress.Reached(it.value(), it.isFinal()))))
                    .collectMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
