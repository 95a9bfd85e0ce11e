package dev.kanmin.gateway.component;

import static dev.kanmin.gateway.component.RunningGateway.get;
import static dev.kanmin.gateway.component.RunningGateway.json;
import static dev.kanmin.gateway.component.RunningGateway.publish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.gateway.picture.Cards;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChainsTest {
  private final String mine = UUID.randomUUID().toString();
  private final String mission = "msn_" + mine;
  private final String activity = "act_" + mine;

  @Test
  void a_chain_tells_what_came_of_what_and_any_of_its_subjects_finds_it() {
    publish("trade-missions", mission, 1, "mission-drafted", "{}");
    String cause = publish("trade-missions", mission, 2, "mission-announced", card("announced"));
    publish(
        "oda-linkage",
        activity,
        1,
        "activity-registered",
        Cards.data(
            Cards.activity(List.of(), List.of(), "1"),
            Cards.last("activity-registered", Instant.now())),
        mission,
        Optional.of(cause));
    String last =
        publish("trade-missions", mission, 3, "mission-cancelled", card("cancelled"), "announced");

    JsonNode chain =
        json(get("/v1/chains/" + activity, "Kanmin-After", last, "Accept-Language", "en"));

    assertThat(chain.at("/chain").asString()).isEqualTo(mission);
    assertThat(chain.at("/live").asInt()).isEqualTo(1);
    assertThat(chain.at("/subjects/0/id").asString()).isEqualTo(mission);
    assertThat(chain.at("/subjects/0/live").asBoolean()).isFalse();
    assertThat(chain.at("/subjects/1/live").asBoolean()).isTrue();
    assertThat(chain.at("/events").valueStream().map(step -> step.at("/event").asString()))
        .containsExactly(
            "mission-drafted", "mission-announced", "activity-registered", "mission-cancelled");
    JsonNode announced = chain.at("/events/1");
    assertThat(announced.at("/from").isMissingNode()).isTrue();
    assertThat(announced.at("/to/label").asString()).isEqualTo("Announced");
    assertThat(announced.at("/since").asString()).startsWith("PT");
    assertThat(announced.at("/by/code").asString()).isEqualTo("jica");
    assertThat(chain.at("/events/2/causedBy").asString()).isEqualTo(cause);
    assertThat(chain.at("/events/3/from/code").asString()).isEqualTo("announced");
    assertThat(chain.at("/events/3/to/code").asString()).isEqualTo("cancelled");
    assertThat(chain.at("/leftOut")).isEmpty();
  }

  @Test
  void what_people_brought_in_by_links_belongs_to_it() {
    String need = "need_" + mine;
    String advice = "case_" + mine;
    String unrelated = "case_other_" + mine;
    publish("oda-linkage", need, 1, "need-registered", card("announced"));
    publish("trade-missions", mission, 1, "mission-announced", card("announced"));
    publish("sme-advice", unrelated, 1, "case-opened", card("open").link("mission", mission));
    String last =
        publish(
            "sme-advice",
            advice,
            1,
            "case-opened",
            card("open").link("arises-from", need).link("mission", mission));

    assertThat(subjects(need, last)).containsExactlyInAnyOrder(need, mission, advice);
    assertThat(subjects(mission, last)).containsExactly(mission);
  }

  private static Stream<String> subjects(String chain, String after) {
    return json(get("/v1/chains/" + chain, "Kanmin-After", after))
        .at("/subjects")
        .valueStream()
        .map(subject -> subject.at("/id").asString());
  }

  @Test
  void of_a_chain_nothing_is_told_that_is_not_public() {
    String last = publish("trade-missions", mission, 1, "mission-drafted", "{}");

    assertThat(get("/v1/chains/" + mission, "Kanmin-After", last).statusCode()).isEqualTo(404);
    assertThat(get("/v1/chains/nobody").statusCode()).isEqualTo(404);
  }

  private static CardMaker card(String state) {
    return Cards.mission(state, List.of("LA"), List.of("endoscopy"));
  }
}
