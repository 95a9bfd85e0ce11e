package dev.kanmin.odalinkage.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Scheme;
import dev.kanmin.codes.SchemeStep;
import dev.kanmin.codes.Schemes;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.events.wire.Json;
import dev.kanmin.odalinkage.activity.ActivityCommand.Advance;
import dev.kanmin.odalinkage.activity.ActivityCommand.ConfirmFields;
import dev.kanmin.odalinkage.activity.ActivityCommand.CorrectStep;
import dev.kanmin.odalinkage.activity.ActivityCommand.Import;
import dev.kanmin.odalinkage.activity.ActivityCommand.OverrideFields;
import dev.kanmin.odalinkage.activity.ActivityCommand.SetScheme;
import dev.kanmin.odalinkage.activity.Course.ReachedStep;
import dev.kanmin.odalinkage.activity.FieldMapping.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Any commands in any order, by the owner and by others: what must hold after each of them. */
class ActivityModelTest {
  private static final List<String> TITLES =
      List.of("Endoscopy", "Dialysis and telemedicine", "Medical equipment", "Roads");
  private static final List<Samples.Sample> REPORTS =
      TITLES.stream()
          .map(title -> Samples.one(Samples.inVietNam(Samples.BANK, Samples.BANK + "-1", title)))
          .toList();

  private final Ownership ownership = new Ownership(Delegations.NONE);
  private final LifeCycle<ActivityCommand, Activity> lifeCycle = ActivityLifeCycle.under(ownership);
  private final ActivityDecider decider = new ActivityDecider(ownership, lifeCycle);

  @Property(tries = 500)
  void whatever_is_asked_the_activity_stays_sound(@ForAll("commands") List<Asked> commands) {
    Activity state = Activity.UNKNOWN;
    List<ActivityEvent> history = new ArrayList<>();
    for (Asked asked : commands) {
      Activity before = state;
      if (before.facts().isEmpty() && !lifeCycle.bears(asked.command())) {
        continue; // the platform refuses it as unknown
      }
      try {
        List<ActivityEvent> events = decide(asked, state);
        assertThat(decide(asked, state)).isEqualTo(events);
        for (ActivityEvent event : events) {
          state = decider.evolve(state, event);
          assertThat(state.facts()).contains(event.activity());
        }
        history.addAll(events);
      } catch (Refusal refused) {
        assertThat(state).isEqualTo(before);
        continue;
      }
      check(before, asked, state);
    }
    Activity replayed = Activity.UNKNOWN;
    for (ActivityEvent event : history) {
      replayed = decider.evolve(replayed, event);
    }
    assertThat(replayed).isEqualTo(state);
  }

  private List<ActivityEvent> decide(Asked asked, Activity activity) {
    return decider.decide(asked.command(), activity, asked.context());
  }

  private void check(Activity before, Asked asked, Activity after) {
    ActivityFacts facts = after.facts().orElseThrow();
    before
        .facts()
        .ifPresent(
            known -> {
              assertThat(facts.owner()).isEqualTo(known.owner());
              assertThat(asked.by()).isEqualTo(known.owner());
            });
    assertThat(facts.contentHash()).isEqualTo(after.report().contentHash());
    assertSteps(after.course(), facts);
    assertThat(facts.fields()).doesNotHaveDuplicates();
    if (after.fieldsOverridden()) {
      assertThat(facts.fields()).allMatch(mapping -> mapping.state() == State.OVERRIDDEN);
    }
    if (asked.command() instanceof Import) {
      assertThat(after.course()).isEqualTo(before.course());
    }
    assertThat(decide(asked, after)).as("repeating %s", asked).isEmpty();
    String stored = Json.events().writeValueAsString(after);
    assertThat(Json.events().readValue(stored, Activity.class)).isEqualTo(after);
  }

  private static void assertSteps(Course course, ActivityFacts facts) {
    assertThat(facts.scheme()).isEqualTo(course.scheme());
    assertThat(facts.step()).isEqualTo(course.current().map(ReachedStep::step));
    if (course.scheme().isEmpty()) {
      assertThat(course.reached()).isEmpty();
      return;
    }
    Scheme scheme = Schemes.require(course.scheme().orElseThrow());
    List<String> order = scheme.steps().stream().map(SchemeStep::code).toList();
    List<Integer> positions =
        course.reached().stream().map(step -> order.indexOf(step.step())).toList();
    assertThat(positions).isSorted().doesNotHaveDuplicates().doesNotContain(-1);
    assertThat(course.reached()).extracting(ReachedStep::date).isSorted();
    course
        .nextStep()
        .filter(next -> !positions.isEmpty())
        .ifPresent(next -> assertThat(order.indexOf(next)).isGreaterThan(positions.getLast()));
  }

  @Provide
  Arbitrary<List<Asked>> commands() {
    Arbitrary<AgencyCode> agencies =
        Arbitraries.frequency(Tuple.of(5, "jica"), Tuple.of(1, "jetro")).map(AgencyCode::of);
    Arbitrary<String> schemes = Arbitraries.of("grant-aid", "oda-loan", "technical-cooperation");
    Arbitrary<String> steps =
        Arbitraries.of(
            "preparatory-survey",
            "exchange-of-notes",
            "grant-agreement",
            "loan-agreement",
            "tender",
            "implementation",
            "follow-up");
    Arbitrary<LocalDate> dates = Arbitraries.integers().between(-400, 2).map(Asked.TODAY::plusDays);
    Arbitrary<Field> fields =
        Arbitraries.of("endoscopy", "telemedicine", "cross-field").map(Field::of);

    Arbitrary<Asked> imports =
        Combinators.combine(agencies, Arbitraries.of(REPORTS))
            .as(
                (agency, sample) ->
                    new Asked(agency, new Import(sample.report(), sample.activity())));
    Arbitrary<Asked> schemeSettings =
        Combinators.combine(agencies, schemes)
            .as((agency, scheme) -> new Asked(agency, new SetScheme(scheme)));
    Arbitrary<Asked> advances =
        Combinators.combine(agencies, steps, dates, steps.optional(), dates.optional())
            .as(
                (agency, step, date, next, nextDate) ->
                    new Asked(agency, new Advance(step, date, Optional.of("doc"), next, nextDate)));
    Arbitrary<Asked> corrections =
        Combinators.combine(agencies, steps.optional(), dates.optional())
            .as(
                (agency, step, date) ->
                    new Asked(
                        agency,
                        new CorrectStep(
                            step,
                            date,
                            Optional.empty(),
                            StepCorrectionReason.ENTERED_BY_MISTAKE)));
    Arbitrary<Asked> confirmations =
        Combinators.combine(agencies, fields.list().ofMaxSize(2))
            .as((agency, named) -> new Asked(agency, new ConfirmFields(named)));
    Arbitrary<Asked> overrides =
        Combinators.combine(
                agencies, fields.list().ofMaxSize(2), Arbitraries.of(OverrideReason.values()))
            .as(
                (agency, named, reason) ->
                    new Asked(agency, new OverrideFields(named, reason, Optional.of("because"))));
    return Arbitraries.oneOf(
            List.of(imports, schemeSettings, advances, corrections, confirmations, overrides))
        .list()
        .ofMaxSize(25);
  }
}
