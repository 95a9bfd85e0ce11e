package dev.kanmin.marketintelligence;

import dev.kanmin.testkit.Stores;
import dev.kanmin.testkit.contract.OpenApiContract;
import dev.kanmin.testkit.service.ApiSuite;
import dev.kanmin.testkit.service.RunningService;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EveryOperationTest {
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = MarketService.on(Stores.preferred());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void the_description_of_the_api_is_that_of_the_running_service() {
    OpenApiContract.check(service, Path.of("contract"));
  }

  @TestFactory
  Stream<DynamicContainer> every_operation_is_guarded_and_survives_bad_input() {
    return Stream.concat(ApiSuite.of(service), ApiSuite.ofPlatform(service));
  }
}
