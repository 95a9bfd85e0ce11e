package dev.kanmin.bench;

import dev.kanmin.bench.command.BrokerOutage;
import dev.kanmin.bench.command.CommandCost;
import dev.kanmin.bench.command.GrowingStore;
import dev.kanmin.bench.command.MeetingSearch;
import dev.kanmin.bench.delivery.Delivery;
import dev.kanmin.bench.fold.Fold;
import dev.kanmin.bench.match.Matches;
import dev.kanmin.bench.relay.RelayDrain;
import dev.kanmin.bench.search.Searching;
import dev.kanmin.bench.view.CellUnderChange;
import dev.kanmin.bench.view.ViewEndpoint;
import dev.kanmin.bench.whole.AnswerToCell;
import dev.kanmin.bench.whole.StartOfAll;
import dev.kanmin.infrastructure.StoreKind;
import java.util.List;

/** All metrics. Those of one line use the same servers, one metric after the other. */
final class Metrics {
  static final List<List<Metric>> GROUPS =
      List.of(
          List.of(new RelayDrain(StoreKind.MONGODB)),
          List.of(new RelayDrain(StoreKind.EMBEDDED)),
          // the cell first: what the other drafts would be listed in it
          List.of(new CellUnderChange(), new Delivery()),
          List.of(new Fold()),
          List.of(new Searching()),
          List.of(new ViewEndpoint()),
          List.of(new CommandCost(StoreKind.MONGODB), new BrokerOutage()),
          List.of(new CommandCost(StoreKind.EMBEDDED)),
          List.of(new GrowingStore()),
          List.of(new Matches()),
          List.of(new MeetingSearch()),
          List.of(new StartOfAll(), new AnswerToCell(StoreKind.MONGODB)),
          List.of(new AnswerToCell(StoreKind.EMBEDDED)));

  private Metrics() {}
}
