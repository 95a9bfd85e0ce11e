package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.odalinkage.activity.ActivityCommand.Advance;
import dev.kanmin.odalinkage.activity.ActivityCommand.ConfirmFields;
import dev.kanmin.odalinkage.activity.ActivityCommand.CorrectStep;
import dev.kanmin.odalinkage.activity.ActivityCommand.Import;
import dev.kanmin.odalinkage.activity.ActivityCommand.OverrideFields;
import dev.kanmin.odalinkage.activity.ActivityCommand.Register;
import dev.kanmin.odalinkage.activity.ActivityCommand.Revise;
import dev.kanmin.odalinkage.activity.ActivityCommand.SetScheme;
import dev.kanmin.odalinkage.activity.ActivityEvent.ActivityAdvanced;
import dev.kanmin.odalinkage.activity.ActivityEvent.ActivityImported;
import dev.kanmin.odalinkage.activity.ActivityEvent.ActivityRegistered;
import dev.kanmin.odalinkage.activity.ActivityEvent.ActivityRevised;
import dev.kanmin.odalinkage.activity.ActivityEvent.FieldsConfirmed;
import dev.kanmin.odalinkage.activity.ActivityEvent.FieldsOverridden;
import dev.kanmin.odalinkage.activity.ActivityEvent.SchemeSet;
import dev.kanmin.odalinkage.activity.ActivityEvent.StepCorrected;
import dev.kanmin.odalinkage.activity.FactsReader.Arrival;
import dev.kanmin.odalinkage.iati.IatiActivity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The rules of activities: first those of {@link ActivityLifeCycle}, here what needs thought. Whose
 * they are: {@link Ownership}.
 */
public final class ActivityDecider implements Decider<ActivityCommand, ActivityEvent, Activity> {
  /** Officers' days are Japan's. */
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private static final int LONGEST_EVIDENCE = 500;
  private static final int LONGEST_REMARK = 1_000;

  private final Ownership ownership;
  private final LifeCycle<ActivityCommand, Activity> lifeCycle;

  ActivityDecider(Ownership ownership, LifeCycle<ActivityCommand, Activity> lifeCycle) {
    this.ownership = ownership;
    this.lifeCycle = lifeCycle;
  }

  @Override
  public Activity initial() {
    return Activity.UNKNOWN;
  }

  @Override
  public List<ActivityEvent> decide(
      ActivityCommand command, Activity activity, CommandContext context) {
    if (!lifeCycle.admits(command, activity, context)) {
      return List.of();
    }
    return switch (command) {
      case Import imported -> importReport(imported, activity, context);
      case Register register -> register(register, activity, context);
      case Revise revise -> revise(revise, activity, context);
      case SetScheme set -> setScheme(set, activity, today(context));
      case Advance advance -> advance(advance, activity, today(context));
      case CorrectStep correct -> correctStep(correct, activity, today(context));
      case ConfirmFields confirm -> confirmFields(confirm, activity.known());
      case OverrideFields override -> overrideFields(override, activity, context.by());
    };
  }

  @Override
  public Activity evolve(Activity activity, ActivityEvent event) {
    ActivityFacts facts = event.activity();
    return switch (event) {
      case ActivityImported imported ->
          activity.after(facts, imported.report().orElseThrow(), activity.course());
      case ActivityRegistered registered ->
          activity.after(
              facts, registered.report().orElseThrow(), registered.course().orElseThrow());
      case ActivityRevised revised ->
          activity.after(facts, revised.report().orElseThrow(), activity.course());
      case SchemeSet set -> activity.after(facts, activity.report(), activity.course().with(set));
      case ActivityAdvanced advanced ->
          activity.after(facts, activity.report(), activity.course().with(advanced));
      case StepCorrected corrected ->
          activity.after(facts, activity.report(), corrected.course().orElseThrow());
      case FieldsConfirmed confirmed -> activity.after(facts, activity.report(), activity.course());
      case FieldsOverridden overridden -> activity.overridden(facts, overridden.remark());
    };
  }

  private static void checkText(Optional<String> text, int longest, String pointer) {
    text.ifPresent(given -> Checks.text(given, longest, pointer));
  }

  private static LocalDate today(CommandContext context) {
    return context.at().atZone(JAPAN).toLocalDate();
  }

  private List<ActivityEvent> importReport(
      Import command, Activity activity, CommandContext context) {
    AgencyCode owner = ownership.ofReport(command.activity(), activity.facts(), context.by());
    if (activity.report().contentHash().equals(command.report().contentHash())) {
      return List.of();
    }
    refuseOlder(command.activity(), activity);
    ActivityFacts facts =
        facts(
            command.activity(),
            new Arrival(command.report().contentHash(), owner, Origin.IMPORTED, context.at()),
            activity);
    return List.of(new ActivityImported(facts, Optional.of(command.report())));
  }

  /** Files arrive in any order; of two reports that say when, the later one counts. */
  private static void refuseOlder(IatiActivity report, Activity activity) {
    Optional<Instant> known = activity.facts().flatMap(ActivityFacts::lastUpdated);
    Optional<Instant> given = report.lastUpdated();
    if (given.isPresent() && known.isPresent() && given.get().isBefore(known.get())) {
      throw ActivityRules.OLDER_REPORT.refuse(
          "This report of "
              + report.identifier()
              + " was last updated on "
              + given.get()
              + ", before the one that is known, of "
              + known.get()
              + ". Send the newest file.");
    }
  }

  private List<ActivityEvent> register(
      Register command, Activity activity, CommandContext context) {
    if (activity.facts().isPresent()) {
      throw ActivityRules.IDENTIFIER_TAKEN.refuse(
          "There is already an activity "
              + command.activity().identifier()
              + ". Read it, and advance or revise it if it is yours.",
          "/iatiIdentifier");
    }
    AgencyCode owner = ownership.ofReport(command.activity(), activity.facts(), context.by());
    ActivityFacts reported =
        facts(
            command.activity(),
            new Arrival(command.report().contentHash(), owner, Origin.REGISTERED, context.at()),
            activity);
    Course course =
        command
            .scheme()
            .map(scheme -> SchemeSteps.underScheme(Course.NONE, scheme, reported, today(context)))
            .orElse(Course.NONE);
    return List.of(
        new ActivityRegistered(
            reported.with(course), Optional.of(command.report()), Optional.of(course)));
  }

  private List<ActivityEvent> revise(Revise command, Activity activity, CommandContext context) {
    ActivityFacts facts = activity.known();
    if (!facts.iatiIdentifier().equals(command.activity().identifier())) {
      throw ActivityRules.IDENTIFIER_FIXED.refuse(
          "The activity is "
              + facts.iatiIdentifier()
              + "; enter another one under another identifier.",
          "/iatiIdentifier");
    }
    AgencyCode owner = ownership.ofReport(command.activity(), activity.facts(), context.by());
    if (activity.report().contentHash().equals(command.report().contentHash())) {
      return List.of();
    }
    return List.of(
        new ActivityRevised(
            facts(
                command.activity(),
                new Arrival(command.report().contentHash(), owner, Origin.REGISTERED, context.at()),
                activity),
            Optional.of(command.report())));
  }

  private static List<ActivityEvent> setScheme(
      SetScheme command, Activity activity, LocalDate today) {
    Course course = activity.course();
    if (course.scheme().equals(Optional.of(command.scheme()))) {
      return List.of();
    }
    ActivityFacts facts = activity.known();
    Course changed = SchemeSteps.underScheme(course, command.scheme(), facts, today);
    return List.of(new SchemeSet(facts.with(changed), command.scheme(), course.scheme()));
  }

  private static List<ActivityEvent> advance(Advance command, Activity activity, LocalDate today) {
    checkText(command.evidence(), LONGEST_EVIDENCE, "/evidence");
    Course changed = SchemeSteps.advanced(activity.course(), command, today);
    if (changed.equals(activity.course())) {
      return List.of();
    }
    return List.of(
        new ActivityAdvanced(
            activity.known().with(changed),
            command.step(),
            command.date(),
            changed.nextStep(),
            changed.nextDate(),
            changed.reached().getLast().evidence()));
  }

  private static List<ActivityEvent> correctStep(
      CorrectStep command, Activity activity, LocalDate today) {
    checkText(command.evidence(), LONGEST_EVIDENCE, "/evidence");
    Course course = activity.course();
    Course changed = SchemeSteps.corrected(course, command, today);
    if (changed.equals(course)) {
      return List.of();
    }
    return List.of(
        new StepCorrected(
            activity.known().with(changed),
            command.step(),
            course.reached().getLast().step(),
            command.reason(),
            Optional.of(changed)));
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
      OverrideFields command, Activity activity, AgencyCode by) {
    checkText(command.remark(), LONGEST_REMARK, "/remark");
    ActivityFacts facts = activity.known();
    List<FieldMapping> mappings = FieldDecisions.overridden(command, facts.sectors());
    if (activity.fieldsOverridden()
        && mappings.equals(facts.fields())
        && command.remark().equals(activity.overrideRemark())) {
      return List.of();
    }
    ActivityFacts overridden =
        FactsReader.read(
            activity.report().typed(),
            new Arrival(
                facts.contentHash(),
                facts.owner(),
                facts.origin(),
                facts.lastUpdated().orElse(Instant.MAX)),
            sectors -> mappings,
            activity.course());
    return List.of(
        new FieldsOverridden(
            overridden,
            mappings.stream().map(FieldMapping::field).toList(),
            facts.fields().stream().map(FieldMapping::field).toList(),
            by.code(),
            command.reason(),
            command.remark()));
  }

  /** What a new report says, with everything that is Kanmin's own carried over. */
  private static ActivityFacts facts(IatiActivity reported, Arrival arrival, Activity activity) {
    return FactsReader.read(
        reported,
        arrival,
        sectors -> FieldDecisions.afterReport(reported, sectors, activity),
        activity.course());
  }
}
