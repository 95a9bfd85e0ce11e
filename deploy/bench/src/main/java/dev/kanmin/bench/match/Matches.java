package dev.kanmin.bench.match;

import dev.kanmin.bench.Metric;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Rounds;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.table.Figures;
import dev.kanmin.bench.table.Goal;
import dev.kanmin.bench.table.Row;
import dev.kanmin.infrastructure.Conditions;
import dev.kanmin.infrastructure.StoreKind;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * MATCH: 1,000 companies are judged for each of 500 needs, by the linkages' service as officers ask
 * it: every answer has the candidates with what speaks for them, and why not of the others. And a
 * company that is new is judged for 500 needs.
 */
public final class Matches implements Metric {
  private static final int COMPANIES = 1_000;
  private static final int NEEDS = 500;
  private static final double LIMIT_SECONDS = 10;
  private static final double LIMIT_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public String number() {
    return "MATCH";
  }

  @Override
  public String title() {
    return "1,000 companies judged for 500 needs";
  }

  @Override
  public List<Row> run(Stage stage, Progress progress) {
    var market = new SampleMarket(4711);
    try (var service = new MatchingService(stage, stage.store(StoreKind.MONGODB))) {
      progress.say("registering %d needs, telling of %d companies".formatted(NEEDS, COMPANIES));
      var needs =
          IntStream.range(0, NEEDS).mapToObj(n -> service.register(market.need(n))).toList();
      IntStream.range(0, COMPANIES)
          .forEach(n -> service.tell(SampleMarket.company(n), market.profile(n)));
      IntStream.range(0, COMPANIES).forEach(n -> awaitKnown(service, SampleMarket.company(n)));
      try (var side = new MatchSide(service, market, needs, COMPANIES)) {
        var ours = Rounds.play(stage.effort(), progress, List.of(side)).of(side);
        return List.of(
            limited(number(), title(), "s", ours.figures(), LIMIT_SECONDS)
                .noting("one need %.1f ms".formatted(ours.figures(MatchSide.ONE_NEED).median())),
            limited(
                    "MATCHb",
                    "a company that is new judged for 500 needs",
                    "ms",
                    ours.figures(MatchSide.ONE_COMPANY),
                    LIMIT_MILLIS)
                .noting(
                    "%.0f ms from its event"
                        .formatted(ours.figures(MatchSide.FROM_EVENT).median())));
      }
    }
  }

  private static void awaitKnown(MatchingService service, String company) {
    Conditions.await(
        company + " to be known",
        PATIENCE,
        () -> service.matches("company=" + company).status() == 200);
  }

  private static Row limited(
      String number, String title, String unit, Figures figures, double limit) {
    return Row.compare(
        number,
        title,
        unit,
        figures,
        new Figures("limit", Collections.nCopies(figures.values().size(), limit), List.of()),
        Goal.atMost(1));
  }
}
