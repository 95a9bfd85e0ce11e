package dev.kanmin.trademissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Many clients at the same mission at the same moment. */
@EachStore
class ManyAtOnceTest {
  private static final int CLIENTS = 24;
  private static final int PLACES = 5;
  private static RunningService service;

  private final ApiClient jetro = service.as("jetro");

  ManyAtOnceTest(StoreFixture store) {}

  @BeforeParameterizedClassInvocation
  static void start(StoreFixture store) {
    service = MissionService.on(store);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    service.close();
  }

  @Test
  void no_more_than_its_places_are_filled_and_no_application_is_lost() throws Exception {
    String mission = jetro.post("/v1/missions", DevMissions.outward(PLACES)).header("location");
    jetro.post(mission + "/announce").is(200);
    jetro.post(mission + "/open").is(200);

    List<Answer> applied = atOnce(company -> apply(mission, company));
    assertThat(applied).allMatch(answer -> answer.status() == 201);
    assertThat(count(mission, "submitted")).isEqualTo(CLIENTS);

    jetro.post(mission + "/start-selection").is(200);
    List<String> applications = applied.stream().map(answer -> answer.header("location")).toList();
    List<Answer> selected = atOnce(i -> persistently(applications.get(i) + "/select"));
    assertThat(selected).filteredOn(answer -> answer.status() == 200).hasSize(PLACES);
    assertThat(selected)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> answer.isProblem(409, "no-place-left"));
    assertThat(count(mission, "selected")).isEqualTo(PLACES);
  }

  @Test
  void one_command_repeated_at_once_under_one_key_has_one_effect() throws Exception {
    ApiClient keyed = jetro.with("Idempotency-Key", "at-once-" + System.nanoTime());
    List<Answer> drafted = atOnce(i -> keyed.post("/v1/missions", DevMissions.outward(PLACES)));
    assertThat(drafted)
        .allSatisfy(
            answer -> assertThat(answer.is(201).body()).isEqualTo(drafted.getFirst().body()));
  }

  private Answer apply(String mission, int company) {
    ApiClient client = service.as("smrj").with("Idempotency-Key", mission + company);
    Answer answer;
    do {
      answer =
          client.post(
              mission + "/applications", Map.of("company", DevMissions.company(company).digits()));
    } while (answer.status() == 503);
    return answer;
  }

  /** 503 says: try again in a moment. */
  private Answer persistently(String path) {
    Answer answer;
    do {
      answer = jetro.post(path);
    } while (answer.status() == 503);
    return answer;
  }

  private int count(String mission, String state) {
    return jetro.get(mission).is(200).body().at("/applications/" + state).asInt();
  }

  private static List<Answer> atOnce(IntFunction<Answer> deed)
      throws InterruptedException, ExecutionException {
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Answer>> answers =
          clients.invokeAll(
              IntStream.range(0, CLIENTS)
                  .mapToObj(i -> (Callable<Answer>) () -> deed.apply(i))
                  .toList());
      List<Answer> all = new ArrayList<>();
      for (Future<Answer> answer : answers) {
        all.add(answer.get());
      }
      return all;
    }
  }
}
