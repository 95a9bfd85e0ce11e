package dev.kanmin.gateway.status;

import dev.kanmin.gateway.feed.FeedWriter;
import dev.kanmin.gateway.feed.FeedWriterStatus;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.picture.PictureTail;
import dev.kanmin.gateway.source.SourceState;
import dev.kanmin.gateway.source.Sources;
import dev.kanmin.gateway.status.Status.PictureStatus;
import dev.kanmin.gateway.status.Status.SourceStatus;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers the status, and says in words what is wrong. */
@Component
final class StatusReport {
  /** An event that waits this long in a service is late by any standard of ours. */
  private static final long LATE_MILLIS = 10_000;

  private static final long FAR_BEHIND = 10_000;

  private final Picture picture;
  private final PictureTail tail;
  private final FeedWriter writer;
  private final Sources sources;
  private final CircuitBreakerRegistry breakers;
  private final BulkheadRegistry bulkheads;
  private final Clock clock;

  StatusReport(
      Picture picture,
      PictureTail tail,
      FeedWriter writer,
      Sources sources,
      CircuitBreakerRegistry breakers,
      BulkheadRegistry bulkheads,
      Clock clock) {
    this.picture = picture;
    this.tail = tail;
    this.writer = writer;
    this.sources = sources;
    this.breakers = breakers;
    this.bulkheads = bulkheads;
    this.clock = clock;
  }

  Status now() {
    PictureSnapshot snapshot = picture.snapshot();
    PictureStatus pictureStatus =
        new PictureStatus(
            tail.isReady(),
            Long.toString(snapshot.position()),
            tail.lag(),
            picture.subjectCount(),
            snapshot.leftOut().unreadable(),
            snapshot.leftOut().unreadableSubjects());
    List<SourceStatus> sourceStatus =
        sources.all().stream().map(source -> source(source, snapshot)).toList();
    List<Fault> faults = faults(pictureStatus, writer.status(), sourceStatus);
    return new Status(
        faults.isEmpty() ? "ok" : "degraded",
        clock.instant(),
        Optional.ofNullable(StatusReport.class.getPackage().getImplementationVersion())
            .orElse("development"),
        pictureStatus,
        writer.status(),
        sourceStatus,
        faults);
  }

  private SourceStatus source(SourceState source, PictureSnapshot snapshot) {
    return new SourceStatus(
        source.service(),
        source.reachable(),
        source.unsentMillis(),
        Optional.ofNullable(snapshot.latestMillis().get("/" + source.service()))
            .map(Instant::ofEpochMilli),
        breakers
            .circuitBreaker(source.service())
            .getState()
            .name()
            .toLowerCase(Locale.ROOT)
            .replace('_', '-'),
        underWay(source.service()));
  }

  private int underWay(String service) {
    var metrics = bulkheads.bulkhead(service).getMetrics();
    return metrics.getMaxAllowedConcurrentCalls() - metrics.getAvailableConcurrentCalls();
  }

  private static List<Fault> faults(
      PictureStatus picture, FeedWriterStatus writer, List<SourceStatus> sources) {
    List<Fault> faults = new ArrayList<>();
    if (!picture.ready()) {
      faults.add(Fault.of("picture-incomplete", "The picture is not complete yet."));
    }
    if (picture.lag() < 0) {
      faults.add(Fault.of("feed-unreadable", "The feed cannot be read."));
    } else if (picture.lag() > FAR_BEHIND) {
      faults.add(
          Fault.of(
              "picture-behind",
              "The picture is " + picture.lag() + " records behind the feed.",
              picture.lag()));
    }
    if (picture.unreadable() > 0) {
      faults.add(
          Fault.of(
              "left-out",
              picture.unreadable() + " subjects are left out: an event cannot be read.",
              picture.unreadable()));
    }
    if (!writer.fault().isEmpty()) {
      faults.add(Fault.of("writing-failed", "Writing the feed failed and is tried again."));
    }
    for (String topic : writer.missing()) {
      faults.add(Fault.of("topic-missing", "The topic " + topic + " is not there.", topic));
    }
    if (writer.gapCount() > 0) {
      faults.add(
          Fault.of(
              "gaps",
              writer.gapCount() + " times events were missing before another.",
              writer.gapCount()));
    }
    if (writer.unreadableCount() > 0) {
      faults.add(
          Fault.of(
              "unreadable",
              writer.unreadableCount() + " records of services have no readable envelope.",
              writer.unreadableCount()));
    }
    for (SourceStatus source : sources) {
      if (!source.up()) {
        faults.add(
            Fault.of(
                "service-down",
                "The service " + source.service() + " does not answer.",
                source.service()));
      } else if (source.oldestUnsentMillis().orElse(0L) > LATE_MILLIS) {
        faults.add(
            Fault.of(
                "events-wait",
                "Events of " + source.service() + " wait to be sent.",
                source.service()));
      }
      if (!source.circuit().equals("closed")) {
        faults.add(
            Fault.of(
                "held-back",
                "Requests to " + source.service() + " are held back: it failed too often.",
                source.service()));
      }
    }
    return faults;
  }
}
