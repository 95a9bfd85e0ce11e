package dev.kanmin.controltower.actual;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Decimal;
import dev.kanmin.controltower.actual.ActualCommand.*;
import dev.kanmin.controltower.counting.Scope;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.service.Stories;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where stories of reported figures begin: an office of JICA's reports, in October 2026. */
public final class ActualStories {
  private static final Stories<ActualCommand, ActualEvent, Actual> NOTHING =
      Stories.of(Actuals.TYPE).by("jica").at("2026-10-01T00:00:00Z");

  private ActualStories() {}

  static Stories<ActualCommand, ActualEvent, Actual> given(ActualCommand... commands) {
    return NOTHING.given(commands);
  }

  static Stories<ActualCommand, ActualEvent, Actual> reported() {
    return given(new Report(slot(), figure("12", false), Map.of("en", "Doctors")));
  }

  public static AggregateType<?, ?, ?> type() {
    return Actuals.TYPE;
  }

  public static void tell(EventContract contract) {
    contract.told(
        Actuals.TYPE,
        List.of(
            reported()
                .given(
                    new Submit(),
                    new Return("Another day"),
                    new Correct(figure("11", false)),
                    new Submit(),
                    new Approve())
                .by("meti")
                .given(new Accept(List.of()), new Unlock())),
        List.of());
  }

  static Actual.Slot slot() {
    return new Actual.Slot(
        "ind_01234567890123456789abcdef",
        new Scope(Optional.of(CountryCode.of("VN")), Optional.empty()),
        2026,
        Optional.of("sample-hanoi"),
        true);
  }

  static Actual.Figure figure(String value, boolean provisional) {
    return new Actual.Figure(
        Decimal.of(value), LocalDate.of(2026, 9, 30), provisional, "Register of the centre");
  }
}
