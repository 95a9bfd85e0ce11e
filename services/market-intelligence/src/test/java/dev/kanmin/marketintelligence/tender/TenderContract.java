package dev.kanmin.marketintelligence.tender;

import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.marketintelligence.tender.TenderCommand.Lapse;
import dev.kanmin.testkit.contract.EventContract;
import java.util.List;

/** Lives of made-up tenders, in which each event comes full and minimal. */
public final class TenderContract {
  private TenderContract() {}

  public static AggregateType<?, ?, ?> type() {
    return Tenders.TYPE;
  }

  public static void tell(EventContract contract) {
    var full =
        TenderStories.nothing()
            .given(
                TenderStories.take(TenderStories.tender()),
                TenderStories.take(TenderStories.amendment()))
            .at("2027-01-20T08:00:00Z")
            .given(new Lapse());
    var bare =
        TenderStories.tender(
            release -> {
              release.remove(List.of("language", "parties", "buyer"));
              release.putObject("tender").put("id", "1");
            });
    var minimal =
        TenderStories.nothing()
            .given(
                TenderStories.take(bare),
                TenderStories.take(TenderStories.later("2027-02-01T00:00:00Z", "{'id':'2'}")),
                TenderStories.take(
                    TenderStories.later("2027-03-01T00:00:00Z", "{'status':'withdrawn'}")));
    contract.told(Tenders.TYPE, List.of(full), List.of(minimal));
  }
}
