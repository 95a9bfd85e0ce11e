package dev.kanmin.marketintelligence.profile;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.marketintelligence.files.Uploads;
import dev.kanmin.marketintelligence.profile.ProfileView.ProfileSummary;
import dev.kanmin.marketintelligence.profile.Profiles.Profile;
import dev.kanmin.marketintelligence.profile.Profiles.ProfileEvent;
import dev.kanmin.marketintelligence.profile.Profiles.Work;
import dev.kanmin.web.Answers;
import dev.kanmin.web.ExampleFiles;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Profiles of cells, and the files that they are worked out from. */
@RestController
@RequestMapping("/v1/profiles")
class ProfileController {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final String CSV = "text/csv";
  private static final String ZIP = "application/zip";

  private final Aggregates<Work, ProfileEvent, Profile> profiles;
  private final TradeFigures figures;
  private final IndicatorFigures indicators;
  private final ProfileQueries queries;
  private final Uploads uploads;

  ProfileController(
      Aggregates<Work, ProfileEvent, Profile> profiles,
      TradeFigures figures,
      IndicatorFigures indicators,
      ProfileQueries queries,
      Uploads uploads) {
    this.profiles = profiles;
    this.figures = figures;
    this.indicators = indicators;
    this.queries = queries;
    this.uploads = uploads;
  }

  /**
   * Imports a file of UN Comtrade in any of its forms. Rows that are totals over all but the
   * partner are taken; the outcome counts the others by reason and names rows at fault by their
   * line. Importing the same again changes nothing.
   *
   * @param retrievedOn when the file was fetched; today in Japan if it is not said
   * @param sample whether its figures are made up, for demonstrations; they never replace real ones
   */
  @PostMapping(
      path = "/import",
      consumes = {CSV, MediaType.APPLICATION_OCTET_STREAM_VALUE})
  @ExampleFiles("profiles/*.csv")
  @RequiresScope("market:write")
  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              description = "A CSV file of UN Comtrade: classic, Comtrade+ or bulk; of any size.",
              content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
  Mono<TradeImportOutcome> importTrade(
      @RequestParam Optional<LocalDate> retrievedOn,
      @RequestParam(defaultValue = "false") boolean sample,
      ServerHttpRequest request,
      CommandContext context) {
    CommandContext unkeyed = unkeyed(context);
    return uploads.take(
        request,
        file ->
            new TradeImport(
                    figures,
                    profiles,
                    unkeyed,
                    new TradeFigures.Origin(day(retrievedOn, context), sample, Optional.empty()))
                .run(file));
  }

  /**
   * Imports the zip of an indicator of the World Bank. Values of countries of Asia are taken;
   * aggregates of countries are counted.
   *
   * @param retrievedOn when the file was fetched; today in Japan if it is not said
   * @param sample whether its figures are made up, for demonstrations; they never replace real ones
   */
  @PostMapping(
      path = "/indicators/import",
      consumes = {ZIP, MediaType.APPLICATION_OCTET_STREAM_VALUE})
  @RequiresScope("market:write")
  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              description = "API_<indicator>_DS2_en_csv_v2_<n>.zip as the World Bank gives it.",
              content =
                  @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary"))))
  Mono<IndicatorImportOutcome> importIndicator(
      @RequestParam Optional<LocalDate> retrievedOn,
      @RequestParam(defaultValue = "false") boolean sample,
      ServerHttpRequest request,
      CommandContext context) {
    return uploads.take(
        request,
        file -> new IndicatorImport(indicators, day(retrievedOn, context), sample).run(file));
  }

  @Operation(
      summary = "The profile of a cell.",
      description =
          "Imports and Japan's share by year, growth, suppliers, attractiveness with its parts; each"
              + " figure with source, reporter and the day it was fetched.")
  @GetMapping("/{country}/{field}")
  @RequiresScope("market:read")
  Mono<ProfileView> read(
      @PathVariable CountryCode country, @PathVariable Field field, ServerWebExchange exchange) {
    return queries
        .profile(country, field)
        .doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "Profiles, by country and field.")
  @GetMapping
  @RequiresScope("market:read")
  Mono<ResponseEntity<Page<ProfileSummary>>> list(
      @RequestParam Optional<CountryCode> country,
      @RequestParam Optional<Field> field,
      PageRequest page,
      ServerWebExchange exchange) {
    return queries.profiles(country, field, page).map(found -> Pages.respond(found, exchange));
  }

  static LocalDate day(Optional<LocalDate> retrievedOn, CommandContext context) {
    return retrievedOn.orElseGet(() -> context.at().atZone(JAPAN).toLocalDate());
  }

  /** Content tells repetitions, and one key would stand for many profiles. */
  static CommandContext unkeyed(CommandContext context) {
    return CommandContext.of(context.actor(), context.at()).withTraceparent(context.traceparent());
  }
}
