package dev.kanmin.smeadvice.measures;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.wire.Actor;
import dev.kanmin.events.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.core.type.TypeReference;

/**
 * Support measures that are known from the start, {@code support-measures.json}. Each is published
 * once; what its agency made of it since is never touched.
 */
@Component
class KnownMeasures {
  private static final Logger log = LoggerFactory.getLogger(KnownMeasures.class);

  /** Over some minutes: a store or a broker may come later than this service. */
  private static final int ATTEMPTS = 8;

  private final Aggregates<MeasureCommand, MeasureEvent, MeasureRecord> measures;
  private final Clock clock;

  KnownMeasures(Aggregates<MeasureCommand, MeasureEvent, MeasureRecord> measures, Clock clock) {
    this.measures = measures;
    this.clock = clock;
  }

  /** A measure and the agency that keeps it. */
  record Known(AgencyCode owner, Measure measure) {
    String id() {
      return MeasureDecider.id(owner.code(), measure.code());
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void publish() {
    Flux.fromIterable(read())
        .concatMap(this::publish)
        .retryWhen(Retry.backoff(ATTEMPTS, Duration.ofSeconds(1)))
        .count()
        .subscribe(
            count -> log.info("Published known support measures: count={}", count),
            failure -> log.warn("Known support measures are not all published yet", failure));
  }

  private Mono<String> publish(Known known) {
    CommandContext context =
        CommandContext.of(new Actor(known.owner().code(), "sme-advice:known"), clock.instant());
    return measures
        .find(known.id())
        .hasElement()
        .filter(there -> !there)
        .flatMap(
            missing ->
                measures.bear(
                    known.id(), new MeasureCommand.Publish(known.id(), known.measure()), context))
        .map(receipt -> receipt.id());
  }

  static List<Known> read() {
    try (InputStream file =
        Objects.requireNonNull(
            KnownMeasures.class.getResourceAsStream("/support-measures.json"),
            "support-measures.json")) {
      return Json.strict().readValue(file, new TypeReference<>() {});
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
