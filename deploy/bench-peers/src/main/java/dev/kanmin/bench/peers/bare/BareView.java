package dev.kanmin.bench.peers.bare;

import dev.kanmin.bench.peers.Alone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * A plain WebFlux application that answers the bytes of one file, {@code BENCH_BODY}, to whoever
 * asks for a cell; the port comes in {@code KANMIN_PORT}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(BareView.Cells.class)
public class BareView {

  public static void main(String[] arguments) {
    Alone.run(BareView.class, Alone.NO_ROUTES);
  }

  /** As short as a controller can be. */
  @RestController
  static class Cells {
    private final byte[] body;

    Cells() throws IOException {
      this.body = Files.readAllBytes(Path.of(System.getenv("BENCH_BODY")));
    }

    @GetMapping(value = "/v1/cells/{country}/{field}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> cell() {
      return Mono.just(body);
    }

    @GetMapping("/ready")
    String ready() {
      return "yes";
    }
  }
}
