package dev.kanmin.bench.relay;

import dev.kanmin.bench.Metric;
import dev.kanmin.bench.stage.NotPossibleHere;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Rounds;
import dev.kanmin.bench.stage.Side;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.table.Figures;
import dev.kanmin.bench.table.Goal;
import dev.kanmin.bench.table.Row;
import dev.kanmin.bench.table.Statistics;
import dev.kanmin.infrastructure.StoreKind;
import dev.kanmin.infrastructure.TopicSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * P1: events per second from stored outboxes, one event per document, to acknowledged by the broker
 * and removed from the store; beside what the broker and the store allow each on its own, beside
 * the same done one by one, and beside another outbox library.
 */
public final class RelayDrain implements Metric {
  private static final String UNIT = "events/s";
  private static final int PARTITIONS = 3;

  private final StoreKind kind;

  public RelayDrain(StoreKind kind) {
    this.kind = kind;
  }

  @Override
  public String number() {
    return row("");
  }

  private String row(String letter) {
    return kind == StoreKind.MONGODB ? "P1" + letter : "P1" + letter + "-embedded";
  }

  @Override
  public String title() {
    return "relay drain, one event of 1 KiB per document";
  }

  @Override
  public List<Row> run(Stage stage, Progress progress) {
    var effort = stage.effort();
    // enough for seconds of work; the embedded store looks at every document for each removal
    boolean embedded = kind == StoreKind.EMBEDDED;
    int many = embedded ? effort.pick(3_000, 500) : effort.pick(100_000, 10_000);
    int few = embedded ? effort.pick(500, 100) : effort.pick(5_000, 1_000);
    try (var ours = stage.side("our relay", OurRelay.class, settings(stage, "ours", many));
        var producer =
            stage.peer(
                "raw producer",
                "dev.kanmin.bench.peers.RawProduction",
                settings(stage, "produced", many));
        var removal =
            stage.peer(
                "raw bulk removal",
                "dev.kanmin.bench.peers.RawRemoval",
                settings(stage, "removed", many));
        var single =
            stage.side("one by one", SingleCommits.class, settings(stage, "single", few))) {
      var library = library(stage, progress, embedded ? 0 : effort.pick(20_000, 2_000));
      var sides = new ArrayList<>(List.of(ours, producer, removal, single));
      library.ifPresent(sides::add);
      var rounds = Rounds.play(effort, progress, sides);
      var rows = rows(rounds, ours, producer, removal, single);
      if (!embedded) {
        rows.add(library.map(side -> besideLibrary(rounds, ours, side)).orElseGet(this::noLibrary));
      }
      library.ifPresent(Side::close);
      return rows;
    }
  }

  /** Another outbox library on its own store; empty when that store is not on this machine. */
  private Optional<Side> library(Stage stage, Progress progress, int events) {
    if (events == 0) {
      return Optional.empty();
    }
    try {
      var settings = new HashMap<>(settings(stage, "namastack", events));
      settings.put("jdbc", stage.postgres().url());
      return Optional.of(
          stage.peer(
              "namastack-outbox", "dev.kanmin.bench.peers.namastack.NamastackOutbox", settings));
    } catch (NotPossibleHere missing) {
      progress.say("namastack-outbox: " + missing.getMessage());
      return Optional.empty();
    }
  }

  private Row besideLibrary(Rounds rounds, Side ours, Side library) {
    return Row.compare(
        row("c"), title(), UNIT, rounds.of(ours).figures(), rounds.of(library).figures(), goal(3));
  }

  private Row noLibrary() {
    return Row.notRun(row("c"), title(), "no PostgreSQL (apt-get install postgresql)");
  }

  private List<Row> rows(Rounds rounds, Side ours, Side producer, Side removal, Side single) {
    var rows = new ArrayList<Row>();
    var drained = rounds.of(ours).figures();
    rows.add(
        Row.compare(
            number(),
            title(),
            UNIT,
            drained,
            limit(rounds.of(producer).figures(), rounds.of(removal).figures()),
            goal(0.5)));
    rows.add(Row.compare(row("b"), title(), UNIT, drained, rounds.of(single).figures(), goal(2)));
    return rows;
  }

  /** The slower of the two in each round; the processor time of both, for both must be done. */
  private static Figures limit(Figures producer, Figures removal) {
    var cpu = new ArrayList<Double>();
    for (int round = 0; round < producer.cpuMicros().size(); round++) {
      cpu.add(producer.cpuMicros().get(round) + removal.cpuMicros().get(round));
    }
    var name = producer.median() < removal.median() ? producer.name() : removal.name();
    return new Figures(
        name + " (the lower limit)", Statistics.lower(producer.values(), removal.values()), cpu);
  }

  private Goal goal(double atLeast) {
    return kind == StoreKind.MONGODB ? Goal.atLeast(atLeast) : Goal.none();
  }

  private Map<String, String> settings(Stage stage, String part, int events) {
    return settings(stage, kind, part, events);
  }

  /**
   * Settings of a contestant of this package, with a topic of its own, which is made.
   *
   * @param part names its database and topic
   * @param events of one round
   */
  public static Map<String, String> settings(Stage stage, StoreKind kind, String part, int events) {
    var service = "bench-" + kind.word() + "-" + part;
    var topic = "kanmin." + service;
    stage.kafka().createTopics(List.of(new TopicSpec(topic, PARTITIONS)));
    return Map.of(
        "service", service,
        "topic", topic,
        "kafka", stage.kafka().bootstrap(),
        "mongodb", stage.store(kind).uri(),
        "events", Integer.toString(events));
  }
}
