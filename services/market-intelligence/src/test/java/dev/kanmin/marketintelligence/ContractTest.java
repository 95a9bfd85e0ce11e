package dev.kanmin.marketintelligence;

import dev.kanmin.marketintelligence.profile.ProfileContract;
import dev.kanmin.marketintelligence.regulation.RegulationStories;
import dev.kanmin.marketintelligence.report.ReportStories;
import dev.kanmin.marketintelligence.tender.TenderContract;
import dev.kanmin.marketintelligence.watch.WatchStories;
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
    TenderContract.tell(contract);
    ProfileContract.tell(contract);
    ReportStories.tell(contract);
    RegulationStories.tell(contract);
    WatchStories.tell(contract);
    return contract.tests();
  }

  @Test
  void schemas_and_the_description_of_the_topic_are_made_from_the_events() {
    EventDocuments.of(
            "market-intelligence",
            "Market intelligence",
            TenderContract.type(),
            ProfileContract.type(),
            ReportStories.type(),
            RegulationStories.type(),
            WatchStories.type())
        .check(CONTRACT);
  }
}
