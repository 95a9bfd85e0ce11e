package dev.kanmin.smeadvice.cases;

import dev.kanmin.testkit.contract.LifeCycleDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CaseDocumentsTest {
  private static final Path README = Path.of("README.md");

  @Test
  void the_life_cycles_in_the_readme_are_those_of_the_tables() {
    LifeCycleDocument.check(README, CaseLifeCycle.TABLE);
    LifeCycleDocument.check(README, ReferralLifeCycle.TABLE);
  }
}
