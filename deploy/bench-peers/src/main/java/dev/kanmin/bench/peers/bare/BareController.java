package dev.kanmin.bench.peers.bare;

import java.net.URI;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** As short as a controller can be. */
@RestController
class BareController {
  private final BareMissions missions;

  BareController(BareMissions missions) {
    this.missions = missions;
  }

  @PostMapping("/v1/missions")
  Mono<ResponseEntity<Map<String, String>>> draft(@RequestBody Map<String, Object> plan) {
    return missions
        .add(plan)
        .map(id -> ResponseEntity.created(URI.create("/v1/missions/" + id)).body(Map.of("id", id)));
  }

  @GetMapping("/ready")
  String ready() {
    return "yes";
  }
}
