package dev.kanmin.gateway.component;

import static dev.kanmin.gateway.component.RunningGateway.get;
import static dev.kanmin.gateway.component.RunningGateway.json;
import static dev.kanmin.gateway.component.RunningGateway.publish;
import static dev.kanmin.gateway.picture.Cards.share;
import static dev.kanmin.gateway.picture.Cards.shares;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.Card.Figure;
import dev.kanmin.events.wire.CardMaker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A kind that this gateway has no word for is seen everywhere, by its card alone. */
class UnheardOfKindTest {
  private final String id = "smp_" + UUID.randomUUID();

  @Test
  void a_card_of_it_is_in_matrix_cell_cards_to_do_dataset_and_chain() {
    String event =
        publish(
            "trade-missions",
            id,
            1,
            "sample-kind-registered",
            new CardMaker("sample-kind", "growing")
                .title(LocalizedText.of("見本", "A sample"))
                .countryShares(shares(share("KP", "100")))
                .fieldShares(shares(share("blood-purification", "50")))
                .facet("sample-colours", "blue")
                .responsible(AgencyCode.of("jica"), "owner")
                .date(Due.on("next-step", LocalDate.of(2026, 1, 31)))
                .figure(Figure.money("budget", BigDecimal.valueOf(200), "JPY"))
                .figure(Figure.count("sample-count", 3)));

    JsonNode matrix = json(get("/v1/cells", "Kanmin-After", event));
    assertThat(matrix.at("/kinds").valueStream().map(kind -> kind.at("/code").asString()))
        .contains("sample-kind");
    JsonNode cell = json(get("/v1/cells/KP/blood-purification"));
    assertThat(cell.at("/totals/kinds/0/kind").asString()).isEqualTo("sample-kind");
    assertThat(cell.at("/totals/kinds/0/live").asInt()).isEqualTo(1);
    assertThat(cell.at("/totals/money/0/amount").asString()).isEqualTo("100");
    assertThat(cell.at("/sections/0/label").asString()).isEqualTo("sample-kind");
    JsonNode item = cell.at("/sections/0/items/0");
    assertThat(item.at("/id").asString()).isEqualTo(id);
    assertThat(item.at("/state/label").asString()).isEqualTo("growing");
    assertThat(item.at("/facets/sample-colours/0/code").asString()).isEqualTo("blue");
    assertThat(item.at("/figures/1/amount").asString()).isEqualTo("3");
    assertThat(cell.at("/nextDates/items/0/overdue").asBoolean()).isTrue();
    assertThat(cell.at("/changed/items/0/event").asString()).isEqualTo("sample-kind-registered");
    assertThat(json(get("/v1/cards?kind=sample-kind&text=sample")).at("/items/0/id").asString())
        .isEqualTo(id);
    assertThat(json(get("/v1/cards/" + id)).at("/chain").asString()).isEqualTo(id);
    assertThat(
            json(get("/v1/to-do?limit=200"))
                .at("/items")
                .valueStream()
                .map(toDo -> toDo.at("/subject/id").asString()))
        .contains(id);
    assertThat(get("/v1/datasets/cards").body()).contains(id);
    assertThat(json(get("/v1/chains/" + id)).at("/events/0/to/code").asString())
        .isEqualTo("growing");
  }
}
