package dev.kanmin.trademissions.meeting;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.sheets.SheetFormat;
import dev.kanmin.sheets.SheetTransfer;
import dev.kanmin.web.Page;
import dev.kanmin.web.Reader;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who meets whom: the timetable, requests and why not, files, and how a search gets on. */
@RestController
@RequestMapping("/v1/meeting-plans/{id}")
@RequiresScope("meetings:read")
class MeetingTimetableController {
  private static final String CALENDAR = "text/calendar";

  private final Aggregates<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> plans;
  private final MeetingQueries queries;

  MeetingTimetableController(
      Aggregates<MeetingPlanCommand, MeetingPlanEvent, MeetingPlan> plans, MeetingQueries queries) {
    this.plans = plans;
    this.queries = queries;
  }

  @Operation(
      summary = "The timetable as a grid: days, slots, tables.",
      description =
          "Of one participant, if one is named: the id of a party, or an interpreter's"
              + " code. For the mission's agencies.")
  @GetMapping("/timetable")
  Mono<TimetableView> timetable(
      @PathVariable String id, @RequestParam Optional<String> participant, Reader reader) {
    return queries.timetable(id, participant, reader);
  }

  @Operation(
      summary = "Requests with their meetings, or why there is none.",
      description = "For the mission's agencies. With unmet=true only those without a meeting.")
  @GetMapping("/requests")
  Mono<Page<RequestView>> requests(
      @PathVariable String id, @RequestParam Optional<Boolean> unmet, Reader reader) {
    return queries
        .requests(id, unmet.orElse(false), reader)
        .map(all -> new Page<>(all, Optional.empty(), List.of()));
  }

  @Operation(
      summary = "The meetings of one participant as iCalendar (RFC 5545).",
      description = "A later file of the same plan moves the entries of an earlier one.",
      responses =
          @ApiResponse(
              responseCode = "200",
              content =
                  @Content(
                      mediaType = CALENDAR,
                      schema = @Schema(type = "string", format = "binary"))))
  @GetMapping("/calendar")
  Mono<ResponseEntity<byte[]>> calendar(
      @PathVariable String id, @RequestParam String participant, Reader reader) {
    return queries
        .own(id, reader)
        .then(plans.find(id))
        .map(stored -> calendar(MeetingFiles.calendar(stored, participant)));
  }

  @Operation(
      summary = "All meetings as a CSV or Excel file, a line each.",
      description = "CSV unless said. No cell of it is a formula.")
  @GetMapping("/export")
  Mono<ResponseEntity<byte[]>> export(
      @PathVariable String id, @RequestParam Optional<SheetFormat> format, Reader reader) {
    return queries
        .own(id, reader)
        .flatMap(
            plan ->
                SheetTransfer.export(
                    format.orElse(SheetFormat.CSV),
                    MeetingFiles.COLUMNS,
                    Flux.fromIterable(MeetingFiles.lines(plan)),
                    "meetings"));
  }

  @Operation(
      summary = "How the search gets on, as server-sent events.",
      description = "Ends when the search is over.",
      responses =
          @ApiResponse(
              responseCode = "200",
              content =
                  @Content(
                      mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                      schema = @Schema(implementation = SearchProgress.class))))
  @GetMapping(value = "/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<SearchProgress>> progress(@PathVariable String id, Reader reader) {
    return queries
        .progress(id, reader)
        .map(it -> ServerSentEvent.builder(it).event("progress").build());
  }

  private static ResponseEntity<byte[]> calendar(byte[] content) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, CALENDAR + ";charset=UTF-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("meetings.ics").build().toString())
        .body(content);
  }
}
