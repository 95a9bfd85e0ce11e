package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.events.aggregates.Relay;
import dev.kanmin.events.aggregates.Republishing;
import dev.kanmin.events.aggregates.RepublishingState;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.inbox.Policies;
import dev.kanmin.events.wire.Actor;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.events.wire.EventType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** What an operator can ask of every service, over HTTP. */
class OperationsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String REPUBLISH = "/v1/operations/republish";
  private static final MongoServer SERVER = new MongoServer(new MemoryBackend());
  private static final MongoClient CLIENT =
      MongoClients.create(SERVER.bindAndGetConnectionString());

  /** Changes with the version of the service. */
  private static volatile String title = "Lamp";

  private static ConfigurableApplicationContext service;
  private static AggregateStore store;
  private static Aggregates<Light, Lit, Lamp> lamps;

  record Light() {}

  sealed interface Lit {
    @EventType("lamp-lit")
    record LampLit() implements Lit {}
  }

  record Lamp(int times) {}

  private static final class LampDecider implements Decider<Light, Lit, Lamp> {
    @Override
    public Lamp initial() {
      return new Lamp(0);
    }

    @Override
    public List<Lit> decide(Light command, Lamp state, CommandContext context) {
      return List.of(new Lit.LampLit());
    }

    @Override
    public Lamp evolve(Lamp state, Lit event) {
      return new Lamp(state.times() + 1);
    }
  }

  private static Optional<Card> card(Lamp lamp) {
    return Optional.of(
        new CardMaker("lamp", "lit").title(Map.of("en", title + " " + lamp.times())).make());
  }

  @BeforeAll
  static void start() {
    Relay relay =
        new Relay(
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()),
            "lamps");
    store = new AggregateStore("things", CLIENT.getDatabase("things"), relay);
    lamps =
        store.aggregates(
            AggregateType.of(
                    "lamp",
                    "",
                    Rule.notFound("unknown-lamp", "There is no such lamp"),
                    Lit.class,
                    Lamp.class,
                    new LampDecider())
                .bornBy(command -> true)
                .card(OperationsTest::card)
                .build());
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    service =
        new SpringApplicationBuilder(TestApplication.class)
            .web(WebApplicationType.REACTIVE)
            .properties(
                "kanmin.events.enabled=false",
                "kanmin.service=things",
                "spring.main.banner-mode=off",
                "KANMIN_ISSUER=" + RunningApplication.issuer().uri())
            .initializers(
                (GenericApplicationContext context) -> {
                  context.registerBean(
                      Republishing.class, () -> new Republishing(store, Clock.systemUTC(), meters));
                  context.registerBean(
                      Policies.class,
                      () -> new Policies(store, "things", Clock.systemUTC(), meters));
                })
            .run();
  }

  @AfterAll
  static void stop() {
    service.close();
    CLIENT.close();
    SERVER.shutdownNow();
  }

  @Test
  void an_operator_has_the_cards_told_again_that_a_new_version_makes_in_another_way() {
    operator().get().uri(REPUBLISH).exchange().expectStatus().isNotFound();
    light("one");
    light("two");
    title = "Luminaire";
    light("three");

    operator()
        .post()
        .uri(REPUBLISH)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"kinds\":[\"lamp\"],\"perSecond\":500}")
        .exchange()
        .expectStatus()
        .isAccepted()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("running")
        .jsonPath("$.by")
        .isEqualTo("jica/jica-batch")
        .jsonPath("$.kinds[0]")
        .isEqualTo("lamp");
    service
        .getBean(Republishing.class)
        .state()
        .filter(state -> state.status() == RepublishingState.Status.FINISHED)
        .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(20)))
        .block(PATIENCE);

    assertThat(read()).contains("\"looked\":3", "\"told\":2", "\"failed\":0", "\"perSecond\":500");
    assertThat(lamps.find("one").block(PATIENCE).version()).isEqualTo(2);
    assertThat(lamps.find("three").block(PATIENCE).version()).isEqualTo(1);
    operator()
        .post()
        .uri(REPUBLISH + "/cancel")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("finished");
  }

  @Test
  void what_cannot_be_asked_for_is_refused_at_its_place() {
    refused("{\"kinds\":[\"cow\"]}", "unknown-kind", "/kinds/0");
    refused("{\"perSecond\":0}", "pace-out-of-range", "/perSecond");
    refused("{\"perSecond\":1001}", "pace-out-of-range", "/perSecond");
  }

  @Test
  void only_operators_may() {
    for (String scopes : List.of("things:read things:write", "operations:read")) {
      with(scopes)
          .post()
          .uri(REPUBLISH)
          .contentType(MediaType.APPLICATION_JSON)
          .bodyValue("{}")
          .exchange()
          .expectStatus()
          .isForbidden();
      with(scopes).post().uri(REPUBLISH + "/cancel").exchange().expectStatus().isForbidden();
    }
    with("things:read").get().uri(REPUBLISH).exchange().expectStatus().isForbidden();
    with("things:read")
        .get()
        .uri("/v1/operations/reactions")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void what_policies_made_of_events_is_listed_newest_first() {
    reaction("one", "c1", 0);
    reaction("two", "c1", 2);
    reaction("three", "c2", 0);

    assertThat(reactions("")).containsSubsequence("/x/three/1", "/x/two/1", "/x/one/1");
    assertThat(reactions("?chain=c1")).contains("/x/one/1", "/x/two/1").doesNotContain("/x/three");
    assertThat(reactions("?refused=true"))
        .contains("/x/two/1", "\"rule\":\"lamp-broken\"")
        .doesNotContain("/x/one/1");
    assertThat(reactions("?policy=other")).contains("\"items\":[]");
    assertThat(reactions("?limit=1")).contains("\"next\":").doesNotContain("/x/one/1");
  }

  private static void light(String id) {
    lamps
        .handle(id, new Light(), CommandContext.of(new Actor("jica", "test"), Instant.now()))
        .block(PATIENCE);
  }

  private static void reaction(String name, String chain, long refused) {
    Date at = new Date();
    List<Document> refusals =
        refused == 0
            ? List.of()
            : List.of(
                new Document("target", "lamp-1")
                    .append("rule", "lamp-broken")
                    .append("title", "It is broken"));
    Document mark =
        new Document("_id", "light-too/x/" + name + "/1")
            .append("policy", "light-too")
            .append("event", "/x/" + name + "/1")
            .append("chain", chain)
            .append("since", Date.from(at.toInstant().plusSeconds(refused + chain.charAt(1) * 10L)))
            .append("at", at)
            .append("doneThrough", "")
            .append("finished", true)
            .append("accepted", 1L)
            .append("unchanged", 0L)
            .append("refused", refused)
            .append("refusals", refusals);
    Mono.from(store.collection("reactions", List.of()).insertOne(mark)).block(PATIENCE);
  }

  private static void refused(String body, String rule, String pointer) {
    operator()
        .post()
        .uri(REPUBLISH)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("https://kanmin.dev/problems/" + rule)
        .jsonPath("$.errors[0].pointer")
        .isEqualTo(pointer);
  }

  private static String read() {
    return body(REPUBLISH);
  }

  private static String reactions(String query) {
    return body("/v1/operations/reactions" + query);
  }

  private static String body(String uri) {
    byte[] content =
        operator()
            .get()
            .uri(uri)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBodyContent();
    return new String(content, StandardCharsets.UTF_8);
  }

  private static WebTestClient operator() {
    return with("operations:read operations:write");
  }

  private static WebTestClient with(String scopes) {
    return RunningApplication.anybody(service)
        .mutate()
        .defaultHeaders(RunningApplication.bearer(RunningApplication.issuer().token(scopes)))
        .build();
  }
}
