package dev.kanmin.events.aggregates;

import static dev.kanmin.events.aggregates.LifeCycleTest.State.DRAFT;
import static dev.kanmin.events.aggregates.LifeCycleTest.State.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Coded;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import dev.kanmin.events.wire.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
  private static final AgencyCode JETRO = AgencyCode.of("jetro");
  private static final AgencyCode METI = AgencyCode.of("meti");
  private static final Instant MORNING = Instant.parse("2027-04-01T00:00:00Z");
  private static final Instant EVENING = Instant.parse("2027-04-01T12:00:00Z");

  private static final Rule WRONG_STATE = Rule.conflict("wrong-state", "Not in this state");
  private static final Rule WHOLE_CLOSED = Rule.conflict("whole-closed", "The whole is closed");
  private static final Rule NOT_YOURS = Rule.forbidden("not-your-thing", "Not your thing");
  private static final Rule EMPTY = Rule.conflict("empty", "It says nothing");
  private static final Rule TOO_LATE = Rule.conflict("too-late", "It is too late");

  enum State implements Coded {
    DRAFT,
    OPEN
  }

  private record Thing(State state, String text, boolean wholeIsOpen) {
    State wholeState() {
      return wholeIsOpen ? OPEN : DRAFT;
    }
  }

  private sealed interface Command {
    record Draft() implements Command {}

    record Announce() implements Command {}

    record Revise(String text) implements Command {}

    record Lapse() implements Command {}

    record Forgotten() implements Command {}
  }

  private static final Role<Thing> OWNER =
      new Role<>("owner", (thing, agency) -> agency.equals(JETRO));

  private static final LifeCycle<Command, Thing> TABLE =
      LifeCycle.of("mission", "things:write", Thing::state, WRONG_STATE)
          .within("folder", Thing::wholeState, WHOLE_CLOSED)
          .others(NOT_YOURS)
          .with(
              verb("draft", Command.Draft.class).to(DRAFT),
              verb("announce", Command.Announce.class)
                  .from(DRAFT)
                  .to(OPEN)
                  .by(List.of(OWNER))
                  .unless(EMPTY, LifeCycleTest::empty)
                  .unless(TOO_LATE, LifeCycleTest::late)
                  .repeatable(),
              verb("revise", Command.Revise.class)
                  .during(OPEN)
                  .from(DRAFT, OPEN)
                  .to(DRAFT, OPEN)
                  .repeatable((asked, thing) -> asked.text().equals(thing.text())),
              verb("lapse-offers", Command.Lapse.class).from(OPEN).internal());

  private static <K extends Command> Row<K, Thing> verb(String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }

  private static Optional<String> empty(Thing thing) {
    return thing.text().isEmpty() ? Optional.of("Write something.") : Optional.empty();
  }

  private static Optional<String> late(Thing thing, Instant at) {
    return at.isBefore(EVENING) ? Optional.empty() : Optional.of("It is evening.");
  }

  @Test
  void what_a_row_allows_is_admitted() {
    assertThat(admits(new Command.Announce(), draft("a"), JETRO, MORNING)).isTrue();
  }

  @Test
  void role_is_asked_before_state_and_state_before_conditions() {
    Thing open = new Thing(OPEN, "", true);
    refused(new Command.Announce(), draft(""), METI, EVENING, NOT_YOURS);
    refused(new Command.Announce(), draft(""), JETRO, EVENING, EMPTY);
    refused(new Command.Announce(), draft("a"), JETRO, EVENING, TOO_LATE);
    assertThat(admits(new Command.Announce(), open, JETRO, EVENING)).isFalse();
    refused(new Command.Lapse(), draft("a"), METI, MORNING, WRONG_STATE);
  }

  @Test
  void a_refusal_says_who_may_and_from_where() {
    assertThat(refusal(new Command.Announce(), draft("a"), METI, MORNING).detail())
        .isEqualTo("'announce' is for its owner; meti is none of them.");
    assertThat(refusal(new Command.Lapse(), draft("a"), METI, MORNING).detail())
        .isEqualTo("'lapse-offers' is for a mission that is open; this one is draft.");
  }

  @Test
  void what_already_is_leads_to_nothing_if_it_is_the_same() {
    assertThat(admits(new Command.Revise("a"), draft("a"), METI, MORNING)).isFalse();
    assertThat(admits(new Command.Revise("b"), draft("a"), METI, MORNING)).isTrue();
  }

  @Test
  void a_part_is_not_touched_while_its_whole_is_in_another_state_not_even_to_say_it_again() {
    Thing closed = new Thing(DRAFT, "a", false);
    refused(new Command.Revise("a"), closed, METI, MORNING, WHOLE_CLOSED);
    assertThat(refusal(new Command.Revise("a"), closed, METI, MORNING).detail())
        .isEqualTo("'revise' is for a folder that is open; this one is draft.");
  }

  @Test
  void actions_say_the_same_and_leave_out_births_and_what_the_service_does_itself() {
    assertThat(TABLE.actions(draft("a"), METI, EVENING))
        .extracting(
            LifeCycle.Action::verb, action -> action.refusal().map(Refusal::rule).orElse(null))
        .containsExactly(tuple("announce", NOT_YOURS), tuple("revise", null));
    assertThat(TABLE.actions(draft("a"), JETRO, EVENING).getFirst().refusal())
        .map(Refusal::rule)
        .contains(TOO_LATE);
  }

  @Test
  void a_birth_is_known_as_one() {
    assertThat(TABLE.bears(new Command.Draft())).isTrue();
    assertThat(TABLE.bears(new Command.Announce())).isFalse();
  }

  @Test
  void a_table_that_forgets_a_command_or_names_a_verb_without_label_is_a_fault_of_ours() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> admits(new Command.Forgotten(), draft("a"), METI, MORNING));
    var begun = LifeCycle.of("mission", "things:write", Thing::state, WRONG_STATE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> begun.with(verb("juggle", Command.Lapse.class)))
        .withMessageContaining("mission-verbs");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> begun.with(verb("open", Command.Lapse.class), verb("start", Command.Lapse.class)))
        .withMessageContaining("Two verbs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Role<Thing>("juggler", (thing, agency) -> true));
  }

  private static Thing draft(String text) {
    return new Thing(DRAFT, text, true);
  }

  private static boolean admits(Command command, Thing thing, AgencyCode by, Instant at) {
    return TABLE.admits(command, thing, CommandContext.of(new Actor(by.code(), "test"), at));
  }

  private static void refused(Command command, Thing thing, AgencyCode by, Instant at, Rule rule) {
    assertThat(refusal(command, thing, by, at).rule()).isEqualTo(rule);
  }

  private static Refusal refusal(Command command, Thing thing, AgencyCode by, Instant at) {
    return assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> admits(command, thing, by, at))
        .actual();
  }
}
