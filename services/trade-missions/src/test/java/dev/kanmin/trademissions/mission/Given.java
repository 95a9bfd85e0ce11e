package dev.kanmin.trademissions.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kanmin.events.Refusal;
import dev.kanmin.events.Rule;
import java.util.List;

/** Given what happened, when a command comes, then these events or that refusal. */
final class Given {
  private static final MissionDecider DECIDER = new MissionDecider();

  private final Mission mission;

  private Given(Mission mission) {
    this.mission = mission;
  }

  static Given nothing() {
    return new Given(DECIDER.initial());
  }

  /** The mission that these commands lead to. */
  static Given mission(MissionCommand... commands) {
    return nothing().and(commands);
  }

  Given and(MissionCommand... commands) {
    Mission state = mission;
    for (MissionCommand command : commands) {
      for (MissionEvent event : DECIDER.decide(command, state)) {
        state = DECIDER.evolve(state, event);
      }
    }
    return new Given(state);
  }

  When when(MissionCommand command) {
    return new When(command);
  }

  /** The state itself, for what no event shows. */
  Mission state() {
    return mission;
  }

  final class When {
    private final MissionCommand command;

    private When(MissionCommand command) {
      this.command = command;
    }

    void then(MissionEvent... events) {
      assertThat(DECIDER.decide(command, mission)).containsExactly(events);
    }

    void thenNothing() {
      then();
    }

    List<MissionEvent> events() {
      return DECIDER.decide(command, mission);
    }

    void thenRefusedBy(Rule rule) {
      thenRefusedBy(rule, "");
    }

    void thenRefusedBy(Rule rule, String pointer) {
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> DECIDER.decide(command, mission))
          .satisfies(
              refusal -> {
                assertThat(refusal.rule()).isEqualTo(rule);
                assertThat(refusal.pointer().orElse("")).isEqualTo(pointer);
              });
    }
  }
}
