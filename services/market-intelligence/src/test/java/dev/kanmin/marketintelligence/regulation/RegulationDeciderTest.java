package dev.kanmin.marketintelligence.regulation;

import static dev.kanmin.marketintelligence.regulation.RegulationStories.fact;
import static dev.kanmin.marketintelligence.regulation.RegulationStories.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.marketintelligence.regulation.RegulationCommand.Retract;
import org.junit.jupiter.api.Test;

class RegulationDeciderTest {
  @Test
  void values_that_conflict_stand_side_by_side() {
    var story = nothing().given(fact("Unlimited")).by("jica").given(fact("5 years"));
    assertThat(story.state().facts()).hasSize(2);
    assertThat(story.state().conflicting()).containsExactly("validity");
    assertThat(story.card().orElseThrow().state()).isEqualTo("conflicting");
    assertThat(story.card().orElseThrow().summary().get("en"))
        .contains("Unlimited (Read in an official text, 2026-11-01) / 5 years");
  }

  @Test
  void the_same_fact_again_is_nothing_and_another_agency_may_state_it_too() {
    var story = nothing().given(fact("Unlimited"));
    story.when(fact("Unlimited")).thenNothing();
    var both = story.by("jica").given(fact("Unlimited"));
    assertThat(both.state().facts()).hasSize(2);
    assertThat(both.state().conflicting()).isEmpty();
  }

  @Test
  void a_fact_is_taken_back_by_whoever_stated_it_and_then_nothing_is_known() {
    var story = nothing().given(fact("Unlimited"));
    String id = story.state().facts().getFirst().id();
    story.by("jica").when(new Retract(id)).thenRefusedBy(RegulationDecider.NOT_YOUR_FACT, "/fact");
    var none = story.given(new Retract(id));
    assertThat(none.card()).isEmpty();
    none.when(new Retract(id)).thenRefusedBy(RegulationDecider.NO_SUCH_FACT, "/fact");
  }

  @Test
  void what_holds_for_all_devices_stands_in_every_cell_of_the_country() {
    assertThat(nothing().given(fact("Unlimited")).card().orElseThrow().fields())
        .hasSize(CodeLists.list(CodeLists.FIELDS).currentCodes().size());
  }

  @Test
  void a_source_is_not_of_a_day_to_come() {
    nothing()
        .at("2026-10-01T00:00:00Z")
        .when(fact("Unlimited"))
        .thenRefusedBy(RegulationDecider.SOURCE_IN_FUTURE, "/on");
  }
}
