package dev.kanmin.marketintelligence.tender;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.marketintelligence.files.Uploads;
import dev.kanmin.web.ExampleFiles;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes files of tenders in. */
@RestController
class TenderImportController {
  private final Aggregates<TenderCommand, TenderEvent, Tender> tenders;
  private final Uploads uploads;

  TenderImportController(Aggregates<TenderCommand, TenderEvent, Tender> tenders, Uploads uploads) {
    this.tenders = tenders;
    this.uploads = uploads;
  }

  /**
   * Imports OCDS release or record packages, or procurement notices of the World Bank; which of
   * them a file is, it shows itself. Good entries are taken, bad ones are not; the outcome names
   * each by its JSON pointer. Importing the same again changes nothing.
   *
   * @param country of the feed, for buyers that do not say theirs
   */
  @PostMapping(
      path = "/v1/tenders/import",
      consumes = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_NDJSON_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE
      })
  @ExampleFiles("tenders/import-*.json")
  @RequiresScope("market:write")
  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              description =
                  "Packages of OCDS 1.1 in one or several JSON values, or the World Bank's answer"
                      + " with procnotices; of any size.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(type = "object"))))
  Mono<TenderImportOutcome> importFile(
      @RequestParam Optional<CountryCode> country,
      ServerHttpRequest request,
      CommandContext context) {
    // no idempotency key: content tells repetitions, and one key would stand for many tenders
    CommandContext unkeyed =
        CommandContext.of(context.actor(), context.at()).withTraceparent(context.traceparent());
    return uploads.take(request, file -> new TenderImport(tenders, unkeyed, country).run(file));
  }
}
