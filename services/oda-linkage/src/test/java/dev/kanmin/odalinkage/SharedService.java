package dev.kanmin.odalinkage;

import dev.kanmin.codes.services.TopicNames;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.RunningService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One service per store, which the test classes of this Java machine share. They are one consumer
 * group on one broker, so these hear nothing: what reacts is started by the test that looks at it.
 */
public final class SharedService {
  private static final String NAME = "oda-linkage";

  /** The topic of its events. */
  static final String TOPIC = TopicNames.of(NAME);

  private static final Map<StoreFixture, RunningService> RUNNING = new ConcurrentHashMap<>();

  private SharedService() {}

  public static RunningService on(StoreFixture store) {
    return RUNNING.computeIfAbsent(store, SharedService::start);
  }

  private static RunningService start(StoreFixture store) {
    return RunningService.of(NAME, OdaLinkage.class).hearingNothing().on(store);
  }
}
