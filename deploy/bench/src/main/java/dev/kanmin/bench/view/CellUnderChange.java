package dev.kanmin.bench.view;

import dev.kanmin.bench.Metric;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * P4: the view of a cell while 200 events a second change the cell, so that hardly two answers are
 * alike; beside a Spring Cloud Gateway that composes the same cell, for each request, from the
 * lists of the two services, which it asks through its routes. Per core: answers per second of
 * processor time of all processes that work for an answer; on our side those are the gateway alone,
 * folding included.
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
    progress.say("starting three services and a composition");
    var services = ThreeServices.shared(stage);
    try (var composition =
        stage.peerServer(
            "composition",
            "dev.kanmin.bench.peers.composed.Composition",
            services.addresses(),
            "/ready")) {
      return measure(stage, progress, services, composition);
    }
  }

  private List<Row> measure(
      Stage stage, Progress progress, ThreeServices services, ServerProcess composition) {
    var gateway = services.gateway();
    var missions = services.missions().server();
    var activities = services.activities();
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
    var time = stage.effort().seconds(6, 1);
    var pace = Optional.of(new ReadingSide.Pace(RATE, stage.effort().seconds(18, 1)));
    var ours =
        new ReadingSide(
            "gateway",
            List.of(gateway.server()),
            // made when the picture moves and not for each request: asked for in one language
            // alone, a view's code would still be compiled in the rounds
            gateway.inEachLanguage(SampleCell.PATH),
            (_, answer) -> wrong(answer, listed),
            CONNECTIONS,
            time,
            pace);
    var composed =
        new ReadingSide(
            "composition through Spring Cloud Gateway",
            List.of(composition, missions, activities),
            List.of(HttpRequests.get(SampleCell.PATH, Map.of("Authorization", "Bearer " + token))),
            (_, answer) -> wrong(answer, listed),
            CONNECTIONS,
            time,
            pace);
    long before = gateway.position();
    try (var _ = new Changes(stage.kafka().bootstrap(), ids, CHANGES_PER_SECOND)) {
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
    long rows = 0;
    for (var section : cell.required("sections")) {
      rows += section.required("items").size();
    }
    return rows;
  }
}
