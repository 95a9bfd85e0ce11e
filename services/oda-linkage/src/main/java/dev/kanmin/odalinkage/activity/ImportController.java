package dev.kanmin.odalinkage.activity;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.odalinkage.iati.Fault;
import dev.kanmin.odalinkage.iati.FileOutcome;
import dev.kanmin.odalinkage.iati.IatiReader;
import dev.kanmin.web.ExampleFiles;
import dev.kanmin.web.InputFault;
import dev.kanmin.web.KanminHeaders;
import dev.kanmin.web.ProblemException;
import dev.kanmin.web.ProblemType;
import dev.kanmin.web.ProblemTypes;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes IATI files in. */
@RestController
class ImportController {
  /** Chunks of the body that wait in memory between network and reader. */
  private static final int CHUNKS_AHEAD = 16;

  private static final int FAULTS_OF_AN_UNREADABLE_FILE = 20;
  private static final Rule IMPORTS_BUSY =
      new Rule("imports-busy", Rule.Kind.OVERLOADED, "Too many files are being imported");
  private static final ProblemType UNREADABLE_FILE =
      new ProblemType(
          "unreadable-file",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "No activity could be read from the file");

  private final Aggregates<ActivityCommand, ActivityEvent, Activity> activities;
  private final ActivityQueries queries;
  private final IatiReader reader;
  private final ActivityProperties properties;
  private final Semaphore places;

  ImportController(
      Aggregates<ActivityCommand, ActivityEvent, Activity> activities,
      ActivityQueries queries,
      IatiReader reader,
      ActivityProperties properties) {
    this.activities = activities;
    this.queries = queries;
    this.reader = reader;
    this.properties = properties;
    this.places = new Semaphore(properties.importsAtOnce());
  }

  /**
   * Imports a file of any size while it arrives. Its good activities are taken, its bad ones are
   * not; the outcome names each fault by line. Importing the same again changes nothing.
   */
  @PostMapping(
      path = "/v1/activities/import",
      consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE},
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ExampleFiles("iati/activities-2.03.xml")
  @RequiresScope("activities:write")
  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              description = "An IATI activity file of version 2.01, 2.02 or 2.03, of any size.",
              content = @Content(mediaType = "application/xml", schema = @Schema(type = "string"))))
  Mono<ResponseEntity<ImportOutcome>> importFile(
      ServerHttpRequest request, CommandContext context) {
    requireIdentityEncoding(request.getHeaders());
    // no idempotency key: content tells repetitions, and one key would stand for many activities
    CommandContext unkeyed =
        CommandContext.of(context.actor(), context.at()).withTraceparent(context.traceparent());
    return Mono.fromCallable(() -> run(request.getBody(), unkeyed))
        .subscribeOn(Schedulers.boundedElastic())
        .onErrorResume(ActivityImport.ImportFailed.class, ActivityImport.ImportFailed::asError)
        .onErrorMap(ImportController::isClientGone, ImportController::broken)
        .map(ImportController::answer);
  }

  private ActivityImport.Result run(Flux<DataBuffer> body, CommandContext context)
      throws IOException, InterruptedException {
    if (!places.tryAcquire()) {
      throw IMPORTS_BUSY.refuse(
          properties.importsAtOnce() + " files are being imported. Send yours again in a moment.");
    }
    // marked where it happens: a store that dies later breaks its connection in the same words
    Flux<DataBuffer> marked =
        body.onErrorMap(DisconnectedClientHelper::isClientDisconnectedException, BodyBroken::new);
    try (InputStream input = DataBufferUtils.subscriberInputStream(marked, CHUNKS_AHEAD)) {
      return new ActivityImport(activities, queries, context, properties.writesAtOnce())
          .run(reader, input);
    } finally {
      places.release();
    }
  }

  /** A small body could stand for any amount of bytes. */
  private static void requireIdentityEncoding(HttpHeaders headers) {
    for (String encoding : headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING)) {
      if (!encoding.strip().toLowerCase(Locale.ROOT).equals("identity")) {
        throw ProblemTypes.UNSUPPORTED_MEDIA_TYPE.with(
            "Files are read here as they are: send it without Content-Encoding.");
      }
    }
  }

  private static boolean isClientGone(Throwable failure) {
    return failure instanceof IOException
        || failure instanceof InterruptedException
        || failure instanceof WriteGate.GaveUp
        || Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .anyMatch(BodyBroken.class::isInstance);
  }

  private static ProblemException broken(Throwable failure) {
    return ProblemTypes.REQUEST_REFUSED.with(
        "The file stopped arriving. What was read before stands; send the whole file again.");
  }

  private static ResponseEntity<ImportOutcome> answer(ActivityImport.Result result) {
    ImportOutcome outcome = result.outcome();
    if (outcome.accepted() + outcome.unchanged() + outcome.rejected() == 0) {
      throw unreadable(result.file());
    }
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (!result.references().isEmpty()) {
      answer.header(KanminHeaders.EVENT, String.join(", ", result.references()));
    }
    return answer.body(outcome);
  }

  private static ProblemException unreadable(FileOutcome file) {
    List<Fault> faults = file.faults().faults();
    return new ProblemException(
        UNREADABLE_FILE,
        faults.isEmpty() ? UNREADABLE_FILE.title() + "." : faults.getFirst().detail(),
        faults.stream()
            .limit(FAULTS_OF_AN_UNREADABLE_FILE)
            .map(
                fault ->
                    InputFault.line(fault.line(), fault.code().code(), fault.detail())
                        .on(fault.line(), fault.column()))
            .toList(),
        HttpHeaders.EMPTY);
  }

  /** The client stopped sending. */
  private static final class BodyBroken extends IOException {
    private static final long serialVersionUID = 1L;

    BodyBroken(Throwable cause) {
      super("The body stopped arriving", cause);
    }
  }
}
