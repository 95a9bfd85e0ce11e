package dev.kanmin.controltower.indicator;

import static dev.kanmin.controltower.indicator.IndicatorStories.definition;
import static dev.kanmin.controltower.indicator.IndicatorStories.given;
import static dev.kanmin.controltower.indicator.IndicatorStories.ratio;

import dev.kanmin.controltower.counting.CountingRule;
import dev.kanmin.controltower.indicator.IndicatorCommand.*;
import dev.kanmin.testkit.contract.LifeCycleDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndicatorTest {
  @Test
  void the_life_cycle_in_the_readme_is_that_of_the_table() {
    LifeCycleDocument.check(Path.of("README.md"), IndicatorLifeCycle.TABLE);
  }

  @Test
  void another_unit_is_another_indicator() {
    given(new Define(ratio()))
        .when(new Revise(definition("trained-doctors")))
        .thenRefusedBy(IndicatorRules.ANOTHER_MEASURE, "/unit");
  }

  @Test
  void a_rule_names_codes_that_there_are() {
    given()
        .when(new Define(counting(List.of("flying"), Map.of(), Optional.empty())))
        .thenRefusedBy(IndicatorRules.UNKNOWN_CODE, "/counted/states/0");
    given()
        .when(new Define(counting(List.of(), Map.of("nonsense", List.of("x")), Optional.empty())))
        .thenRefusedBy(IndicatorRules.UNKNOWN_CODE, "/counted/facets/nonsense/0");
    given()
        .when(new Define(counting(List.of(), Map.of(), Optional.of("JPY"))))
        .thenRefusedBy(IndicatorRules.UNIT_WITHOUT_FIGURE, "/counted/unit");
  }

  @Test
  void a_retired_indicator_stays_as_it_is() {
    given(new Define(ratio()), new Retire())
        .when(new Revise(definition("missions-reported")))
        .thenRefusedBy(IndicatorRules.NOT_IN_THIS_STATE);
  }

  private static Definition counting(
      List<String> states, Map<String, List<String>> facets, Optional<String> unit) {
    Definition like = definition("missions-reported");
    return new Definition(
        like.name(),
        like.definition(),
        like.unit(),
        like.direction(),
        like.level(),
        Optional.empty(),
        Optional.empty(),
        like.source(),
        Optional.of(
            new CountingRule("mission", states, facets, Optional.empty(), Optional.empty(), unit)),
        true);
  }
}
