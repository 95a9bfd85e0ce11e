package dev.kanmin.trademissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.testkit.Stores;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.contract.EventDocuments;
import dev.kanmin.testkit.service.RunningService;
import dev.kanmin.trademissions.meeting.MeetingContract;
import dev.kanmin.trademissions.mission.SampleEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The events of the whole service: what consumers test against. */
class EventsContractTest {
  private static final Path CONTRACT = Path.of("contract");

  @TestFactory
  Stream<DynamicTest> events_are_what_their_golden_files_say() {
    return MeetingContract.addTo(SampleEvents.addTo(new EventContract(CONTRACT))).tests();
  }

  @Test
  void schemas_and_the_description_of_the_topic_are_made_from_the_events() {
    try (RunningService service = MissionService.on(Stores.embedded())) {
      AggregateType<?, ?, ?>[] types =
          service.bean(AggregateStore.class).all().stream()
              .map(Aggregates::type)
              .sorted(Comparator.comparing(AggregateType::kind))
              .toArray(AggregateType<?, ?, ?>[]::new);
      EventDocuments.of("trade-missions", "Trade missions", types).check(CONTRACT);
    }
  }

  @Test
  void no_event_tells_who_meets_whom_or_what_was_said() throws IOException {
    try (Stream<Path> files = Files.list(CONTRACT.resolve("events"))) {
      List<Path> all =
          files.filter(it -> it.getFileName().toString().startsWith("meeting")).toList();
      assertThat(all).isNotEmpty();
      for (Path file : all) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContain("cmp_", "cpt_", "desk-3", "confidential", "ip-1");
      }
    }
  }
}
