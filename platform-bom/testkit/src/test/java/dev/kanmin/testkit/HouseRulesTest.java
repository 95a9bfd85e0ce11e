package dev.kanmin.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.kanmin.testkit.bad.controller.DriverController;
import dev.kanmin.testkit.bad.decider.ClockDecider;
import dev.kanmin.testkit.bad.decider.FileDecider;
import dev.kanmin.testkit.bad.decider.RandomDecider;
import dev.kanmin.testkit.bad.injection.FieldInjected;
import dev.kanmin.testkit.bad.logging.JavaLogging;
import dev.kanmin.testkit.bad.logging.Printing;
import org.junit.jupiter.api.Test;

/** Each rule is seen to fail on an example made for it: a rule that cannot fail guards nothing. */
class HouseRulesTest {
  private static final String BAD = "dev.kanmin.testkit.bad";

  @Test
  void packages_that_need_one_another_are_found() {
    assertFails(
        HouseRules.noCyclesBetweenPackages(BAD + ".cycle"),
        new ClassFileImporter().importPackages(BAD + ".cycle"),
        "Cycle detected");
  }

  @Test
  void a_service_using_its_neighbours_code_is_found() {
    assertFails(
        HouseRules.servicesKeepToThemselves(BAD + ".neighbour.alpha"),
        new ClassFileImporter().importPackages(BAD + ".neighbour.alpha"),
        "Beta");
  }

  @Test
  void a_decider_that_looks_at_the_clock_is_found() {
    assertFails(HouseRules.decidersArePure(), only(ClockDecider.class), "Instant.now");
  }

  @Test
  void a_decider_that_makes_random_ids_is_found() {
    assertFails(HouseRules.decidersArePure(), only(RandomDecider.class), "UUID.randomUUID");
  }

  @Test
  void a_decider_that_touches_files_is_found() {
    assertFails(HouseRules.decidersArePure(), only(FileDecider.class), "java.nio.file");
  }

  @Test
  void what_a_decider_leads_to_in_its_package_is_as_pure_as_the_decider() {
    JavaClasses whole = new ClassFileImporter().importPackages(BAD + ".decider");

    assertFails(HouseRules.decidersArePure(), whole, "FarDecider leads to");
    assertFails(HouseRules.decidersArePure(), whole, "java.time.LocalDate.now()");
    assertFails(HouseRules.decidersArePure(), whole, "java.time.ZoneId.systemDefault()");
  }

  @Test
  void field_injection_is_found() {
    assertFails(HouseRules.constructorsInject(), only(FieldInjected.class), "FieldInjected.name");
  }

  @Test
  void printing_is_found() {
    assertFails(HouseRules.loggingGoesThroughSlf4j(), only(Printing.class), "System.out");
  }

  @Test
  void another_logging_framework_is_found() {
    assertFails(HouseRules.loggingGoesThroughSlf4j(), only(JavaLogging.class), "java.util.logging");
  }

  @Test
  void a_controller_with_a_database_driver_is_found() {
    assertFails(
        HouseRules.controllersServeHttpAlone(), only(DriverController.class), "MongoClient");
  }

  @Test
  void the_test_kit_itself_keeps_the_general_rules() {
    assertThatCode(
            () ->
                HouseRules.constructorsInject()
                    .check(only(KafkaFixture.class, StoreFixture.class, TestTokens.class)))
        .doesNotThrowAnyException();
  }

  private static JavaClasses only(Class<?>... types) {
    return new ClassFileImporter().importClasses(types);
  }

  private static void assertFails(ArchRule rule, JavaClasses classes, String named) {
    assertThatThrownBy(() -> rule.check(classes))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(named);
  }
}
