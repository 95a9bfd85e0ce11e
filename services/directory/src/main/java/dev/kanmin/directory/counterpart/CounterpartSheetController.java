package dev.kanmin.directory.counterpart;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.sheets.ImportOutcome;
import dev.kanmin.sheets.SheetFormat;
import dev.kanmin.sheets.SheetImport;
import dev.kanmin.sheets.SheetTransfer;
import dev.kanmin.sheets.SheetWriting;
import dev.kanmin.sheets.TakesTable;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Counterparts as tables in CSV and Excel files. */
@RestController
@RequestMapping("/v1/counterparts")
class CounterpartSheetController {
  private final CounterpartQueries queries;
  private final SheetImport<CounterpartCommand, CounterpartEvent, Counterpart> imports;

  CounterpartSheetController(
      Aggregates<CounterpartCommand, CounterpartEvent, Counterpart> counterparts,
      CounterpartQueries queries,
      CounterpartSheet sheet) {
    this.queries = queries;
    this.imports = new SheetImport<>(counterparts, sheet);
  }

  @Operation(
      summary = "Import counterparts from a CSV or Excel file.",
      description =
          "CSV in UTF-8, with or without byte order mark, or in CP932; the first sheet of an xlsx"
              + " file; 5 MiB and 5,000 lines at most. The first line names the columns, by code or"
              + " by Japanese label; see the template. A column that is left out leaves what is"
              + " there. If any line has a fault, nothing of the file is taken, and each fault is"
              + " told by line and column. Lines that say what is stored already lead to nothing.")
  @TakesTable("/import")
  @RequiresScope("directory:write")
  Mono<ImportOutcome> importFile(
      @RequestParam Optional<Boolean> dryRun, ServerHttpRequest request, CommandContext context) {
    return SheetTransfer.read(request.getBody())
        .flatMap(file -> imports.run(file, context, dryRun.orElse(false)));
  }

  @Operation(
      summary = "Counterparts as a CSV or Excel file that can be imported again.",
      description = "CSV unless said.")
  @GetMapping("/export")
  @RequiresScope("directory:read")
  Mono<ResponseEntity<byte[]>> export(
      @ParameterObject CounterpartFilter filter, @RequestParam Optional<SheetFormat> format) {
    return SheetTransfer.export(
        format.orElse(SheetFormat.CSV),
        CounterpartSheet.COLUMNS,
        queries.lines(filter),
        "counterparts");
  }

  @Operation(summary = "An empty Excel file with the columns, and what each of them takes.")
  @GetMapping("/template")
  @RequiresScope("directory:read")
  Mono<ResponseEntity<byte[]>> template() {
    return Mono.fromCallable(() -> SheetWriting.template(CounterpartSheet.COLUMNS))
        .map(file -> SheetTransfer.file(SheetFormat.XLSX, file, "counterparts-template"));
  }
}
