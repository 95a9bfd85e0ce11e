package dev.kanmin.gateway.openapi;

import dev.kanmin.gateway.GatewayProperties;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Asks for the merged document as soon as this node listens, until every service is in it. Services
 * write their part when they are first asked, which takes seconds: nobody shall wait for that at
 * the first page.
 */
@Component
final class DocumentWarmUp {
  private static final Logger log = LoggerFactory.getLogger(DocumentWarmUp.class);

  /** Services that start with this one listen within a minute or two. */
  private static final int MOST_ATTEMPTS = 60;

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final ApiDocument document;
  private final boolean wanted;

  DocumentWarmUp(ApiDocument document, GatewayProperties properties) {
    this.document = document;
    this.wanted = properties.warmsUp();
  }

  @EventListener
  void ready(ApplicationReadyEvent started) {
    String port = started.getApplicationContext().getEnvironment().getProperty("local.server.port");
    if (wanted && port != null) {
      // over HTTP, as the routes that decide what is in it need a request that came through the
      // door
      var own = WebClient.create("http://127.0.0.1:" + port);
      untilComplete(
              own.get().uri("/v3/api-docs").retrieve().toBodilessEntity().then(),
              document::isComplete,
              PAUSE)
          .subscribe(
              whole -> log.info(whole ? "every service is described" : "descriptions are missing"));
    }
  }

  /** True when all are in the document; false when that was waited for in vain. */
  static Mono<Boolean> untilComplete(Mono<Void> asking, BooleanSupplier complete, Duration pause) {
    return asking
        .onErrorResume(
            fault -> {
              log.info("the document is not to be had yet: {}", fault.toString());
              return Mono.empty();
            })
        .then(Mono.fromSupplier(complete::getAsBoolean))
        .filter(Boolean::booleanValue)
        .repeatWhenEmpty(MOST_ATTEMPTS, attempts -> attempts.delayElements(pause))
        .onErrorReturn(IllegalStateException.class, false);
  }
}
