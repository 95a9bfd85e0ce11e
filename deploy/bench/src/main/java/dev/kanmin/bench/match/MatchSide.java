package dev.kanmin.bench.match;

import dev.kanmin.bench.contest.Sample;
import dev.kanmin.bench.stage.Side;
import dev.kanmin.bench.table.Statistics;
import dev.kanmin.infrastructure.Conditions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks who suits each need, one after the other; then tells of companies that are new, one after
 * the other, and asks what suits each.
 */
final class MatchSide implements Side {
  /** Further figures of a sample, medians in milliseconds. */
  static final String ONE_COMPANY = "one company";

  static final String FROM_EVENT = "from its event";
  static final String ONE_NEED = "one need";

  private static final int NEW_COMPANIES = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final MatchingService service;
  private final SampleMarket market;
  private final List<String> needs;
  private int companies;

  /**
   * Nothing is asked yet.
   *
   * @param companies how many the service knows
   */
  MatchSide(MatchingService service, SampleMarket market, List<String> needs, int companies) {
    this.service = service;
    this.market = market;
    this.needs = List.copyOf(needs);
    this.companies = companies;
  }

  @Override
  public String name() {
    return "linkages";
  }

  @Override
  public void warm(Duration atLeast) {
    long end = System.nanoTime() + atLeast.toNanos();
    do {
      needs.forEach(need -> service.matches("need=" + need));
    } while (System.nanoTime() < end);
  }

  /** The figure is the seconds for all needs. */
  @Override
  public Sample round() {
    Optional<String> fault = Optional.empty();
    var times = new ArrayList<Double>();
    long began = System.nanoTime();
    for (var need : needs) {
      long asked = System.nanoTime();
      var answer = service.matches("need=" + need);
      times.add(millisSince(asked));
      if (answer.status() != 200 || !answer.text().contains("\"company\"")) {
        fault = Optional.of("%s: %d %s".formatted(need, answer.status(), answer.text()));
      }
    }
    double seconds = millisSince(began) / 1e3;
    var answers = new ArrayList<Double>();
    var fromEvent = new ArrayList<Double>();
    for (int i = 0; i < NEW_COMPANIES; i++) {
      tellAndAsk(answers, fromEvent);
    }
    return Sample.of(seconds, needs.size(), 0)
        .with(
            Map.of(
                ONE_NEED,
                median(times),
                ONE_COMPANY,
                median(answers),
                FROM_EVENT,
                median(fromEvent)))
        .checked(fault);
  }

  private void tellAndAsk(List<Double> answers, List<Double> fromEvent) {
    var company = SampleMarket.company(companies);
    var profile = market.profile(companies);
    companies++;
    long told = System.nanoTime();
    service.tell(company, profile);
    Conditions.await(
        company + " to be matched",
        PATIENCE,
        () -> {
          long asked = System.nanoTime();
          boolean known = service.matches("company=" + company).status() == 200;
          if (known) {
            answers.add(millisSince(asked));
            fromEvent.add(millisSince(told));
          }
          return known;
        });
  }

  private static double millisSince(long moment) {
    return (System.nanoTime() - moment) / 1e6;
  }

  private static double median(List<Double> values) {
    return Statistics.median(values);
  }

  /** The service is closed by who started it. */
  @Override
  public void close() {}
}
