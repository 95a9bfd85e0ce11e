package dev.kanmin.trademissions.meeting;

import dev.kanmin.testkit.contract.LifeCycleDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  @Test
  void the_life_cycle_in_the_readme_is_that_of_the_table() {
    LifeCycleDocument.check(Path.of("README.md"), MeetingPlanLifeCycle.TABLE);
  }
}
