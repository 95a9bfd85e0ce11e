package dev.kanmin.proof;

import dev.kanmin.infrastructure.EmbeddedStoreProcess;
import dev.kanmin.infrastructure.KafkaProcess;
import dev.kanmin.infrastructure.KafkaProcess.Detour;
import dev.kanmin.infrastructure.MongodLocator;
import dev.kanmin.infrastructure.MongodProcess;
import dev.kanmin.infrastructure.Ports;
import dev.kanmin.infrastructure.Store;
import dev.kanmin.infrastructure.faults.TcpProxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * A system whose services reach Kafka and the store through a proxy each. Both are given to the
 * launcher as somebody else's.
 *
 * @param toKafka between services and broker
 * @param toStore between services and store
 */
record ProxiedSystem(
    KafkaProcess kafka, Store.Local store, TcpProxy toKafka, TcpProxy toStore, LocalSystem system)
    implements AutoCloseable {

  static ProxiedSystem start() {
    var folder = LocalSystem.newFolder("behind-proxies");
    var detour = Ports.free();
    var toKafka = TcpProxy.to(detour);
    var kafka =
        KafkaProcess.start(
            folder.resolve("kafka"), Ports.free(), new Detour(detour, toKafka.port()));
    var store = store(folder.resolve("store"));
    var toStore = TcpProxy.to(URI.create(store.uri()).getPort());
    var system =
        LocalSystem.start(
            "proxied",
            Map.of(
                "KANMIN_KAFKA",
                "127.0.0.1:" + toKafka.port(),
                "KANMIN_MONGODB_URI",
                uri(store, toStore.port())));
    system.lookIntoKafkaAt(kafka.bootstrap());
    return new ProxiedSystem(kafka, store, toKafka, toStore, system);
  }

  private static Store.Local store(Path folder) {
    return new MongodLocator(System.getenv())
        .find()
        .<Store.Local>map(mongod -> MongodProcess.start(mongod, folder, Ports.free()))
        .orElseGet(() -> EmbeddedStoreProcess.start(folder, Ports.free()));
  }

  /** Told of the replica set, the driver would ask it for its members and go round the proxy. */
  private static String uri(Store.Local store, int port) {
    var durable = "w=majority&journal=true";
    return switch (store.kind()) {
      case MONGODB -> "mongodb://127.0.0.1:%d/?directConnection=true&%s".formatted(port, durable);
      case EMBEDDED -> "mongodb://127.0.0.1:%d/?retryWrites=false&%s".formatted(port, durable);
    };
  }

  @Override
  public void close() {
    system.close();
    toKafka.close();
    toStore.close();
    kafka.close();
    store.close();
  }
}
