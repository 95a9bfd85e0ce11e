package dev.kanmin.bench;

import dev.kanmin.bench.command.BrokerOutage;
import dev.kanmin.bench.command.CommandCost;
import dev.kanmin.bench.command.GrowingStore;
import dev.kanmin.bench.delivery.Delivery;
import dev.kanmin.bench.fold.Fold;
import dev.kanmin.bench.relay.RelayDrain;
import dev.kanmin.bench.view.CellUnderChange;
import dev.kanmin.bench.view.ViewEndpoint;
import dev.kanmin.bench.whole.AnswerToCell;
import dev.kanmin.bench.whole.StartOfAll;
import dev.kanmin.infrastructure.StoreKind;
import java.util.List;

/** All metrics, in the order of the table. */
final class Metrics {
  static final List<Metric> ALL =
      List.of(
          new RelayDrain(StoreKind.MONGODB),
          new RelayDrain(StoreKind.EMBEDDED),
          new Delivery(),
          new Fold(),
          new CellUnderChange(),
          new ViewEndpoint(),
          new StartOfAll(),
          new CommandCost(StoreKind.MONGODB),
          new CommandCost(StoreKind.EMBEDDED),
          new BrokerOutage(),
          new GrowingStore(),
          new AnswerToCell(StoreKind.MONGODB),
          new AnswerToCell(StoreKind.EMBEDDED));

  private Metrics() {}
}
