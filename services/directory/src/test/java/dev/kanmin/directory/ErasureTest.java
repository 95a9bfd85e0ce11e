package dev.kanmin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.kanmin.codes.services.ServiceList;
import dev.kanmin.infrastructure.ServiceTopics;
import dev.kanmin.infrastructure.TopicSpec;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What is erased is nowhere: every collection and every topic is read afterwards. */
class ErasureTest {
  private static final List<String> TRACES =
      List.of("Yoko Vanish", "ヴァニッシュ", "vanish@example.jp", "消失洋子");

  private final RunningService service = RunningDirectory.SERVICE;
  private final ApiClient jetro = service.as("jetro");

  @Test
  void nothing_of_a_person_is_left_and_all_else_is() {
    String company =
        jetro
            .post("/v1/companies", Map.of("names", Map.of("ja", "消失洋子商店"), "prefecture", "JP-09"))
            .is(201)
            .text("/id");
    String other =
        jetro
            .post("/v1/companies", Map.of("names", Map.of("ja", "残る商店"), "prefecture", "JP-09"))
            .is(201)
            .text("/id");
    String erased = contact(other);
    contact(company);
    assertThat(everything()).anyMatch(it -> it.contains("Yoko Vanish"));
    assertThat(everything()).anyMatch(it -> it.contains("消失洋子"));
    assertThat(topics()).as("before anything is erased").noneMatch(ErasureTest::isTrace);

    jetro.delete(erased).is(204);
    jetro.delete("/v1/companies/" + company).is(200);
    service.published(company, 2);

    assertThat(everything()).as("collections and topics").noneMatch(ErasureTest::isTrace);
    jetro.get("/v1/companies/" + other).is(200);
    assertThat(service.publishedTypes(company, 2))
        .containsExactly("company-profile-changed", "company-erased");
    assertThat(jetro.get("/v1/directory/contact-roles?about=" + other).at("/items").size())
        .isZero();
  }

  private String contact(String about) {
    Answer made =
        jetro.post(
            "/v1/contacts",
            Map.of(
                "about", about,
                "role", "general",
                "name", "Yoko Vanish",
                "kana", "ヴァニッシュ",
                "email", "vanish@example.jp"));
    return made.is(201).header("location");
  }

  private static boolean isTrace(String text) {
    return TRACES.stream().anyMatch(text::contains);
  }

  private List<String> everything() {
    List<String> all = new ArrayList<>(topics());
    MongoDatabase database = service.bean(MongoDatabase.class);
    Optional.ofNullable(Flux.from(database.listCollectionNames()).collectList().block())
        .orElseThrow()
        .forEach(
            name ->
                Flux.from(database.getCollection(name).find())
                    .map(Document::toJson)
                    .toIterable()
                    .forEach(all::add));
    return all;
  }

  /** Keys, headers and values of all records. */
  private List<String> topics() {
    return ServiceTopics.of(ServiceList.kanmin().require("directory")).stream()
        .map(TopicSpec::name)
        .flatMap(topic -> service.kafka().records(topic).stream())
        .map(ErasureTest::text)
        .toList();
  }

  private static String text(ConsumerRecord<String, byte[]> record) {
    StringBuilder text = new StringBuilder(record.key());
    record.headers().forEach(it -> text.append(new String(it.value(), StandardCharsets.UTF_8)));
    byte[] value = record.value();
    return text.append(value == null ? "" : new String(value, StandardCharsets.UTF_8)).toString();
  }
}
