package dev.kanmin.bench.peers;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;

/**
 * Starts a Boot application that serves HTTP on {@code KANMIN_PORT} without what belongs to other
 * sides on the same class path.
 */
public final class Alone {
  /** Switches Spring Cloud Gateway off: with it, every request would look for a route first. */
  public static final String NO_ROUTES = "--spring.cloud.gateway.server.webflux.enabled=false";

  private Alone() {}

  /**
   * Starts it.
   *
   * @param further arguments, such as {@link #NO_ROUTES}
   */
  public static void run(Class<?> application, String... further) {
    var arguments = new ArrayList<>(List.of(further));
    arguments.add("--server.port=" + System.getenv("KANMIN_PORT"));
    arguments.add("--spring.main.banner-mode=off");
    arguments.add("--namastack.outbox.enabled=false");
    arguments.add(
        "--spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration");
    SpringApplication.run(application, arguments.toArray(String[]::new));
  }
}
