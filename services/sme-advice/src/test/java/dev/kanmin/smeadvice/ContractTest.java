package dev.kanmin.smeadvice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.smeadvice.cases.CaseContract;
import dev.kanmin.smeadvice.measures.MeasureContract;
import dev.kanmin.smeadvice.readiness.AssessmentContract;
import dev.kanmin.testkit.Stores;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.contract.EventDocuments;
import dev.kanmin.testkit.contract.OpenApiContract;
import dev.kanmin.testkit.service.ApiSuite;
import dev.kanmin.testkit.service.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The folder {@code contract} is what the running service says of itself, and it is guarded. */
class ContractTest {
  private static final Path CONTRACT = Path.of("contract");
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.of("sme-advice", SmeAdvice.class).on(Stores.embedded());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @TestFactory
  Stream<DynamicContainer> every_operation_is_guarded_and_survives_bad_input() {
    return ApiSuite.of(service);
  }

  @TestFactory
  Stream<DynamicTest> events_are_what_their_golden_files_say() {
    EventContract contract = CaseContract.addTo(new EventContract(CONTRACT));
    return MeasureContract.addTo(AssessmentContract.addTo(contract)).tests();
  }

  @Test
  void no_event_tells_what_was_said_in_confidence() throws IOException {
    try (Stream<Path> files = Files.list(CONTRACT.resolve("events"))) {
      List<Path> all = files.toList();
      assertThat(all).isNotEmpty();
      for (Path file : all) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContain("confidential", "desk-3");
      }
    }
  }

  @Test
  void schemas_and_the_description_of_the_topic_are_made_from_the_events() {
    AggregateType<?, ?, ?>[] types =
        service.bean(AggregateStore.class).all().stream()
            .map(Aggregates::type)
            .sorted(Comparator.comparing(AggregateType::kind))
            .toArray(AggregateType<?, ?, ?>[]::new);
    EventDocuments.of("sme-advice", "Advice to companies", types).check(CONTRACT);
  }

  @Test
  void the_description_of_the_api_is_that_of_the_running_service() {
    OpenApiContract.check(service, CONTRACT);
  }
}
