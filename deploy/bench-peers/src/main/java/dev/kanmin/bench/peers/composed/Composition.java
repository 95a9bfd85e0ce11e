package dev.kanmin.bench.peers.composed;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * An application in front of the two services that has no state: it asks both for what a cell
 * holds, at once and with the caller's token, and puts the answers together. The port comes in
 * {@code KANMIN_PORT}, the services' addresses as the gateway gets them.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ComposedCells.class)
public class Composition {

  public static void main(String[] arguments) {
    SpringApplication.run(
        Composition.class,
        "--server.port=" + System.getenv("KANMIN_PORT"),
        "--spring.main.banner-mode=off",
        // of other sides on the same class path
        "--namastack.outbox.enabled=false",
        "--spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration");
  }
}
