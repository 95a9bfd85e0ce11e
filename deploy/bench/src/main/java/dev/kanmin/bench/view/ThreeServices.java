package dev.kanmin.bench.view;

import dev.kanmin.bench.command.MissionService;
import dev.kanmin.bench.fold.Feed;
import dev.kanmin.bench.stage.Measured;
import dev.kanmin.bench.stage.ServerProcess;
import dev.kanmin.bench.stage.Soon;
import dev.kanmin.bench.stage.Stage;
import dev.kanmin.infrastructure.Ports;
import dev.kanmin.infrastructure.StoreKind;
import dev.kanmin.testkit.TestTokens;
import java.util.Map;

/**
 * Both services and the gateway, which writes the feed: ordinary boot jars on the stage's broker
 * and real MongoDB.
 *
 * @param missions {@link Measured#MISSIONS}
 * @param activities {@link Measured#ACTIVITIES}
 */
public record ThreeServices(
    MissionService missions, ServerProcess activities, GatewayServer gateway)
    implements AutoCloseable {

  /** Those that several metrics use; the stage closes them. */
  public static ThreeServices shared(Stage stage) {
    return stage.shared(ThreeServices.class, () -> start(stage));
  }

  private static ThreeServices start(Stage stage) {
    var store = stage.store(StoreKind.MONGODB);
    var bootstrap = stage.kafka().bootstrap();
    stage.kafka().createTopics(Feed.TOPICS);
    var issuer = TestTokens.start();
    int missionsPort = Ports.free();
    int activitiesPort = Ports.free();
    var missions = Soon.start(() -> MissionService.start(stage, store, issuer, missionsPort));
    var activities =
        Soon.start(
            () ->
                stage.service(
                    Measured.ACTIVITIES.module(),
                    activitiesPort,
                    Map.of(
                        "KANMIN_KAFKA",
                        bootstrap,
                        "KANMIN_MONGODB_URI",
                        store.uri(),
                        "KANMIN_STORE",
                        store.kind().word(),
                        "KANMIN_ISSUER",
                        issuer.issuer(),
                        "LOGGING_LEVEL_ROOT",
                        "warn",
                        "SPRING_MAIN_BANNER_MODE",
                        "off")));
    var gateway =
        GatewayServer.start(
            stage,
            issuer,
            bootstrap,
            Map.of(
                Measured.MISSIONS.urlVariable(),
                "http://127.0.0.1:" + missionsPort,
                Measured.ACTIVITIES.urlVariable(),
                "http://127.0.0.1:" + activitiesPort,
                "LOGGING_LEVEL_ROOT",
                "warn"));
    return new ThreeServices(missions.get(), activities.get(), gateway);
  }

  /** Their addresses, in the variables by which a gateway is told them. */
  public Map<String, String> addresses() {
    return Map.of(
        Measured.MISSIONS.urlVariable(), missions.server().url(),
        Measured.ACTIVITIES.urlVariable(), activities.url());
  }

  @Override
  public void close() {
    gateway.close();
    activities.close();
    missions.close();
  }
}
