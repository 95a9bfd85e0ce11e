package dev.kanmin.proof;

import static dev.kanmin.infrastructure.faults.Invariant.OTHERS_UNDISTURBED;
import static dev.kanmin.infrastructure.faults.Invariant.PROPER_ANSWERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.faults.Campaign;
import dev.kanmin.infrastructure.faults.FaultLine;
import dev.kanmin.infrastructure.faults.FaultLine.Finding;
import dev.kanmin.infrastructure.faults.Seed;
import dev.kanmin.proof.Bystander.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One client at a time takes what it can get of a system that has the limits of {@code make run},
 * while somebody of another agency and address works at a quiet pace and must feel nothing of it.
 */
@Tag(Campaign.TAG)
@Tag("abuse")
@Order(95)
@TestInstance(Lifecycle.PER_CLASS)
final class AbuseTest {
  private static final Duration QUIET = Duration.ofSeconds(Campaign.size(4, 20));
  private static final Duration ABUSED = Duration.ofSeconds(Campaign.size(7, 60));
  private static final Duration WARM_UP = Duration.ofSeconds(10);

  /** How much slower others may become. */
  private static final double MOST_TIMES_SLOWER = 2;

  /**
   * Below these it is not judged how many times slower: on two processors that the system shares
   * with the abuser and the bystander, a single collection of garbage is more.
   */
  private static final double READ_FLOOR_MILLIS = 30;

  private static final double COMMAND_FLOOR_MILLIS = 80;
  private static final Duration LIVENESS_BOUND = Duration.ofSeconds(1);

  /** The 300 of ordinary load, and what may wait for clients that do not read. */
  private static final long MEMORY_BOUND_MEGABYTES = 350;

  /** With more of the machine used by others, times are taken again, and in the end not judged. */
  private static final double STRANGERS_DISTURB = 0.15;

  private static final int ATTEMPTS = 2;
  private static final int FIRST = 20;
  private static final int ACTIVITIES = Campaign.size(1_500, 10_000);

  private LocalSystem system;
  private Bystander bystander;
  private Figures before;
  private Map<String, Long> pids;

  @BeforeAll
  void start() {
    system = LocalSystem.startLimited("abuse", Map.of());
    system
        .api()
        .send("jetro", new ActivityFile("XM-SAMPLE-ABUSE", 1, ACTIVITIES).request())
        .expect(200);
    bystander = new Bystander(system);
    bystander.work(WARM_UP);
    before = bystander.work(QUIET);
    pids = pids();
  }

  @AfterAll
  void stop() {
    system.close();
  }

  /** {@code -Dproof.abuses=LISTS,DEAF} chooses some. */
  static Stream<Abuse> abuses() {
    var chosen = System.getProperty("proof.abuses");
    return chosen == null
        ? Stream.of(Abuse.values())
        : Stream.of(chosen.split(",", -1)).map(Abuse::valueOf);
  }

  @ParameterizedTest
  @MethodSource("abuses")
  void others_feel_nothing_of(Abuse abuse) {
    for (int attempt = 1; ; attempt++) {
      var abuser = new Abuser(system.gateway(), abuse.address());
      Figures meanwhile;
      try (abuser) {
        abuse.begin(abuser, system);
        meanwhile = bystander.work(ABUSED);
      }
      var signIn = SignIn.attempt(system, "127.0.77.2", "officer-jetro");
      var after = bystander.work(QUIET);
      var quiet = after.reads().p99() < before.reads().p99() ? after : before;
      before = after;
      var slower = slower(quiet, meanwhile);
      var disturbed = !slower.isEmpty() && meanwhile.strangers() > STRANGERS_DISTURB;
      if (!disturbed || attempt == ATTEMPTS) {
        var differences = new ArrayList<>(disturbed ? List.of() : slower);
        signIn.ifPresent(failure -> differences.add("sign-in afterwards: " + failure));
        differences.addAll(lasting(meanwhile, after));
        judge(abuse, abuser, quiet, meanwhile, differences, disturbed);
        return;
      }
    }
  }

  private void judge(
      Abuse abuse,
      Abuser abuser,
      Figures quiet,
      Figures meanwhile,
      List<String> differences,
      boolean disturbed) {
    var failures = new ArrayList<>(meanwhile.failures());
    if (abuser.improper() > 0) {
      failures.add("the abuser was answered " + abuser.answers());
    }
    var line =
        new FaultLine(
                "abuse: " + abuse.description(),
                abuser.sent(),
                List.of(
                    new Finding(
                        PROPER_ANSWERS,
                        failures.size(),
                        meanwhile.requests() + " answers to others"),
                    new Finding(
                        OTHERS_UNDISTURBED,
                        differences.size(),
                        (disturbed ? "" : "times, ") + "liveness, sign-in, memory, restarts")),
                "p99 of others: reads %.1f → %.1f ms, commands %.1f → %.1f ms; liveness %d ms; gateway %d MB; abuser answered %s; %.0f %% of the machine used by others%s"
                    .formatted(
                        quiet.reads().p99(),
                        meanwhile.reads().p99(),
                        quiet.commands().p99(),
                        meanwhile.commands().p99(),
                        meanwhile.liveness().toMillis(),
                        megabytes("gateway"),
                        abuser.answers(),
                        100 * meanwhile.strangers(),
                        disturbed ? ": TIMES NOT JUDGED" : ""),
                Seed.choose())
            .publish();
    failures.addAll(differences);
    assertThat(failures.stream().distinct().limit(FIRST)).as(line.toString()).isEmpty();
  }

  private static List<String> slower(Figures quiet, Figures meanwhile) {
    var slower = new ArrayList<String>();
    if (isSlower(quiet.reads(), meanwhile.reads(), READ_FLOOR_MILLIS)) {
      slower.add("reads: quiet %s, abused %s".formatted(quiet.reads(), meanwhile.reads()));
    }
    if (isSlower(quiet.commands(), meanwhile.commands(), COMMAND_FLOOR_MILLIS)) {
      slower.add("commands: quiet %s, abused %s".formatted(quiet.commands(), meanwhile.commands()));
    }
    return slower;
  }

  private static boolean isSlower(Percentiles quiet, Percentiles meanwhile, double floor) {
    return meanwhile.p99() > Math.max(floor, MOST_TIMES_SLOWER * quiet.p99());
  }

  /** What no other user of the machine excuses. */
  private List<String> lasting(Figures meanwhile, Figures after) {
    var differences = new ArrayList<String>();
    if (meanwhile.liveness().compareTo(LIVENESS_BOUND) >= 0) {
      differences.add("liveness took " + meanwhile.liveness());
    }
    after.failures().forEach(failure -> differences.add("afterwards: " + failure));
    if (!pids().equals(pids)) {
      differences.add("restarted: %s → %s".formatted(pids, pids()));
      pids = pids();
    }
    for (var service : Services.PROGRAMS) {
      if (megabytes(service) >= MEMORY_BOUND_MEGABYTES) {
        differences.add("%s takes %d MB".formatted(service, megabytes(service)));
      }
    }
    return differences;
  }

  private Map<String, Long> pids() {
    return system.state().processes().stream()
        .collect(Collectors.toMap(RunFile.Running::name, RunFile.Running::pid, (one, _) -> one));
  }

  private long megabytes(String process) {
    return StartTest.residentMegabytes(system.state().process(process).pid());
  }
}
