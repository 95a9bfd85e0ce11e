package dev.kanmin.controltower.targets;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Decimal;
import dev.kanmin.codes.Field;
import dev.kanmin.controltower.counting.Scope;
import dev.kanmin.controltower.targets.TargetCommand.*;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.service.Stories;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where stories of targets begin: METI aims, in October 2026. */
public final class TargetStories {
  static final String INDICATOR = "ind_01234567890123456789abcdef";

  private static final Stories<TargetCommand, TargetEvent, Target> NOTHING =
      Stories.of(Targets.TYPE).by("meti").at("2026-10-01T00:00:00Z");

  private TargetStories() {}

  static Stories<TargetCommand, TargetEvent, Target> given(TargetCommand... commands) {
    return NOTHING.given(commands);
  }

  static Stories<TargetCommand, TargetEvent, Target> set() {
    return given(new SetTarget(goal(), Map.of("ja", "件数", "en", "Number")));
  }

  public static AggregateType<?, ?, ?> type() {
    return Targets.TYPE;
  }

  public static void tell(EventContract contract) {
    contract.told(
        Targets.TYPE,
        List.of(
            set()
                .given(
                    new Rebaseline(baseline("4"), values("12", "20"), "Two offices were added"),
                    new Explain(2025, "Travel was not possible", true),
                    new Withdraw("Another indicator"))),
        List.of());
  }

  static Target.Goal goal() {
    return new Target.Goal(
        INDICATOR,
        new Scope(Optional.of(CountryCode.of("VN")), Optional.of(Field.of("endoscopy"))),
        baseline("2"),
        values("5", "10"),
        List.of(AgencyCode.of("jetro"), AgencyCode.of("jica")),
        true);
  }

  static Target.Baseline baseline(String value) {
    return new Target.Baseline(Decimal.of(value), 2024, "Kanmin");
  }

  static List<Target.YearValue> values(String first, String second) {
    return List.of(
        new Target.YearValue(2025, Decimal.of(first)),
        new Target.YearValue(2026, Decimal.of(second)));
  }
}
