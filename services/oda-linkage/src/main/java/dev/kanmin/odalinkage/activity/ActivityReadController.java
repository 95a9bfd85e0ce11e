package dev.kanmin.odalinkage.activity;

import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Answers;
import dev.kanmin.web.Page;
import dev.kanmin.web.Page.LeftOut;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.ProblemType;
import dev.kanmin.web.Reader;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of activities, as JSON and as IATI files. */
@RestController
@RequestMapping("/v1/activities")
@RequiresScope("activities:read")
class ActivityReadController {
  /** How many activities an exported file has. */
  static final String COUNT = "Kanmin-Count";

  /** What an export leaves out: {@code unclassified=12}. */
  static final String LEFT_OUT = "Kanmin-Left-Out";

  private static final ProblemType NOTHING_TO_EXPORT =
      new ProblemType("nothing-to-export", HttpStatus.NOT_FOUND, "No activity matches");

  /** What may be done with an activity depends on who asks, its label on the language. */
  private static final List<String> VARIANTS =
      List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION);

  private final ActivityQueries queries;
  private final ActivityExport export;
  private final LifeCycle<ActivityCommand, Activity> lifeCycle;

  ActivityReadController(
      ActivityQueries queries,
      ActivityExport export,
      LifeCycle<ActivityCommand, Activity> lifeCycle) {
    this.queries = queries;
    this.export = export;
    this.lifeCycle = lifeCycle;
  }

  /**
   * Activities, by identifier; with {@code changedSince} in the order in which they changed. A list
   * by field says how many activities have none.
   */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<Page<ActivityQueries.Item>>> list(
      @ParameterObject ActivityFilter.Parameters parameters,
      PageRequest page,
      ServerWebExchange exchange) {
    return queries.page(parameters.read(), page).map(found -> Pages.respond(found, exchange));
  }

  /** The matching activities as one IATI file of version 2.03, streamed. */
  @GetMapping(path = "/export", produces = MediaType.APPLICATION_XML_VALUE)
  Mono<ResponseEntity<Flux<DataBuffer>>> exportFile(
      @ParameterObject ActivityFilter.Parameters parameters) {
    ActivityFilter filter = parameters.read();
    return Mono.zip(queries.count(filter), queries.leftOut(filter))
        .map(found -> file(filter, found.getT1(), found.getT2()));
  }

  /** One activity, as JSON or (Accept: application/xml) as an IATI file. */
  @GetMapping(
      path = "/{id}",
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_XML_VALUE})
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = ActivityView.class)),
        @Content(mediaType = MediaType.APPLICATION_XML_VALUE, schema = @Schema(type = "string"))
      })
  Mono<ResponseEntity<?>> find(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    boolean xml = prefersXml(exchange.getRequest().getHeaders().getAccept());
    exchange.getResponse().getHeaders().setVary(VARIANTS);
    return queries
        .find(id, reader.agency())
        .map(stored -> xml ? file(stored) : json(stored, reader));
  }

  private ResponseEntity<Flux<DataBuffer>> file(
      ActivityFilter filter, long count, List<LeftOut> leftOut) {
    if (count == 0) {
      throw NOTHING_TO_EXPORT.with(
          "No activity matches, and the standard knows no file without any.");
    }
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_XML)
            .header(COUNT, Long.toString(count));
    if (!leftOut.isEmpty()) {
      answer.header(
          LEFT_OUT,
          leftOut.stream()
              .map(reason -> reason.reason() + "=" + reason.count())
              .collect(Collectors.joining(", ")));
    }
    return answer.body(export.file(queries.reports(filter)));
  }

  private ResponseEntity<?> file(Stored<Activity> stored) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_XML)
        .eTag("\"" + stored.version() + "-xml\"")
        .body(export.file(stored.state().report().element()));
  }

  private ResponseEntity<?> json(Stored<Activity> stored, Reader reader) {
    return Answers.ok(
        ActivityView.of(stored, ActionView.of(lifeCycle, stored.state(), reader)),
        stored.version());
  }

  /** JSON unless XML is asked for, and asked for first. */
  private static boolean prefersXml(List<MediaType> accepted) {
    List<MediaType> sorted = new ArrayList<>(accepted);
    MimeTypeUtils.sortBySpecificity(sorted);
    for (MediaType type : sorted) {
      if (type.includes(MediaType.APPLICATION_JSON)) {
        return false;
      }
      if (type.includes(MediaType.APPLICATION_XML)) {
        return true;
      }
    }
    return false;
  }
}
