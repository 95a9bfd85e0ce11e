package dev.kanmin.web;

import dev.kanmin.events.aggregates.RelaySweep;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells the gateway how far behind this service's events are. Open to neighbours only. */
@Hidden
@RestController
final class RelayController {
  private final RelaySweep sweep;

  RelayController(RelaySweep sweep) {
    this.sweep = sweep;
  }

  /**
   * What waits to be sent.
   *
   * @param pending documents found waiting in the last round of the sweep
   * @param oldestMillis age of the oldest event that is stored and not sent, now; 0 without any
   */
  record RelayState(int pending, long oldestMillis) {}

  @GetMapping("/internal/relay")
  @PublicEndpoint
  Mono<RelayState> relayState() {
    return sweep
        .oldestUnsent()
        .map(age -> new RelayState(sweep.backlog().pending(), age.toMillis()));
  }
}
