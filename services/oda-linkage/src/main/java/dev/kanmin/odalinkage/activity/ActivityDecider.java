package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.Decider;
import dev.kanmin.odalinkage.activity.ActivityCommand.Advance;
import dev.kanmin.odalinkage.activity.ActivityCommand.ConfirmFields;
import dev.kanmin.odalinkage.activity.ActivityCommand.CorrectStep;
import dev.kanmin.odalinkage.activity.ActivityCommand.Import;
import dev.kanmin.odalinkage.activity.ActivityCommand.OverrideFields;
import dev.kanmin.odalinkage.activity.ActivityCommand.Register;
import dev.kanmin.odalinkage.activity.ActivityCommand.Revise;
import dev.kanmin.odalinkage.activity.ActivityCommand.SetScheme;
import dev.kanmin.odalinkage.activity.ActivityEvent.Advanced;
import dev.kanmin.odalinkage.activity.ActivityEvent.FieldsConfirmed;
import dev.kanmin.odalinkage.activity.ActivityEvent.FieldsOverridden;
import dev.kanmin.odalinkage.activity.ActivityEvent.Imported;
import dev.kanmin.odalinkage.activity.ActivityEvent.Registered;
import dev.kanmin.odalinkage.activity.ActivityEvent.Revised;
import dev.kanmin.odalinkage.activity.ActivityEvent.SchemeSet;
import dev.kanmin.odalinkage.activity.ActivityEvent.StepCorrected;
import dev.kanmin.odalinkage.iati.IatiActivity;
import java.util.List;
import java.util.Optional;

/** The rules of activities. Whose they are: {@link Ownership}. */
public final class ActivityDecider implements Decider<ActivityCommand, ActivityEvent, Activity> {
  private final Ownership ownership;

  public ActivityDecider(Delegations delegations) {
    this.ownership = new Ownership(delegations);
  }

  @Override
  public Activity initial() {
    return Activity.UNKNOWN;
  }

  @Override
  public List<ActivityEvent> decide(ActivityCommand command, Activity activity) {
    return switch (command) {
      case Import imported -> importReport(imported, activity);
      case Register register -> register(register, activity);
      case Revise revise -> revise(revise, activity);
      case SetScheme set -> setScheme(set, own(activity, set.agency()), activity.course());
      case Advance advance -> advance(advance, own(activity, advance.agency()), activity.course());
      case CorrectStep correct ->
          correctStep(correct, own(activity, correct.agency()), activity.course());
      case ConfirmFields confirm -> confirmFields(confirm, own(activity, confirm.agency()));
      case OverrideFields override ->
          overrideFields(override, own(activity, override.agency()), activity);
    };
  }

  @Override
  public Activity evolve(Activity activity, ActivityEvent event) {
    ActivityFacts facts = event.activity();
    return switch (event) {
      case Imported imported -> activity.after(facts, imported.report(), activity.course());
      case Registered registered -> activity.after(facts, registered.report(), registered.course());
      case Revised revised -> activity.after(facts, revised.report(), activity.course());
      case SchemeSet set -> activity.after(facts, activity.report(), activity.course().with(set));
      case Advanced advanced ->
          activity.after(facts, activity.report(), activity.course().with(advanced));
      case StepCorrected corrected -> activity.after(facts, activity.report(), corrected.course());
      case FieldsConfirmed confirmed -> activity.after(facts, activity.report(), activity.course());
      case FieldsOverridden overridden -> activity.overridden(facts, overridden.remark());
    };
  }

  private List<ActivityEvent> importReport(Import command, Activity activity) {
    AgencyCode owner = ownership.ofReport(command.activity(), activity.facts(), command.agency());
    if (activity.report().contentHash().equals(command.report().contentHash())) {
      return List.of();
    }
    ActivityFacts facts =
        facts(command.activity(), command.report(), owner, Origin.IMPORTED, activity);
    return List.of(new Imported(facts, command.report()));
  }

  private List<ActivityEvent> register(Register command, Activity activity) {
    if (activity.facts().isPresent()) {
      throw ActivityRules.IDENTIFIER_TAKEN.refuse(
          "There is already an activity "
              + command.activity().identifier()
              + ". Read it, and advance or revise it if it is yours.",
          "/iatiIdentifier");
    }
    AgencyCode owner = ownership.ofReport(command.activity(), activity.facts(), command.agency());
    ActivityFacts reported =
        facts(command.activity(), command.report(), owner, Origin.REGISTERED, activity);
    Course course =
        command
            .scheme()
            .map(scheme -> SchemeSteps.underScheme(Course.NONE, scheme, reported, command.today()))
            .orElse(Course.NONE);
    return List.of(new Registered(reported.with(course), command.report(), course));
  }

  private List<ActivityEvent> revise(Revise command, Activity activity) {
    ActivityFacts facts = own(activity, command.agency());
    if (facts.origin() == Origin.IMPORTED) {
      throw ActivityRules.IMPORTED.refuse(
          facts.iatiIdentifier()
              + " came from an IATI file. Import a newer file to change what it reports.");
    }
    if (!facts.iatiIdentifier().equals(command.activity().identifier())) {
      throw ActivityRules.IDENTIFIER_FIXED.refuse(
          "The activity is "
              + facts.iatiIdentifier()
              + "; enter another one under another identifier.",
          "/iatiIdentifier");
    }
    AgencyCode owner = ownership.ofReport(command.activity(), activity.facts(), command.agency());
    if (activity.report().contentHash().equals(command.report().contentHash())) {
      return List.of();
    }
    return List.of(
        new Revised(
            facts(command.activity(), command.report(), owner, Origin.REGISTERED, activity),
            command.report()));
  }

  private static List<ActivityEvent> setScheme(
      SetScheme command, ActivityFacts facts, Course course) {
    if (course.scheme().equals(Optional.of(command.scheme()))) {
      return List.of();
    }
    Course changed = SchemeSteps.underScheme(course, command.scheme(), facts, command.today());
    return List.of(new SchemeSet(facts.with(changed), command.scheme(), course.scheme()));
  }

  private static List<ActivityEvent> advance(Advance command, ActivityFacts facts, Course course) {
    Course changed = SchemeSteps.advanced(course, command);
    if (changed.equals(course)) {
      return List.of();
    }
    return List.of(
        new Advanced(
            facts.with(changed),
            command.step(),
            command.date(),
            changed.nextStep(),
            changed.nextDate(),
            changed.reached().getLast().evidence()));
  }

  private static List<ActivityEvent> correctStep(
      CorrectStep command, ActivityFacts facts, Course course) {
    Course changed = SchemeSteps.corrected(course, command);
    if (changed.equals(course)) {
      return List.of();
    }
    return List.of(
        new StepCorrected(
            facts.with(changed),
            command.step(),
            course.reached().getLast().step(),
            command.reason(),
            changed));
  }

  private static List<ActivityEvent> confirmFields(ConfirmFields command, ActivityFacts facts) {
    return FieldDecisions.confirmed(facts.fields(), command.fields())
        .map(
            decision ->
                List.<ActivityEvent>of(
                    new FieldsConfirmed(facts.with(decision.mappings()), decision.changed())))
        .orElse(List.of());
  }

  private static List<ActivityEvent> overrideFields(
      OverrideFields command, ActivityFacts facts, Activity activity) {
    List<FieldMapping> mappings = FieldDecisions.overridden(command, facts.sectors());
    if (activity.fieldsOverridden()
        && mappings.equals(facts.fields())
        && command.remark().equals(activity.overrideRemark())) {
      return List.of();
    }
    return List.of(
        new FieldsOverridden(
            facts.with(mappings),
            mappings.stream().map(FieldMapping::field).toList(),
            facts.fields().stream().map(FieldMapping::field).toList(),
            command.agency().code(),
            command.reason(),
            command.remark()));
  }

  /** What a new report says, with everything that is Kanmin's own carried over. */
  private static ActivityFacts facts(
      IatiActivity reported, Report report, AgencyCode owner, Origin origin, Activity activity) {
    ActivityFacts facts =
        FactsReader.read(
            reported, report.contentHash(), owner, origin, List.of(), activity.course());
    return facts.with(FieldDecisions.afterReport(reported, facts.sectors(), activity));
  }

  /** The facts of a known activity that the agency may change. */
  private ActivityFacts own(Activity activity, AgencyCode agency) {
    ActivityFacts facts =
        activity
            .facts()
            .orElseThrow(
                () -> ActivityRules.UNKNOWN_ACTIVITY.refuse("There is no activity under this id."));
    ownership.check(facts, agency);
    return facts;
  }
}
