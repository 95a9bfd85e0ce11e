package dev.kanmin.bench.command;

import com.mongodb.client.model.Filters;
import dev.kanmin.bench.contest.Sample;
import dev.kanmin.bench.load.HttpAnswer;
import dev.kanmin.bench.load.Load;
import dev.kanmin.bench.stage.Side;
import dev.kanmin.infrastructure.Conditions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A service with so many missions: a moderate open load of list pages, then of commands. What the
 * commands added is deleted after each round, so that the size stays.
 */
final class PageSide implements Side {
  /** The further figure of a sample: p99 of a command in milliseconds. */
  static final String COMMAND = "command";

  private static final double PER_SECOND = 50;
  private static final int CONNECTIONS = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> QUERIES =
      List.of("?limit=50", "?limit=50&state=announced", "?limit=50&from=2030-01-01");

  private final String name;
  private final MissionService service;
  private final Duration time;

  PageSide(String name, MissionService service, Duration time) {
    this.name = name;
    this.service = service;
    this.time = time;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void warm(Duration atLeast) {
    pages(atLeast.dividedBy(2));
    commands(atLeast.dividedBy(2), new ConcurrentLinkedQueue<>());
  }

  /** The figure is the p99 of a list page in milliseconds. */
  @Override
  public Sample round() {
    var ids = new ConcurrentLinkedQueue<String>();
    var pages = pages(time);
    var commands = commands(time, ids);
    return Sample.of(pages.times().percentileMillis(0.99), pages.answers(), 0)
        .with(
            Map.of(
                COMMAND,
                commands.times().percentileMillis(0.99),
                "page p50",
                pages.times().percentileMillis(0.5),
                "command p50",
                commands.times().percentileMillis(0.5)))
        .checked(pages.fault().or(commands::fault).or(() -> service.topic().check(ids).fault()));
  }

  private Load.Outcome pages(Duration howLong) {
    return new Load(
            service.server().port(),
            CONNECTIONS,
            number -> service.page(query(number)),
            PageSide::full)
        .open(PER_SECOND, howLong);
  }

  private static String query(int number) {
    int kind = number % (QUERIES.size() + 1);
    var countries = MissionStock.COUNTRIES;
    return kind < QUERIES.size()
        ? QUERIES.get(kind)
        : "?limit=50&country=" + countries.get(number / 4 % countries.size());
  }

  /** There are more than fifty for each query, so a page has fifty. */
  private static Optional<String> full(int number, HttpAnswer answer) {
    if (answer.status() != 200) {
      return Optional.of("answered " + answer.status() + ": " + answer.text());
    }
    int items = answer.text().split("\"id\":\"msn_", -1).length - 1;
    return items == 50 ? Optional.empty() : Optional.of("a page had " + items + " missions");
  }

  private Load.Outcome commands(Duration howLong, ConcurrentLinkedQueue<String> ids) {
    service.topic().mark();
    var outcome =
        new Load(
                service.server().port(),
                CONNECTIONS,
                number -> service.draft(),
                (number, answer) -> CommandSide.drafted(answer, ids))
            .open(PER_SECOND, howLong);
    Conditions.await("the outboxes to be empty", PATIENCE, service::isDrained);
    service.missions().deleteMany(Filters.in("_id", ids));
    return outcome;
  }

  /** The service is closed by who started it. */
  @Override
  public void close() {}
}
