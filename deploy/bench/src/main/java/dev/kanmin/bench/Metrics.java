package dev.kanmin.bench;

import dev.kanmin.bench.command.BrokerOutage;
import dev.kanmin.bench.command.CommandCost;
import dev.kanmin.bench.command.GrowingStore;
import dev.kanmin.bench.delivery.Delivery;
import dev.kanmin.bench.relay.RelayDrain;
import dev.kanmin.infrastructure.StoreKind;
import java.util.List;

/** All metrics, in the order of the table. */
final class Metrics {
  static final List<Metric> ALL =
      List.of(
          new RelayDrain(StoreKind.MONGODB),
          new RelayDrain(StoreKind.EMBEDDED),
          new Delivery(),
          new CommandCost(StoreKind.MONGODB),
          new CommandCost(StoreKind.EMBEDDED),
          new BrokerOutage(),
          new GrowingStore());

  private Metrics() {}
}
