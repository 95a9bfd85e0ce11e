package dev.kanmin.bench.command;

import dev.kanmin.bench.Metric;
import dev.kanmin.bench.stage.Measured;
import dev.kanmin.bench.stage.Progress;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.bench.stage.WrongResults;
import dev.kanmin.bench.table.Figures;
import dev.kanmin.bench.table.Goal;
import dev.kanmin.bench.table.Row;
import dev.kanmin.events.wire.Json;
import dev.kanmin.infrastructure.Conditions;
import dev.kanmin.infrastructure.StoreKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * MEET: meetings of 60 counterparts and 80 companies in 24 slots at 30 tables, asked for by both
 * sides and planned by the service while it runs. Half of the counterparts need an interpreter, of
 * whom there are 20.
 */
public final class MeetingSearch implements Metric {
  private static final int COMPANIES = 80;
  private static final int COUNTERPARTS = 60;
  private static final int TABLES = 30;
  private static final int INTERPRETERS = 20;
  private static final int ASKED_BY_A_COMPANY = 14;
  private static final int ASKED_BY_A_COUNTERPART = 18;
  private static final int REQUESTS_AT_ONCE = 1_000;
  private static final double LONGEST_SECONDS = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Override
  public String number() {
    return "MEET";
  }

  @Override
  public String title() {
    return "planning meetings of 60 × 80 in 24 slots at 30 tables";
  }

  @Override
  public List<Row> run(Stage stage, Progress progress) {
    int seconds = stage.effort().pick(30, 10);
    try (var service = MissionService.start(stage, stage.store(StoreKind.MONGODB))) {
      progress.say("asking for meetings");
      String plan = requested(service);
      long begun = System.nanoTime();
      service.send(service.meetings(plan + "/search", json(Map.of("seconds", seconds))));
      Conditions.await(
          "a first plan", PATIENCE, () -> read(service, plan).at("/search/figures").isObject());
      double first = (System.nanoTime() - begun) / 1e9;
      progress.say("a plan stands after %.1f s; improving it".formatted(first));
      Conditions.await(
          "the search to end",
          PATIENCE,
          () -> "planned".equals(read(service, plan).at("/state").asString()));
      return rows(first, seconds, read(service, plan));
    }
  }

  private List<Row> rows(double first, int seconds, JsonNode plan) {
    JsonNode found = plan.at("/quality/plan");
    JsonNode greedy = plan.at("/quality/firstCome");
    if (found.at("/meetings").asInt() == 0) {
      throw new WrongResults(Measured.MISSIONS.name(), "no meeting was planned");
    }
    return List.of(
        Row.compare(
            number(),
            "until a feasible plan stands",
            "s",
            figures(Measured.MISSIONS.name(), first),
            figures("what is allowed", LONGEST_SECONDS),
            Goal.atMost(1)),
        Row.compare(
                number() + "b",
                "priorities met after %d s of search".formatted(seconds),
                "points",
                figures(Measured.MISSIONS.name(), found.at("/prioritiesMet").asDouble()),
                figures("first come, first served", greedy.at("/prioritiesMet").asDouble()),
                Goal.atLeast(1))
            .noting(
                "mutual requests met %s and %s of %s, the least served gets %s %% and %s %%"
                    .formatted(
                        found.at("/mutualMet"),
                        greedy.at("/mutualMet"),
                        found.at("/mutualRequests"),
                        found.at("/leastServedPercent"),
                        greedy.at("/leastServedPercent"))));
  }

  private static Figures figures(String name, double value) {
    return new Figures(name, List.of(value), List.of());
  }

  private static JsonNode read(MissionService service, String plan) {
    return Json.events().readTree(service.send(service.readMeetings(plan)).text());
  }

  private static String json(Object value) {
    return Json.events().writeValueAsString(value);
  }

  private static String requested(MissionService service) {
    String mission = last(service.send(service.draft()).header("location").orElseThrow());
    service.send(service.announce(mission));
    String plan =
        "/"
            + last(
                service
                    .send(service.meetings("", json(Map.of("mission", mission, "setUp", setUp()))))
                    .header("location")
                    .orElseThrow());
    List<Map<String, Object>> requests = requests();
    for (int from = 0; from < requests.size(); from += REQUESTS_AT_ONCE) {
      List<Map<String, Object>> some =
          requests.subList(from, Math.min(from + REQUESTS_AT_ONCE, requests.size()));
      service.send(service.meetings(plan + "/requests", json(Map.of("requests", some))));
    }
    return plan;
  }

  private static String last(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private static Map<String, Object> setUp() {
    List<String> begins =
        List.of("09:00", "09:45", "10:30", "11:15", "13:00", "13:45", "14:30", "15:15");
    return Map.of(
        "zone",
        "Asia/Ho_Chi_Minh",
        "minutes",
        40,
        "days",
        Stream.of("2030-05-13", "2030-05-14", "2030-05-15")
            .map(day -> Map.of("on", day, "begins", begins))
            .toList(),
        "tables",
        IntStream.rangeClosed(1, TABLES).mapToObj(it -> Map.of("code", "t-" + it)).toList(),
        "interpreters",
        IntStream.rangeClosed(1, INTERPRETERS)
            .mapToObj(it -> Map.of("code", "ip-" + it, "languages", List.of("ja", "vi")))
            .toList(),
        "companies",
        IntStream.range(0, COMPANIES).mapToObj(it -> party(company(it), List.of("ja"))).toList(),
        "counterparts",
        IntStream.range(0, COUNTERPARTS)
            .mapToObj(
                it -> party(counterpart(it), it % 2 == 0 ? List.of("vi") : List.of("vi", "ja")))
            .toList());
  }

  private static Map<String, Object> party(String id, List<String> languages) {
    return Map.of("id", id, "languages", languages);
  }

  private static String company(int number) {
    return "cmp_%026d".formatted(number);
  }

  private static String counterpart(int number) {
    return "cpt_%026d".formatted(number);
  }

  private static List<Map<String, Object>> requests() {
    Random random = new Random(1);
    List<Map<String, Object>> requests = new ArrayList<>();
    for (int company = 0; company < COMPANIES; company++) {
      for (int i = 0; i < ASKED_BY_A_COMPANY; i++) {
        requests.add(request(company, random.nextInt(COUNTERPARTS), "company", random));
      }
    }
    for (int counterpart = 0; counterpart < COUNTERPARTS; counterpart++) {
      for (int i = 0; i < ASKED_BY_A_COUNTERPART; i++) {
        requests.add(request(random.nextInt(COMPANIES), counterpart, "counterpart", random));
      }
    }
    return requests;
  }

  private static Map<String, Object> request(
      int company, int counterpart, String by, Random random) {
    return Map.of(
        "company",
        company(company),
        "counterpart",
        counterpart(counterpart),
        "by",
        by,
        "priority",
        1 + random.nextInt(5));
  }
}
