package dev.kanmin.controltower.indicator;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.controltower.DevFiles;
import dev.kanmin.controltower.indicator.IndicatorCommand.*;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.wire.Json;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.service.Stories;
import java.util.List;
import java.util.Optional;

/** Where stories of indicators begin: METI defines. */
public final class IndicatorStories {
  private static final Stories<IndicatorCommand, IndicatorEvent, Indicator> NOTHING =
      Stories.of(Indicators.TYPE).by("meti");

  private IndicatorStories() {}

  static Stories<IndicatorCommand, IndicatorEvent, Indicator> given(IndicatorCommand... commands) {
    return NOTHING.given(commands);
  }

  public static AggregateType<?, ?, ?> type() {
    return Indicators.TYPE;
  }

  public static void tell(EventContract contract) {
    contract.told(
        Indicators.TYPE,
        List.of(
            given(new Define(ratio()), new Revise(definition("missions-reported")), new Retire())),
        List.of(given(new Define(definition("trained-doctors")))));
  }

  static Definition definition(String name) {
    return Json.events()
        .treeToValue(DevFiles.json("indicators/" + name + ".json"), Definition.class);
  }

  static Definition ratio() {
    Definition counted = definition("missions-reported");
    return new Definition(
        counted.name(),
        counted.definition(),
        counted.unit(),
        counted.direction(),
        counted.level(),
        Optional.of(LocalizedText.of("件数", "Number")),
        Optional.of(LocalizedText.of("全件数", "All")),
        counted.source(),
        counted.counted(),
        true);
  }
}
