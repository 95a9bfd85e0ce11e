package dev.kanmin.bench.view;

import dev.kanmin.bench.Metric;
import dev.kanmin.bench.fold.Feed;
import dev.kanmin.bench.load.HttpAnswer;
import dev.kanmin.bench.load.HttpRequests;
import dev.kanmin.bench.load.Load;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Rounds;
import dev.kanmin.bench.stage.ServerProcess;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.table.Goal;
import dev.kanmin.bench.table.Row;
import dev.kanmin.infrastructure.Conditions;
import dev.kanmin.infrastructure.KafkaProcess;
import dev.kanmin.infrastructure.Ports;
import dev.kanmin.infrastructure.StoreKind;
import dev.kanmin.infrastructure.TopicSpec;
import dev.kanmin.testkit.TestTokens;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * P4: the view of a cell while 200 events a second change the cell, so that hardly two answers are
 * alike; beside an application that composes the same cell, for each request, from the lists of the
 * two services. Per core: answers per second of processor time of all processes that work for an
 * answer; on our side those are the gateway alone, folding included.
 */
public final class CellUnderChange implements Metric {
  private static final int MISSIONS = 30;
  private static final int ACTIVITIES = 30;
  private static final int CHANGES_PER_SECOND = 200;
  private static final int CONNECTIONS = 16;

  /** Requests per second when times are taken: what the slower side can do, too. */
  private static final double RATE = 40;

  @Override
  public String number() {
    return "P4";
  }

  @Override
  public String title() {
    return "a cell while 200 events a second change it";
  }

  @Override
  public List<Row> run(Stage stage, Progress progress) {
    var store = stage.store(StoreKind.MONGODB);
    try (var issuer = TestTokens.start();
        var kafka = KafkaProcess.start(stage.folder().resolve("kafka-composed"), Ports.free())) {
      kafka.createTopics(Feed.TOPICS);
      kafka.createTopics(List.of(new TopicSpec("kanmin.oda-linkage.trade-missions.dlt", 3)));
      var environment =
          Map.of(
              "KANMIN_KAFKA", kafka.bootstrap(),
              "KANMIN_MONGODB_URI", store.uri(),
              "KANMIN_STORE", store.kind().word(),
              "KANMIN_ISSUER", issuer.issuer(),
              "SPRING_MAIN_BANNER_MODE", "off");
      progress.say("starting three services and a composition");
      try (var missions = stage.service("services/trade-missions", environment);
          var activities = stage.service("services/oda-linkage", environment)) {
        var services =
            Map.of(
                "KANMIN_TRADE_MISSIONS_URL", missions.url(),
                "KANMIN_ODA_LINKAGE_URL", activities.url());
        try (var gateway = GatewayServer.start(stage, issuer, kafka.bootstrap(), services);
            var composition =
                stage.peerServer(
                    "composition",
                    "dev.kanmin.bench.peers.composed.Composition",
                    new HashMap<>(services),
                    "/ready")) {
          return measure(stage, progress, kafka, gateway, composition, missions, activities);
        }
      }
    }
  }

  private List<Row> measure(
      Stage stage,
      Progress progress,
      KafkaProcess kafka,
      GatewayServer gateway,
      ServerProcess composition,
      ServerProcess missions,
      ServerProcess activities) {
    var token =
        gateway
            .issuer()
            .token(
                "jica", "missions:write", "missions:read", "activities:write", "activities:read");
    var cell = new SampleCell(token);
    var ids = cell.missions(missions, MISSIONS);
    cell.activities(activities, ACTIVITIES);
    long listed = cell.listed(missions, activities);
    Conditions.await(
        "the cell to show what the services list",
        Duration.ofMinutes(1),
        () -> rows(gateway.answer(SampleCell.PATH)) == listed);
    var time = stage.effort().seconds(10, 3);
    var ours =
        new ReadingSide(
            "gateway",
            List.of(gateway.server()),
            gateway.get(SampleCell.PATH),
            (_, answer) -> wrong(answer, listed),
            CONNECTIONS,
            time,
            RATE);
    var composed =
        new ReadingSide(
            "composition",
            List.of(composition, missions, activities),
            HttpRequests.get(SampleCell.PATH, Map.of("Authorization", "Bearer " + token)),
            (_, answer) -> wrong(answer, listed),
            CONNECTIONS,
            time,
            RATE);
    long before = gateway.position();
    try (var _ = new Changes(kafka.bootstrap(), ids, CHANGES_PER_SECOND)) {
      var rounds = Rounds.play(stage.effort(), progress, List.of(ours, composed));
      progress.say("%,d events changed the cell".formatted(gateway.position() - before));
      return List.of(
          Row.compare(
              number(),
              title() + ", per second of processor time",
              "answers/s",
              rounds.of(ours).figures("perCore"),
              rounds.of(composed).figures("perCore"),
              Goal.atLeast(20)),
          Row.compare(
              number() + "b",
              title() + ", p99 at " + (int) RATE + " requests/s",
              "ms",
              rounds.of(ours).figures("p99"),
              rounds.of(composed).figures("p99"),
              Goal.atMost(0.2)));
    }
  }

  private static Optional<String> wrong(HttpAnswer answer, long listed) {
    return Load.Judge.status(200)
        .wrong(0, answer)
        .or(
            () ->
                answer.text().contains("\"msn_") && answer.text().contains("\"act_") && listed > 0
                    ? Optional.empty()
                    : Optional.of("an answer shows nothing: " + answer.text()));
  }

  private static long rows(HttpAnswer answer) {
    var cell = JsonMapper.shared().readTree(answer.body());
    return (long) cell.required("missions").required("items").size()
        + cell.required("activities").required("items").size();
  }
}
