package dev.kanmin.bench.command;

import com.mongodb.client.model.Filters;
import dev.kanmin.bench.Metric;
import dev.kanmin.bench.stage.Effort;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Rounds;
import dev.kanmin.bench.stage.Soon;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.table.Figures;
import dev.kanmin.bench.table.Goal;
import dev.kanmin.bench.table.Row;
import dev.kanmin.bench.table.Statistics;
import dev.kanmin.infrastructure.Conditions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * P9: how the p99 of a list page and of a command grows with the number of documents. Two services,
 * each on a real MongoDB of its own, one with a thousand missions and one with more and more, are
 * measured in turns.
 */
public final class GrowingStore implements Metric {
  private static final int SMALL = 1_000;
  private static final List<Integer> SIZES = List.of(100_000, 1_000_000);
  private static final List<Integer> SIZES_QUICKLY = List.of(50_000);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public String number() {
    return "P9";
  }

  @Override
  public String title() {
    return "p99 of a list page and of a command as documents grow";
  }

  @Override
  public List<Row> run(Stage stage, Progress progress) {
    var effort = stage.effort();
    var time = effort.seconds(8, 2);
    var rows = new ArrayList<Row>();
    progress.say("starting both services");
    try (var one = Soon.start(() -> start(stage, "mongodb-small"));
        var other = Soon.start(() -> start(stage, "mongodb-grown"))) {
      var small = new PageSide("at 1,000", one.get(), time);
      var grown = other.get();
      var growing = stock(grown);
      var warm = effort;
      for (int size : effort.quick() ? SIZES_QUICKLY : SIZES) {
        progress.say("growing to " + size);
        growing.growTo(size);
        var many = new PageSide(shown(size), grown, time);
        var rounds = Rounds.play(warm, progress, List.of(many, small));
        rows.add(row("a list page", size, rounds.of(many).figures(), rounds.of(small).figures()));
        rows.add(
            row(
                "a command",
                size,
                rounds.of(many).figures(PageSide.COMMAND),
                rounds.of(small).figures(PageSide.COMMAND)));
        // warm by now, but for what has been added
        warm =
            new Effort(
                effort.quick(), effort.warmUp().dividedBy(4), effort.untilQuiet(), effort.rounds());
      }
    }
    return rows;
  }

  private Row row(String what, int size, Figures many, Figures few) {
    var title = "p99 of %s at %s documents".formatted(what, shown(size));
    return Row.compare(number(), title, "ms", many, few, Goal.atMost(1.5))
        .noting(String.format(Locale.ROOT, "%.1f ms at 1,000", Statistics.median(few.values())));
  }

  private static String shown(int size) {
    return String.format(Locale.ROOT, "%,d", size);
  }

  private static MissionService start(Stage stage, String name) {
    var service = MissionService.start(stage, stage.anotherMongod(name));
    service.send(service.draftOf("jetro"));
    var drafted = service.send(service.draft()).header("location").orElseThrow();
    service.send(service.announce(drafted.substring(drafted.lastIndexOf('/') + 1)));
    Conditions.await("the outboxes to be empty", PATIENCE, service::isDrained);
    stock(service).growTo(SMALL);
    return service;
  }

  private static MissionStock stock(MissionService service) {
    var missions = service.missions();
    return new MissionStock(
        missions,
        pattern(service, Filters.eq("keys.announced", true)),
        pattern(service, Filters.eq("keys.announced", false)));
  }

  private static Document pattern(MissionService service, Bson which) {
    var found = service.missions().find(which).first();
    if (found == null) {
      throw new IllegalStateException("the service has stored no mission with " + which);
    }
    return found;
  }
}
