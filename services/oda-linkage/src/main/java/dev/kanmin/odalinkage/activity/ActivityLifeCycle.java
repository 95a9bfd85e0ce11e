package dev.kanmin.odalinkage.activity;

import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.LifeCycle.Role;
import dev.kanmin.events.aggregates.LifeCycle.Row;
import dev.kanmin.odalinkage.activity.ActivityCommand.Advance;
import dev.kanmin.odalinkage.activity.ActivityCommand.ConfirmFields;
import dev.kanmin.odalinkage.activity.ActivityCommand.CorrectStep;
import dev.kanmin.odalinkage.activity.ActivityCommand.Import;
import dev.kanmin.odalinkage.activity.ActivityCommand.OverrideFields;
import dev.kanmin.odalinkage.activity.ActivityCommand.Register;
import dev.kanmin.odalinkage.activity.ActivityCommand.Revise;
import dev.kanmin.odalinkage.activity.ActivityCommand.SetScheme;
import java.util.List;

/**
 * What may be done with an activity, and by whom. Its state is what its report says. So no verb
 * leads to a state of its own, and every verb is for every state: an evaluation follows years after
 * an activity was closed.
 */
final class ActivityLifeCycle {
  static final String KIND = "activity";

  /** The agency that answers for an activity, and its delegates. */
  static final String OWNER = "owner";

  private ActivityLifeCycle() {}

  static LifeCycle<ActivityCommand, Activity> under(Ownership ownership) {
    ActivityState[] any = ActivityState.values();
    List<Role<Activity>> owner = List.of(new Role<>(OWNER, ownership::isHeldBy));
    return LifeCycle.of(KIND, "activities:write", Activity::state, ActivityRules.NOT_IN_THIS_STATE)
        .others(ActivityRules.OWNED_BY_OTHER)
        .with(
            verb("import", Import.class),
            verb("register", Register.class),
            verb("revise", Revise.class)
                .from(any)
                .by(owner)
                .unless(ActivityRules.IMPORTED, ActivityRules::fromAFile),
            verb("set-scheme", SetScheme.class).from(any).by(owner),
            verb("advance", Advance.class)
                .from(any)
                .by(owner)
                .unless(ActivityRules.SCHEME_NOT_SET, ActivityRules::underNoScheme),
            verb("correct-step", CorrectStep.class)
                .from(any)
                .by(owner)
                .unless(ActivityRules.SCHEME_NOT_SET, ActivityRules::underNoScheme),
            verb("confirm-fields", ConfirmFields.class)
                .from(any)
                .by(owner)
                .unless(ActivityRules.NOTHING_TO_CONFIRM, ActivityRules::withoutFields),
            verb("override-fields", OverrideFields.class).from(any).by(owner));
  }

  private static <K extends ActivityCommand> Row<K, Activity> verb(String code, Class<K> command) {
    return LifeCycle.verb(code, command);
  }
}
