package dev.kanmin.controltower.strategy;

import static dev.kanmin.controltower.strategy.StrategyStories.decided;
import static dev.kanmin.controltower.strategy.StrategyStories.decision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.Cell;
import dev.kanmin.controltower.strategy.StrategyCommand.Decide;
import dev.kanmin.events.inbox.CardCopy;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.testkit.contract.LifeCycleDocument;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StrategyTest {
  @Test
  void the_life_cycle_in_the_readme_is_that_of_the_table() {
    LifeCycleDocument.check(Path.of("README.md"), StrategyLifeCycle.TABLE);
  }

  @Test
  void what_was_decided_before_stays_as_a_version() {
    var again = decided().given(new Decide(decision(Tier.WATCH, 2027, 2028)));
    assertThat(again.state().versions()).hasSize(2);
    assertThat(again.card().orElseThrow().state()).isEqualTo("watch");
    decided().when(new Decide(decision(Tier.PRIORITY, 2026, 2028))).thenNothing();
  }

  @Test
  void the_control_tower_alone_decides_for_years_in_order() {
    decided()
        .by("jetro")
        .when(new Decide(decision(Tier.WATCH, 2026, 2028)))
        .thenRefusedBy(StrategyRules.NOT_YOURS);
    decided()
        .when(new Decide(decision(Tier.WATCH, 2028, 2026)))
        .thenRefusedBy(StrategyRules.YEARS_OUT_OF_RANGE, "/toYear");
  }

  @Test
  void cells_are_compared_in_parts_and_what_is_not_known_is_absent() {
    Card profile =
        new CardMaker("profile", "current")
            .figure(imports(2023, "10"))
            .figure(imports(2024, "12"))
            .make();
    Card ban = new CardMaker("regulation", "known").facet("regulation-items", "import-ban").make();
    Comparison known =
        Comparison.of(
            Cell.of("VN", "endoscopy"),
            Tier.PRIORITY,
            List.of(
                copy("prf", profile),
                copy("reg", ban),
                copy("need", new CardMaker("need", "verified").make()),
                copy("nee2", new CardMaker("need", "lapsed").make()),
                copy("out", new CardMaker("outcome", "confirmed").make())));
    assertThat(known.market()).singleElement().matches(it -> it.year().orElse(0) == 2024);
    assertThat(known.strength().needs()).isEqualTo(1);
    assertThat(known.strength().confirmedOutcomes()).isEqualTo(1);
    assertThat(known.showstoppers()).containsExactly("import-ban");
    assertThat(Comparison.of(Cell.of("TH", "endoscopy"), Tier.NONE, List.of()).market()).isEmpty();
  }

  private static Card.Figure imports(int year, String amount) {
    return new Card.Figure(
        "imports",
        new BigDecimal(amount),
        Optional.of("USD"),
        Optional.of(year),
        List.of(),
        List.of());
  }

  private static CardCopy copy(String id, Card card) {
    return new CardCopy(id, "/x", 1, Instant.EPOCH, card);
  }
}
