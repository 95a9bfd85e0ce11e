package dev.kanmin.gateway.status;

import dev.kanmin.gateway.page.StatusPages;
import dev.kanmin.gateway.page.StatusPages.Attention;
import dev.kanmin.gateway.page.StatusPages.ServiceShown;
import dev.kanmin.gateway.page.StatusPages.Shown;
import dev.kanmin.gateway.status.Status.SourceStatus;
import dev.kanmin.web.PublicEndpoint;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The status for programs (JSON) and people (a page, or plain text), open to everybody. */
@RestController
@PublicEndpoint
final class StatusController {
  private final StatusReport report;
  private final StatusPages pages;

  StatusController(StatusReport report, StatusPages pages) {
    this.report = report;
    this.pages = pages;
  }

  @GetMapping(value = "/status", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Status> readStatus() {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(report.now());
  }

  @GetMapping(value = "/status", produces = MediaType.TEXT_HTML_VALUE)
  Mono<ResponseEntity<String>> readStatusPage(ServerWebExchange exchange) {
    Status status = report.now();
    return pages
        .page(
            exchange,
            new Shown(
                status.faults().isEmpty(),
                status.at(),
                status.version(),
                status.picture().subjects(),
                Math.max(0, status.picture().lag()),
                status.faults().stream()
                    .map(fault -> new Attention(fault.code(), fault.arguments()))
                    .toList(),
                status.sources().stream().map(StatusController::service).toList()))
        .map(html -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(html));
  }

  private static ServiceShown service(SourceStatus source) {
    return new ServiceShown(
        source.service(),
        source.up(),
        source.oldestUnsentMillis(),
        source.latestEvent(),
        source.circuit(),
        source.underWay());
  }

  @GetMapping(value = "/status", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> readStatusText() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(StatusText.plain(report.now()));
  }
}
