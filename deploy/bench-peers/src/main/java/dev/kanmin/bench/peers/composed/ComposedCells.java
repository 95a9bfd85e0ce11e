package dev.kanmin.bench.peers.composed;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A cell with its missions and activities, the latest change first, what is due next, and sums of
 * money: less than the gateway shows, which also has labels and the responsible agencies.
 */
@RestController
class ComposedCells {
  private static final String QUERY = "?country={country}&field={field}&limit=200";
  private static final Comparator<JsonNode> LATEST_FIRST =
      Comparator.comparing((JsonNode item) -> item.path("changedAt").asString("")).reversed();

  /** The routes of this very gateway: what they do for a service's callers, they do for us. */
  private final WebClient routes =
      WebClient.builder()
          .baseUrl("http://127.0.0.1:" + System.getenv("KANMIN_PORT"))
          .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
          .build();

  @GetMapping("/v1/cells/{country}/{field}")
  Mono<ObjectNode> cell(
      @PathVariable String country,
      @PathVariable String field,
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
    return Mono.zip(
        items("/v1/missions", country, field, authorization),
        items("/v1/activities", country, field, authorization),
        ComposedCells::composed);
  }

  @GetMapping("/ready")
  String ready() {
    return "yes";
  }

  private Mono<JsonNode> items(String list, String country, String field, String authorization) {
    return routes
        .get()
        .uri(list + QUERY, country, field)
        .header(HttpHeaders.AUTHORIZATION, authorization)
        .retrieve()
        .bodyToMono(JsonNode.class)
        .map(page -> page.required("items"));
  }

  private static ObjectNode composed(JsonNode missions, JsonNode activities) {
    var cell = JsonMapper.shared().createObjectNode();
    cell.set("missions", sorted(missions, cell.arrayNode()));
    cell.set("activities", sorted(activities, cell.arrayNode()));
    var deadlines = cell.putArray("nextDates");
    missions
        .valueStream()
        .map(mission -> mission.at("/plan/deadline/at").asString(""))
        .filter(deadline -> !deadline.isEmpty())
        .sorted()
        .forEach(deadlines::add);
    var sums = new TreeMap<String, BigDecimal>();
    for (var activity : activities) {
      for (var kind : activity.at("/activity/money").properties()) {
        for (var sum : kind.getValue()) {
          // beside the sums stands what was left out of them
          if (sum.has("currency")) {
            sums.merge(
                kind.getKey() + " " + sum.required("currency").asString(),
                new BigDecimal(sum.required("amount").asString()),
                BigDecimal::add);
          }
        }
      }
    }
    var money = cell.putObject("money");
    sums.forEach((slot, sum) -> money.put(slot, sum.toPlainString()));
    return cell;
  }

  private static ArrayNode sorted(JsonNode items, ArrayNode into) {
    StreamSupport.stream(items.spliterator(), false).sorted(LATEST_FIRST).forEach(into::add);
    return into;
  }
}
