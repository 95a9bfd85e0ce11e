package dev.kanmin.gateway.status;

import dev.kanmin.web.PublicEndpoint;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The status for programs (JSON) and people (a page, or plain text), open to everybody. */
@RestController
@PublicEndpoint
final class StatusController {
  private final StatusReport report;

  StatusController(StatusReport report) {
    this.report = report;
  }

  @GetMapping(value = "/status", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Status> readStatus() {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(report.now());
  }

  @GetMapping(value = "/status", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> readStatusPage() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(StatusText.html(report.now()));
  }

  @GetMapping(value = "/status", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> readStatusText() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(StatusText.plain(report.now()));
  }
}
