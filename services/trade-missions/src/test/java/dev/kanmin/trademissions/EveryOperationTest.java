package dev.kanmin.trademissions;

import dev.kanmin.testkit.Stores;
import dev.kanmin.testkit.service.ApiSuite;
import dev.kanmin.testkit.service.RunningService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

class EveryOperationTest {
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = MissionService.on(Stores.preferred());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @TestFactory
  Stream<DynamicContainer> every_operation_is_guarded_and_survives_bad_input() {
    return Stream.concat(ApiSuite.of(service), ApiSuite.ofPlatform(service));
  }
}
