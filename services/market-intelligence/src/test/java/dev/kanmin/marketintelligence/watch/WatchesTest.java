package dev.kanmin.marketintelligence.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.marketintelligence.DevFiles;
import dev.kanmin.marketintelligence.MarketIntelligence;
import dev.kanmin.marketintelligence.watch.NewItem.Match;
import dev.kanmin.marketintelligence.watch.Postbox.Letter;
import dev.kanmin.marketintelligence.watch.WatchContent.Kind;
import dev.kanmin.testkit.Await;
import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Watches over the real bus and a real mail server. */
@EachStore
class WatchesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MANY = 10_000;
  private static Postbox postbox;
  private static RunningService service;

  private final ApiClient jetro = service.as("jetro");
  private final ApiClient jica = service.as("jica");

  WatchesTest(StoreFixture store) {}

  @BeforeParameterizedClassInvocation
  static void start(StoreFixture store) {
    postbox = new Postbox();
    service =
        RunningService.of("market-intelligence", MarketIntelligence.class)
            .at(Instant.parse("2026-10-01T00:00:00Z"))
            .with("watches.check", "100ms")
            .with("spring.mail.host", "127.0.0.1")
            .with("spring.mail.port", Integer.toString(postbox.port()))
            .on(store);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    service.close();
    postbox.close();
  }

  @Test
  void a_watch_tells_what_is_new_and_why_and_its_reader_ends_it() {
    String watch = keep("first@sample.example", "at-once", "TH", "dialys");
    String tender = enter("[Sample] Dialysis machines, first");
    Letter letter = letterTo("first@sample.example");
    assertThat(letter.subject()).contains("1");
    assertThat(letter.text()).contains("地域病院向け透析装置", "/records/" + tender, "dialys · タイ");
    Answer alerts = jetro.get(watch + "/alerts").is(200);
    assertThat(alerts.at("/items")).hasSize(1);
    assertThat(alerts.text("/items/0/matched/words/0")).isEqualTo("dialys");
    assertThat(alerts.text("/items/0/matched/countries/0")).isEqualTo("TH");
    Answer deliveries = jetro.get(watch + "/deliveries").is(200);
    assertThat(deliveries.text("/items/0/state")).isEqualTo("sent");
    assertThat(letter.id()).contains(deliveries.text("/items/0/id"));

    jica.get(watch).isProblem(404, "no-such-watch");
    jica.get(watch + "/deliveries").isProblem(404, "no-such-watch");
    assertThat(jica.get("/v1/watches").is(200).text()).doesNotContain("first@sample.example");
    String id = watch.substring(watch.lastIndexOf('/') + 1);
    assertThat(service.published(id, 1).getFirst().data().toString())
        .doesNotContain("first@", "dialys", "uns_");

    String link = letter.unsubscribe().replaceAll("[<>]", "");
    String path = link.substring(link.indexOf("/v1/"));
    ApiClient anybody = service.anonymous();
    assertThat(anybody.get(path).is(200).text()).contains("<form method=\"post\">");
    assertThat(jetro.get(watch).text("/state")).as("looked at alone").isEqualTo("active");
    anybody.post(path, "").is(200);
    assertThat(jetro.get(watch).text("/state")).isEqualTo("ended");
    assertThat(jetro.get(watch).text("/watch/telling/address")).isEmpty();
    anybody.get("/v1/watches/unsubscribe/uns_0").isProblem(404, "no-such-watch");
  }

  @Test
  void a_digest_comes_once_at_the_readers_hour() {
    String watch = keep("daily@sample.example", "daily", "TH", "dialys");
    enter("[Sample] Dialysis machines, second");
    enter("[Sample] Dialysis machines, third");
    Await.until(
        "both alerts", PATIENCE, () -> jetro.get(watch + "/alerts").at("/items").size() == 2);
    assertThat(postbox.lettersTo("daily@sample.example")).isEmpty();
    service.clock().moveTo("2026-10-01T23:00:00Z");
    assertThat(letterTo("daily@sample.example").subject()).contains("2");
    assertThat(postbox.lettersTo("daily@sample.example")).hasSize(1);
    service.clock().moveTo("2026-10-01T00:00:00Z");
  }

  @Test
  void a_mailbox_that_is_not_there_is_told_and_not_tried_again() {
    String watch = keep("nobody@sample.example", "at-once", "TH", "dialys");
    enter("[Sample] Dialysis machines, fourth");
    Await.until(
        "the refusal",
        PATIENCE,
        () -> jetro.get(watch + "/deliveries").text("/items/0/state").equals("failed"));
    assertThat(jetro.get(watch + "/deliveries").text("/items/0/fault")).isEqualTo("refused");
  }

  @Test
  void ten_thousand_new_items_of_one_watch_delay_no_other_one() {
    String flooded = id(keep("flooded@sample.example", "at-once", "KG", "flood"));
    List<String> others =
        IntStream.range(0, 20)
            .mapToObj(
                n -> id(keep("other%d@sample.example".formatted(n), "at-once", "KG", "w" + n)))
            .toList();
    service.clock().moveTo("2026-10-01T00:10:00Z");
    Alerts alerts = service.bean(Alerts.class);
    Instant now = service.clock().instant();
    Mono.from(
            service
                .bean(AggregateStore.class)
                .collection(Alerts.NAME, List.of())
                .insertMany(
                    IntStream.range(0, MANY)
                        .mapToObj(n -> Alerts.document(flooded, item("flood", n), match(), now))
                        .toList()))
        .block(PATIENCE);
    // the flood stands in the row first
    Turns turns = service.bean(Turns.class);
    List<String> all = new ArrayList<>(List.of(flooded));
    all.addAll(others);
    others.forEach(it -> alerts.keep(it, item("one", 1), match(), now).block(PATIENCE));
    all.forEach(it -> turns.arrived(it, now).block(PATIENCE));
    Await.until(
        "a mail of every watch",
        PATIENCE,
        () ->
            postbox.letters().stream()
                    .filter(it -> it.to().startsWith("other"))
                    .map(Letter::to)
                    .distinct()
                    .count()
                == others.size());
    assertThat(postbox.lettersTo("flooded@sample.example"))
        .as("one mail for all of them, not one for each")
        .hasSizeLessThanOrEqualTo(1);
    assertThat(letterTo("flooded@sample.example").subject()).contains("10000");
    assertThat(
            postbox
                .lettersTo("flooded@sample.example")
                .getFirst()
                .text()
                .lines()
                .filter(line -> line.startsWith("* ")))
        .hasSize(WatchMail.MOST_NAMED);
    service.clock().moveTo("2026-10-01T00:00:00Z");
  }

  private String keep(String address, String rhythm, String country, String word) {
    ObjectNode content = DevFiles.json("watches/endoscopy-viet-nam.json");
    content.putArray("words").add(word);
    content.putArray("countries").add(country);
    content.putArray("fields");
    ((ObjectNode) content.path("telling")).put("address", address).put("rhythm", rhythm);
    return jetro.post("/v1/watches", content).is(201).header("location");
  }

  private String enter(String title) {
    ObjectNode tender = DevFiles.json("tenders/entered-dialysis.json");
    ((ObjectNode) tender.path("title")).put("en", title);
    return jetro.post("/v1/tenders", tender).is(201).text("/id");
  }

  private static Letter letterTo(String address) {
    Await.until("a mail to " + address, PATIENCE, () -> !postbox.lettersTo(address).isEmpty());
    return postbox.lettersTo(address).getFirst();
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Match match() {
    return new Match(List.of("flood"), List.of("KG"), List.of());
  }

  private static NewItem item(String title, int number) {
    return new NewItem(
        Kind.TENDER,
        "tnd_" + "%026d".formatted(number),
        1,
        Map.of("en", title),
        title,
        List.of("KG"),
        List.of("endoscopy"),
        true);
  }
}
