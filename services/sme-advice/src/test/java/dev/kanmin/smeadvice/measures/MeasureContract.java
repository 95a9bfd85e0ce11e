package dev.kanmin.smeadvice.measures;

import dev.kanmin.smeadvice.measures.MeasureCommand.*;
import dev.kanmin.testkit.contract.EventContract;
import java.util.List;

/** One example of each event of a support measure. */
public final class MeasureContract {
  private MeasureContract() {}

  /** Adds the events to the contract. */
  public static EventContract addTo(EventContract contract) {
    return contract.told(
        Measures.TYPE,
        List.of(
            MeasureTest.published()
                .given(
                    new Revise(MeasureTest.measure(json -> json.put("rate", "1/2"))),
                    new Retire())),
        List.of());
  }
}
