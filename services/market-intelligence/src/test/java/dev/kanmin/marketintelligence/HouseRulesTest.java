package dev.kanmin.marketintelligence;

import dev.kanmin.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
  @Test
  void the_rules_of_the_house_are_kept() {
    HouseRules.check("dev.kanmin.marketintelligence");
  }
}
