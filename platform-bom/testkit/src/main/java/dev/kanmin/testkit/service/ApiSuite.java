package dev.kanmin.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.services.Everywhere;
import dev.kanmin.events.wire.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;

/**
 * What holds for every operation of every service, driven by the service's own description: nobody
 * without token or right gets in, and no input is a failure of the service.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicContainer> every_operation_is_guarded_and_survives_bad_input() {
 *   return ApiSuite.of(service);
 * }
 * }</pre>
 */
public final class ApiSuite {
  /** Ids and codes that nobody has. Encoded as they stand in an address. */
  private static final List<String> HOSTILE_VALUES =
      List.of(
          "x",
          "..%2F..%2Fetc%2Fpasswd",
          "%7B%22%24ne%22%3A1%7D",
          "%00",
          "%EF%BF%BE",
          "a".repeat(2_000),
          "%F0%9F%A9%BA",
          "'%20OR%20'1'='1");

  private static final List<String> HOSTILE_BODIES =
      List.of(
          "",
          "{",
          "[]",
          "null",
          "0",
          "\"text\"",
          "{\"a\":1,\"a\":2}",
          "{\"noSuchProperty\":true}",
          "{\"title\":\"\u0000\"}",
          "[".repeat(2_000),
          "{\"x\":" + "9".repeat(5_000) + "}",
          "\uFEFF{");

  /** What is as good as none where none is needed. */
  private static final Set<String> NO_BODIES = Set.of("", "null");

  private static final List<String> HOSTILE_QUERIES =
      List.of("noSuchParameter=1", "limit=0", "limit=1000000000", "cursor=nonsense", "limit=-1");

  private final RunningService service;
  private final List<ApiOperation> operations;

  private ApiSuite(RunningService service) {
    this.service = service;
    JsonNode document = service.anonymous().get("/v3/api-docs").is(200).body();
    this.operations = ApiOperation.of(document);
    assertThat(operations).as("operations of the service").isNotEmpty();
  }

  /** All of the service's own, one container for each operation. */
  public static Stream<DynamicContainer> of(RunningService service) {
    return of(service, path -> !Everywhere.answers(path));
  }

  /** What the platform answers in every service, which one of them needs to show. */
  public static Stream<DynamicContainer> ofPlatform(RunningService service) {
    return of(service, Everywhere::answers);
  }

  private static Stream<DynamicContainer> of(RunningService service, Predicate<String> paths) {
    ApiSuite suite = new ApiSuite(service);
    return suite.operations.stream()
        .filter(operation -> paths.test(operation.path()))
        .map(
            operation ->
                DynamicContainer.dynamicContainer(operation.toString(), suite.tests(operation)));
  }

  private Stream<DynamicTest> tests(ApiOperation operation) {
    return Stream.of(
        test("nobody gets in without a token", operation, this::needsToken),
        test("a token without the scope is not enough", operation, this::needsScope),
        test("hostile ids are unknown", operation, this::survivesIds),
        test("hostile bodies are refused", operation, this::survivesBodies),
        test("unknown parameters are refused", operation, this::refusesParameters),
        test("hostile headers are refused", operation, this::survivesHeaders));
  }

  private static DynamicTest test(
      String name, ApiOperation operation, Consumer<ApiOperation> check) {
    return DynamicTest.dynamicTest(name, () -> check.accept(operation));
  }

  private void needsToken(ApiOperation operation) {
    Answer answer = send(service.anonymous(), operation, operation.with("x"), "{}");
    if (operation.isPublic()) {
      assertThat(answer.status()).isNotIn(401, 403).isLessThan(500);
    } else {
      answer.is(401);
    }
  }

  private void needsScope(ApiOperation operation) {
    if (!operation.isPublic()) {
      Set<String> others =
          Set.copyOf(
              operations.stream()
                  .flatMap(other -> other.scopes().stream())
                  .filter(scope -> !operation.scopes().contains(scope))
                  .toList());
      send(service.as("jetro", others.toArray(String[]::new)), operation, operation.with("x"), "{}")
          .is(403);
    }
  }

  private void survivesIds(ApiOperation operation) {
    if (operation.path().contains("{")) {
      HOSTILE_VALUES.forEach(
          value -> refused(send(client(operation), operation, operation.with(value), "{}")));
    }
  }

  private void survivesBodies(ApiOperation operation) {
    if (operation.takesJson()) {
      HOSTILE_BODIES.stream()
          .filter(body -> !NO_BODIES.contains(body) || !operation.mayHaveNoBody())
          .forEach(body -> refused(send(client(operation), operation, operation.with("x"), body)));
    }
  }

  private void refusesParameters(ApiOperation operation) {
    HOSTILE_QUERIES.forEach(
        query ->
            refused(send(client(operation), operation, operation.with("x") + "?" + query, "{}")));
  }

  private void survivesHeaders(ApiOperation operation) {
    ApiClient client = client(operation);
    Stream.of(
            client.with("If-Match", "\""),
            client.with("If-None-Match", "\""),
            client.with("Accept-Charset", "utf-16"),
            client.with("Accept-Language", "*;q=nonsense"),
            client.with("Idempotency-Key", "x".repeat(200)),
            client.with("traceparent", "nonsense"))
        .forEach(
            hostile -> {
              Answer answer = send(hostile, operation, operation.with("x"), "{}");
              assertThat(answer.status()).as(answer.request()).isLessThan(500);
            });
  }

  private ApiClient client(ApiOperation operation) {
    return service.as("jetro", operation.scopes().toArray(String[]::new));
  }

  private static Answer send(ApiClient client, ApiOperation operation, String path, String body) {
    return client
        .with("Content-Type", operation.bodyType().orElse("application/json"))
        .send(
            operation.method(),
            path,
            operation.method().equals("GET") || operation.method().equals("DELETE")
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(body));
  }

  /** An answer that says what was wrong: never a failure of ours, and never a success. */
  private static void refused(Answer answer) {
    assertThat(answer.status()).as("%s: %s", answer.request(), answer.text()).isBetween(400, 499);
    JsonNode problem = Json.events().readTree(answer.bytes());
    assertThat(problem.at("/type").asString())
        .as(answer.request())
        .startsWith("https://kanmin.dev/problems/");
  }
}
