package dev.kanmin.controltower.strategy;

import dev.kanmin.controltower.page.Wanted;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.web.Reader;
import dev.kanmin.web.overview.Overview.Cell;
import dev.kanmin.web.overview.Overview.Column;
import dev.kanmin.web.overview.Overview.Row;
import dev.kanmin.web.overview.Overview.Section;
import dev.kanmin.web.overview.Saying;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Strategies, for pages. */
@Component
public class StrategySections {
  private final Aggregates<StrategyCommand, StrategyEvent, Strategy> strategies;

  StrategySections(Aggregates<StrategyCommand, StrategyEvent, Strategy> strategies) {
    this.strategies = strategies;
  }

  /** What was decided for the cells, and why. */
  public Mono<Section> decided(Wanted wanted, Reader reader) {
    Saying saying = new Saying(reader.language());
    return Flux.from(
            strategies
                .collection()
                .find(
                    new StrategyQueries.StrategyFilter(
                            wanted.country(), wanted.field(), Optional.empty())
                        .toBson())
                .limit(Wanted.MOST))
        .map(document -> strategies.read(document).state())
        .map(strategy -> row(strategy, saying))
        .collectList()
        .map(
            rows ->
                Section.table(
                    "strategy",
                    saying.of("国別・分野別戦略", "Strategy"),
                    saying.of("現在の決定と理由です。", "What holds now, and why."),
                    List.of(
                        Column.words(saying.of("対象", "Cell")),
                        Column.words(saying.of("位置付け", "Tier")),
                        Column.words(saying.of("期間", "Years")),
                        Column.words(saying.of("決定日", "Decided on")),
                        Column.words(saying.of("要旨", "Summary")),
                        Column.words(saying.of("理由", "Reasons"))),
                    rows));
  }

  private static Row row(Strategy strategy, Saying saying) {
    Strategy.Decision decision = strategy.current().decision();
    return Row.of(
        Cell.to(
            Strategies.id(decision.cell()),
            saying.country(decision.country()) + " × " + saying.field(decision.field())),
        Cell.of(saying.code("strategy-states", decision.tier())),
        Cell.of(saying.year(decision.fromYear()) + " – " + saying.year(decision.toYear())),
        Cell.of(saying.day(decision.decidedOn())),
        Cell.of(decision.summary()),
        Cell.of(
            decision.reasons().stream()
                .map(
                    it ->
                        saying.code("strategy-reasons", it.kind())
                            + saying.of("：", ": ")
                            + it.text())
                .collect(Collectors.joining(saying.of("／", "; ")))));
  }
}
