package dev.kanmin.odalinkage;

import dev.kanmin.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void the_rules_of_the_house_are_kept() {
    HouseRules.check("dev.kanmin.odalinkage");
  }
}
