package dev.kanmin.bench.view;

import dev.kanmin.bench.command.MissionService;
import dev.kanmin.bench.fold.Feed;
import dev.kanmin.bench.stage.ServerProcess;
import dev.kanmin.bench.stage.Soon;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.infrastructure.Ports;
import dev.kanmin.infrastructure.StoreKind;
import java.util.Map;

/**
 * Both services and the gateway, which writes the feed: ordinary boot jars on the stage's broker
 * and real MongoDB.
 *
 * @param missions of trade-missions
 * @param activities of oda-linkage
 */
public record ThreeServices(
    MissionService missions, ServerProcess activities, GatewayServer gateway)
    implements AutoCloseable {

  /** Those that several metrics use; the stage closes them. */
  public static ThreeServices shared(Stage stage) {
    return stage.shared(ThreeServices.class, () -> start(stage));
  }

  private static ThreeServices start(Stage stage) {
    var bootstrap = stage.kafka().bootstrap();
    stage.kafka().createTopics(Feed.TOPICS);
    var missions = MissionService.start(stage, stage.store(StoreKind.MONGODB));
    int port = Ports.free();
    var activities = Soon.start(() -> activities(stage, missions, port));
    var gateway =
        GatewayServer.start(
            stage,
            missions.issuer(),
            bootstrap,
            Map.of(
                "KANMIN_TRADE_MISSIONS_URL",
                missions.server().url(),
                "KANMIN_ODA_LINKAGE_URL",
                "http://127.0.0.1:" + port,
                "LOGGING_LEVEL_ROOT",
                "warn"));
    return new ThreeServices(missions, activities.get(), gateway);
  }

  private static ServerProcess activities(Stage stage, MissionService missions, int port) {
    var store = stage.store(StoreKind.MONGODB);
    return stage.service(
        "services/oda-linkage",
        port,
        Map.of(
            "KANMIN_KAFKA", stage.kafka().bootstrap(),
            "KANMIN_MONGODB_URI", store.uri(),
            "KANMIN_STORE", store.kind().word(),
            "KANMIN_ISSUER", missions.issuer().issuer(),
            "LOGGING_LEVEL_ROOT", "warn",
            "SPRING_MAIN_BANNER_MODE", "off"));
  }

  /** Their addresses, in the variables by which a gateway is told them. */
  public Map<String, String> addresses() {
    return Map.of(
        "KANMIN_TRADE_MISSIONS_URL", missions.server().url(),
        "KANMIN_ODA_LINKAGE_URL", activities.url());
  }

  @Override
  public void close() {
    gateway.close();
    activities.close();
    missions.close();
  }
}
