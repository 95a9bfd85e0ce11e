package dev.kanmin.marketintelligence.profile;

import dev.kanmin.codes.Cell;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.marketintelligence.profile.Profiles.Profile;
import dev.kanmin.marketintelligence.profile.Profiles.ProfileEvent;
import dev.kanmin.marketintelligence.profile.Profiles.Work;
import dev.kanmin.sheets.SheetFormat;
import dev.kanmin.sheets.SheetReading;
import dev.kanmin.sheets.SheetTransfer;
import dev.kanmin.sheets.SheetWriting;
import dev.kanmin.sheets.TakesTable;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Figures of trade and indicators as tables in CSV and Excel files. */
@RestController
@RequestMapping("/v1/profiles")
class FigureSheetController {
  private static final int LONGEST_SOURCE = 200;

  private final Aggregates<Work, ProfileEvent, Profile> profiles;
  private final TradeFigures figures;
  private final IndicatorFigures indicators;

  FigureSheetController(
      Aggregates<Work, ProfileEvent, Profile> profiles,
      TradeFigures figures,
      IndicatorFigures indicators) {
    this.profiles = profiles;
    this.figures = figures;
    this.indicators = indicators;
  }

  /**
   * What came of a table of figures.
   *
   * @param encoding of its text as it was found; none of an Excel file
   * @param taken figures that are new or changed
   * @param unchanged figures that were known, or known from a later retrieval
   * @param profiles the cells whose profile changed
   */
  @Schema(name = "FigureTableImport")
  record Outcome(
      SheetFormat format,
      Optional<String> encoding,
      long taken,
      long unchanged,
      List<Cell> profiles) {}

  /**
   * Imports figures of trade from a table that follows the template. If any line has a fault,
   * nothing of the file is taken, and each fault is told by line and column.
   *
   * @param source whose figures these are, at most 200 characters
   * @param retrievedOn when they were fetched; today in Japan if it is not said
   * @param sample whether they are made up, for demonstrations; they never replace real ones
   */
  @TakesTable("/table/import")
  @RequiresScope("market:write")
  Mono<Outcome> importTrade(
      @RequestParam String source,
      @RequestParam Optional<LocalDate> retrievedOn,
      @RequestParam(defaultValue = "false") boolean sample,
      ServerHttpRequest request,
      CommandContext context) {
    LocalDate day = ProfileController.day(retrievedOn, context);
    return SheetTransfer.read(request.getBody())
        .publishOn(Schedulers.boundedElastic())
        .map(
            file -> {
              Checks.text(source, LONGEST_SOURCE, "/source");
              var read = SheetReading.read(file, FigureSheets.TRADE, FigureSheets::trade);
              var origin = new TradeFigures.Origin(day, sample, Optional.of(source));
              return new TradeImport(figures, profiles, ProfileController.unkeyed(context), origin)
                  .run(read.rows(), read.format(), read.encoding());
            });
  }

  @Operation(summary = "An empty Excel file for figures of trade, and what each column takes.")
  @GetMapping("/table/template")
  @RequiresScope("market:read")
  Mono<ResponseEntity<byte[]>> tradeTemplate() {
    return Mono.fromCallable(() -> SheetWriting.template(FigureSheets.TRADE))
        .map(file -> SheetTransfer.file(SheetFormat.XLSX, file, "trade-template"));
  }

  /**
   * Imports indicators from a table that follows the template. If any line has a fault, nothing of
   * the file is taken, and each fault is told by line and column.
   *
   * @param retrievedOn when they were fetched; today in Japan if it is not said
   * @param sample whether they are made up, for demonstrations; they never replace real ones
   */
  @TakesTable("/indicators/table/import")
  @RequiresScope("market:write")
  Mono<Outcome> importIndicators(
      @RequestParam Optional<LocalDate> retrievedOn,
      @RequestParam(defaultValue = "false") boolean sample,
      ServerHttpRequest request,
      CommandContext context) {
    LocalDate day = ProfileController.day(retrievedOn, context);
    return SheetTransfer.read(request.getBody())
        .publishOn(Schedulers.boundedElastic())
        .map(file -> SheetReading.read(file, FigureSheets.INDICATORS, FigureSheets::indicator))
        .flatMap(
            read ->
                indicators
                    .keep(read.rows(), day, sample)
                    .map(
                        taken ->
                            new Outcome(
                                read.format(),
                                read.encoding(),
                                taken,
                                read.rows().size() - taken,
                                List.of())));
  }

  @Operation(summary = "An empty Excel file for indicators, and what each column takes.")
  @GetMapping("/indicators/table/template")
  @RequiresScope("market:read")
  Mono<ResponseEntity<byte[]>> indicatorTemplate() {
    return Mono.fromCallable(() -> SheetWriting.template(FigureSheets.INDICATORS))
        .map(file -> SheetTransfer.file(SheetFormat.XLSX, file, "indicators-template"));
  }
}
