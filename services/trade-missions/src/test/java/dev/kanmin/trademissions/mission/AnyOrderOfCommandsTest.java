package dev.kanmin.trademissions.mission;

import static dev.kanmin.trademissions.mission.MissionModel.Outcome.ALREADY_SO;
import static dev.kanmin.trademissions.mission.MissionModel.Outcome.DONE;
import static dev.kanmin.trademissions.mission.MissionModel.Outcome.REFUSED;
import static dev.kanmin.trademissions.mission.MissionState.ANNOUNCED;
import static dev.kanmin.trademissions.mission.MissionState.CANCELLED;
import static dev.kanmin.trademissions.mission.MissionState.DRAFT;
import static dev.kanmin.trademissions.mission.MissionState.OPEN;
import static dev.kanmin.trademissions.mission.MissionState.POSTPONED;
import static dev.kanmin.trademissions.mission.MissionState.REPORTED;
import static dev.kanmin.trademissions.mission.MissionState.SELECTED;
import static dev.kanmin.trademissions.mission.MissionState.SELECTING;
import static dev.kanmin.trademissions.mission.MissionState.TERMINATED;
import static dev.kanmin.trademissions.mission.MissionState.UNDERWAY;
import static dev.kanmin.trademissions.mission.Samples.JETRO;
import static dev.kanmin.trademissions.mission.Samples.METI;
import static dev.kanmin.trademissions.mission.Samples.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.events.wire.Json;
import dev.kanmin.trademissions.mission.MissionCommand.*;
import dev.kanmin.trademissions.mission.MissionModel.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever commands come in whatever order, these things hold, and each does what it does to the
 * {@link MissionModel}.
 */
class AnyOrderOfCommandsTest {
  private static final MissionDecider DECIDER = new MissionDecider();
  private static final int PLACES = 2;
  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant A_WEEK_BEFORE_THE_DEADLINE = Instant.parse("2026-12-11T08:00:00Z");

  private static final Map<MissionState, Set<MissionState>> LIFE_CYCLE =
      Map.of(
          DRAFT, Set.of(ANNOUNCED, CANCELLED),
          ANNOUNCED, Set.of(OPEN, POSTPONED, CANCELLED),
          OPEN, Set.of(SELECTING, POSTPONED, CANCELLED),
          SELECTING, Set.of(SELECTED, POSTPONED, CANCELLED),
          SELECTED, Set.of(UNDERWAY, POSTPONED, CANCELLED),
          POSTPONED, Set.of(ANNOUNCED, OPEN, SELECTING, SELECTED, CANCELLED),
          UNDERWAY, Set.of(REPORTED, TERMINATED),
          REPORTED, Set.of(),
          CANCELLED, Set.of(),
          TERMINATED, Set.of());

  /** Some hours later each, from December to after the mission. */
  private record Step(int kind, int applicant, int hours, boolean own) {}

  @Property(tries = 1_000)
  void the_invariants_hold(@ForAll("steps") List<Step> steps) {
    Mission mission = Given.mission(Samples.open(PLACES)).state();
    Instant now = A_WEEK_BEFORE_THE_DEADLINE;
    int applications = 0;
    MissionModel model = new MissionModel(mission);
    Mission opened = mission;
    List<MissionEvent> history = new ArrayList<>();
    for (Step step : steps) {
      now = now.plus(Duration.ofHours(step.hours()));
      MissionCommand command = command(step, now, applications);
      // as the timer does
      CommandContext context =
          Given.context(step.own() || command instanceof LapseOffers ? JETRO : METI, now);
      List<MissionEvent> events;
      Outcome expected = model.take(command, context.by(), now);
      try {
        events = DECIDER.decide(command, mission, context);
      } catch (Refusal refused) {
        assertThat(expected).as("%s, refused: %s", command, refused.rule()).isEqualTo(REFUSED);
        continue;
      }
      assertThat(expected).as("%s", command).isEqualTo(events.isEmpty() ? ALREADY_SO : DONE);
      assertThat(DECIDER.decide(command, mission, context)).isEqualTo(events);
      Mission before = mission;
      for (MissionEvent event : events) {
        Mission previous = mission;
        mission = DECIDER.evolve(mission, event);
        movesAlongTheLifeCycle(previous, mission);
      }
      assertThat(MissionModel.told(mission)).as("after %s", command).isEqualTo(model.told());
      history.addAll(events);
      if (command instanceof Apply) {
        applications++;
      }
      placesAreKept(mission);
      offersStandOnlyWhileTheyCanBeAccepted(mission);
      nobodyWaitsWhileAPlaceIsFree(mission, events, now);
      aRepetitionChangesNothing(before, mission, command, context);
      survivesStorage(mission);
    }
    assertThat(replayed(opened, history)).isEqualTo(mission);
    Statistics.collect(mission.state());
  }

  private static Mission replayed(Mission from, List<MissionEvent> history) {
    Mission mission = from;
    for (MissionEvent event : history) {
      mission = DECIDER.evolve(mission, event);
    }
    return mission;
  }

  private static void movesAlongTheLifeCycle(Mission before, Mission after) {
    if (before.state() != after.state()) {
      assertThat(LIFE_CYCLE.get(before.state())).contains(after.state());
    }
    if (before.state() == POSTPONED && after.state() != CANCELLED && after.state() != POSTPONED) {
      assertThat(before.resumesIn()).contains(after.state());
    }
  }

  private static void placesAreKept(Mission mission) {
    assertThat(mission.placesTaken()).isLessThanOrEqualTo(PLACES);
    assertThat(
            mission.applications().stream()
                .filter(it -> it.state().isActive())
                .map(Application::company))
        .doesNotHaveDuplicates();
  }

  private static void offersStandOnlyWhileTheyCanBeAccepted(Mission mission) {
    if (mission.state() != SELECTED) {
      assertThat(mission.openOffers()).isEmpty();
    }
    Instant begins = mission.plan().begins().orElseThrow();
    assertThat(mission.openOffers())
        .allMatch(it -> it.state() == ApplicationState.WAITLISTED)
        .noneMatch(it -> it.offer().orElseThrow().replyBy().isAfter(begins));
  }

  private static void nobodyWaitsWhileAPlaceIsFree(
      Mission mission, List<MissionEvent> events, Instant now) {
    boolean beforeTheStart = now.isBefore(mission.plan().begins().orElseThrow());
    if (mission.state() == SELECTED && beforeTheStart && !events.isEmpty()) {
      assertThat(mission.freePlaces() == 0 || mission.line().isEmpty()).isTrue();
    }
  }

  /** Apart from applying, which makes a new application, and resuming, which is done then. */
  private static void aRepetitionChangesNothing(
      Mission before, Mission after, MissionCommand command, CommandContext context) {
    if (before.equals(after) || command instanceof Apply || command instanceof Resume) {
      return;
    }
    assertThat(DECIDER.decide(command, after, context)).isEmpty();
  }

  private static void survivesStorage(Mission mission) {
    String stored = Json.events().writeValueAsString(mission);
    assertThat(Json.events().readValue(stored, Mission.class)).isEqualTo(mission);
  }

  private static MissionCommand command(Step step, Instant now, int applications) {
    String application = "app_" + step.applicant();
    return switch (step.kind()) {
      case 0, 1, 2 -> Samples.apply("app_" + applications, step.applicant());
      case 3, 4 -> new StartSelection();
      case 5, 6 -> new Select(application);
      case 7, 8 -> new Waitlist(application);
      case 9 -> new Decline(application, Samples.FULL);
      case 10 -> new Withdraw(application);
      case 11, 12 -> new FinishSelection();
      case 13 -> new AcceptOffer(application);
      case 14 -> new DeclineOffer(application);
      case 15 -> new LapseOffers();
      case 16 -> new Postpone(WHY);
      case 17 -> new Resume(List.of(), Optional.empty());
      case 18 -> new Start();
      case 19 -> new GiveReport(new MissionReport(WHY, List.of()));
      case 20 -> new Reschedule(List.of(inDays(3 * step.applicant() - 1, now)), Optional.empty());
      case 21 -> new Terminate(WHY);
      default -> new Cancel(WHY);
    };
  }

  private static Stop inDays(int days, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(days);
    return new Stop(CountryCode.of("VN"), "Hà Nội", Optional.empty(), day, day, HANOI);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> kinds =
        Arbitraries.frequencyOf(
            Tuple.of(200, Arbitraries.integers().between(0, 15)),
            Tuple.of(40, Arbitraries.integers().between(16, 20)),
            Tuple.of(1, Arbitraries.integers().between(21, 22)));
    Arbitrary<Integer> applicants = Arbitraries.integers().between(0, 5);
    Arbitrary<Integer> hours =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.integers().between(0, 24)),
            Tuple.of(1, Arbitraries.integers().between(0, 24 * 40)));
    Arbitrary<Boolean> own = Arbitraries.of(true, true, true, false);
    return Combinators.combine(kinds, applicants, hours, own)
        .as(Step::new)
        .list()
        .ofMinSize(20)
        .ofMaxSize(120);
  }
}
