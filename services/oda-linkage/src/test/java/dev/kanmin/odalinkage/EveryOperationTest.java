package dev.kanmin.odalinkage;

import dev.kanmin.testkit.Stores;
import dev.kanmin.testkit.service.ApiSuite;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * What every operation of every service has to bear. Files of activities are no JSON: {@link
 * HostileImportTest} has what is hostile to them.
 */
class EveryOperationTest {
  private static final Pattern OWN = Pattern.compile("/v1/(needs|linkages|matches)");

  @TestFactory
  Stream<DynamicContainer> every_operation_is_guarded_and_survives_bad_input() {
    return ApiSuite.of(SharedService.on(Stores.preferred()))
        .filter(operation -> OWN.matcher(operation.getDisplayName()).find());
  }
}
