package dev.kanmin.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;

/**
 * The architecture rules of the house. Each has been seen to fail, on the bad examples in this
 * module's tests.
 */
public final class HouseRules {
  private static final String HOUSE = "dev.kanmin";
  private static final List<String> SHARED =
      List.of(
          "dev.kanmin.codes..", "dev.kanmin.events..", "dev.kanmin.web..", "dev.kanmin.sheets..");

  private HouseRules() {}

  /**
   * Checks all rules on the main classes of a service.
   *
   * @param basePackage the service's package, such as {@code dev.kanmin.trademissions}
   * @throws AssertionError naming each violation
   */
  public static void check(String basePackage) {
    check(
        basePackage,
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(basePackage));
  }

  static void check(String basePackage, JavaClasses classes) {
    all(basePackage).check(classes);
  }

  /** All rules as one, to be combined with a service's own. */
  public static ArchRule all(String basePackage) {
    return CompositeArchRule.of(noCyclesBetweenPackages(basePackage))
        .and(servicesKeepToThemselves(basePackage))
        .and(decidersArePure())
        .and(constructorsInject())
        .and(loggingGoesThroughSlf4j())
        .and(controllersServeHttpAlone());
  }

  /** Packages depend on one another in one direction only. */
  public static ArchRule noCyclesBetweenPackages(String basePackage) {
    return slices()
        .matching(basePackage + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true);
  }

  /** A service's code uses its own packages and the platform's, never another service's. */
  public static ArchRule servicesKeepToThemselves(String basePackage) {
    var foreign =
        resideInAPackage(HOUSE + "..")
            .and(DescribedPredicate.not(resideInAPackage(basePackage + "..")))
            .and(DescribedPredicate.not(resideInAnyPackage(SHARED.toArray(String[]::new))));
    return noClasses()
        .that()
        .resideInAPackage(basePackage + "..")
        .should()
        .dependOnClassesThat(foreign.as("belong to another part of the house"))
        .because("services share contracts, never code")
        .allowEmptyShould(true);
  }

  /**
   * Deciders get the time and new ids with the command: the same call gives the same answer, in
   * tests and replays. The rule holds for a decider and for whatever it leads to in its package:
   * rules, life cycles, state, commands and events.
   */
  public static ArchRule decidersArePure() {
    return classes()
        .that()
        .haveSimpleNameEndingWith("Decider")
        .should(new PureDeciders())
        .because("a decider is a pure function of its command and state")
        .allowEmptyShould(true);
  }

  /** Dependencies come through constructors, so that they are final and visible. */
  public static ArchRule constructorsInject() {
    return CompositeArchRule.of(
            noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .allowEmptyShould(true))
        .and(
            fields()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                .should()
                .beFinal()
                .allowEmptyShould(true));
  }

  /** One log, structured: no {@code System.out}, no {@code java.util.logging}. */
  public static ArchRule loggingGoesThroughSlf4j() {
    return CompositeArchRule.of(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.allowEmptyShould(true))
        .and(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.allowEmptyShould(true));
  }

  /**
   * Request mappings stand in classes named Controller, and controllers know no database driver and
   * no Kafka.
   */
  public static ArchRule controllersServeHttpAlone() {
    return CompositeArchRule.of(
            methods()
                .that()
                .areMetaAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping")
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Controller")
                .allowEmptyShould(true))
        .and(
            noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.apache.kafka..")
                .allowEmptyShould(true))
        .and(
            classes()
                .that()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                .should()
                .haveSimpleNameEndingWith("Controller")
                .allowEmptyShould(true));
  }
}
