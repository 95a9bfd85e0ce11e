package dev.kanmin.events.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.StoreKind;
import dev.kanmin.infrastructure.faults.Seed;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The judge of the crash tests is judged: it finds each of the mistakes that the design is there to
 * exclude, and nothing in the same campaign without the mistake.
 */
class BrokenRelayTest {
  private static final int CRASHES_AT_MOST = 60;

  static Stream<Arguments> defects_and_stores() {
    return Stream.of(Defect.values())
        .flatMap(defect -> Parts.stores().map(store -> Arguments.of(defect, store)));
  }

  @ParameterizedTest
  @MethodSource("defects_and_stores")
  void a_mistake_is_found_and_named_and_the_correct_relay_is_acquitted(
      Defect defect, StoreKind store) {
    Seed seed = Seed.choose();
    var crashes = new CrashPlan.Tolls<>(RelaySteps.Step.class);

    Verdict broken =
        verdict(
            store,
            seed,
            defect.build(),
            crashes,
            CRASHES_AT_MOST,
            found -> found.violated().contains(defect.breaks()));
    Verdict correct =
        verdict(
            store,
            seed,
            () -> MortalTallies.Build.CORRECT,
            new CrashPlan.Tolls<>(RelaySteps.Step.class),
            crashes.total(),
            found -> !found.violated().isEmpty());

    System.out.printf(
        "%s on %s is found after %d crashes: %s%n", defect, store, crashes.total(), broken.told());
    assertThat(broken.violated()).as("%s, %s", defect, seed).contains(defect.breaks());
    assertThat(correct.told()).as("%s", seed).isEmpty();
  }

  private static Verdict verdict(
      StoreKind store,
      Seed seed,
      Supplier<MortalTallies.Build> build,
      CrashPlan.Tolls<RelaySteps.Step> tolls,
      int crashes,
      Predicate<Verdict> enough) {
    try (var campaign =
        new CrashCampaign(store, seed.random("broken relay").nextLong(), build, tolls)) {
      return campaign.run(crashes, enough);
    }
  }
}
