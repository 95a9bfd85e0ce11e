package dev.kanmin.controltower;

import dev.kanmin.controltower.actual.ActualStories;
import dev.kanmin.controltower.indicator.IndicatorStories;
import dev.kanmin.controltower.logic.LogicModelStories;
import dev.kanmin.controltower.outcome.OutcomeStories;
import dev.kanmin.controltower.review.ReviewStories;
import dev.kanmin.controltower.roadmap.RoadmapStories;
import dev.kanmin.controltower.strategy.StrategyStories;
import dev.kanmin.controltower.targets.TargetStories;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.contract.EventDocuments;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The files in {@code contract} are what consumers test against. */
class ContractTest {
  private static final Path CONTRACT = Path.of("contract");

  @TestFactory
  Stream<DynamicTest> events_are_what_their_golden_files_say() {
    EventContract contract = new EventContract(CONTRACT);
    OutcomeStories.tell(contract);
    IndicatorStories.tell(contract);
    TargetStories.tell(contract);
    ActualStories.tell(contract);
    RoadmapStories.tell(contract);
    ReviewStories.tell(contract);
    StrategyStories.tell(contract);
    LogicModelStories.tell(contract);
    return contract.tests();
  }

  @Test
  void schemas_and_the_description_of_the_topic_are_made_from_the_events() {
    EventDocuments.of(
            "control-tower",
            "Control tower",
            OutcomeStories.type(),
            IndicatorStories.type(),
            TargetStories.type(),
            ActualStories.type(),
            RoadmapStories.type(),
            ReviewStories.type(),
            StrategyStories.type(),
            LogicModelStories.type())
        .check(CONTRACT);
  }
}
