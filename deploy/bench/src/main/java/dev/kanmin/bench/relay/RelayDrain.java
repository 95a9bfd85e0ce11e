package dev.kanmin.bench.relay;

import dev.kanmin.bench.Metric;
import dev.kanmin.bench.stage.NotPossibleHere;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Rounds;
import dev.kanmin.bench.stage.Side;
import dev.kanmin.bench.stage.Soon;
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
    // enough for seconds of work; the embedded store looks at every document for each batch
    var effort = stage.effort();
    boolean embedded = kind == StoreKind.EMBEDDED;
    int many = embedded ? effort.pick(1_000, 500) : effort.pick(60_000, 5_000);
    int few = embedded ? effort.pick(200, 100) : effort.pick(1_000, 200);
    try (var ours =
            Soon.start(
                () -> stage.side("our relay", OurRelay.class, settings(stage, "ours", many)));
        var producer =
            Soon.start(
                () ->
                    stage.peer(
                        "raw producer",
                        "dev.kanmin.bench.peers.RawProduction",
                        settings(stage, "produced", many)));
        var removal =
            Soon.start(
                () ->
                    stage.peer(
                        "raw bulk removal",
                        "dev.kanmin.bench.peers.RawRemoval",
                        settings(stage, "removed", many)));
        var single =
            Soon.start(
                () ->
                    stage.side("one by one", SingleCommits.class, settings(stage, "single", few)));
        var library = Soon.start(() -> library(stage, effort.pick(10_000, 1_000)))) {
      var sides = new ArrayList<>(List.of(ours.get(), producer.get(), removal.get(), single.get()));
      var compared = here(library, progress);
      compared.ifPresent(sides::add);
      var rounds = Rounds.play(embedded ? effort.forOrientation() : effort, progress, sides);
      var rows = rows(rounds, ours.get(), producer.get(), removal.get(), single.get());
      if (!embedded) {
        rows.add(
            compared
                .map(side -> besideLibrary(rounds, ours.get(), side))
                .orElseGet(this::noLibrary));
      }
      return rows;
    }
  }

  /**
   * Another outbox library on its own store.
   *
   * @throws NotPossibleHere when that store is not on this machine, or not the one of this metric
   */
  private Side library(Stage stage, int events) {
    if (kind == StoreKind.EMBEDDED) {
      throw new NotPossibleHere("compared with a real store only");
    }
    var settings = new HashMap<>(settings(stage, "namastack", events));
    settings.put("jdbc", stage.postgres().url());
    return stage.peer(
        "namastack-outbox", "dev.kanmin.bench.peers.namastack.NamastackOutbox", settings);
  }

  private static Optional<Side> here(Soon<Side> library, Progress progress) {
    try {
      return Optional.of(library.get());
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
    // short rounds may have taken none that the system could see
    int rounds = Math.min(producer.cpuMicros().size(), removal.cpuMicros().size());
    for (int round = 0; round < rounds; round++) {
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
