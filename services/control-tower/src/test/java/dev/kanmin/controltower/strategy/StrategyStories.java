package dev.kanmin.controltower.strategy;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.controltower.strategy.StrategyCommand.Decide;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.service.Stories;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where stories of strategies begin: METI decides, in October 2026. */
public final class StrategyStories {
  private StrategyStories() {}

  static Stories<StrategyCommand, StrategyEvent, Strategy> decided() {
    return Stories.of(Strategies.TYPE)
        .by("meti")
        .given(new Decide(decision(Tier.PRIORITY, 2026, 2028)));
  }

  public static AggregateType<?, ?, ?> type() {
    return Strategies.TYPE;
  }

  public static void tell(EventContract contract) {
    contract.told(Strategies.TYPE, List.of(decided()), List.of());
  }

  static Strategy.Decision decision(Tier tier, int from, int to) {
    return new Strategy.Decision(
        CountryCode.of("VN"),
        Field.of("endoscopy"),
        tier,
        from,
        to,
        List.of(
            new Strategy.Reason(
                "need", Optional.of("need_01234567890123456789abcdef"), "Early detection")),
        LocalDate.of(2026, 9, 1),
        "[Sample] Endoscopy comes first",
        true);
  }
}
