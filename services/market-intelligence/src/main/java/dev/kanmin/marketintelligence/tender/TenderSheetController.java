package dev.kanmin.marketintelligence.tender;

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
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tenders as tables in CSV and Excel files. */
@RestController
@RequestMapping("/v1/tenders")
class TenderSheetController {
  private final SheetImport<TenderCommand, TenderEvent, Tender> imports;

  TenderSheetController(Aggregates<TenderCommand, TenderEvent, Tender> tenders, TenderSheet sheet) {
    this.imports = new SheetImport<>(tenders, sheet);
  }

  @Operation(
      summary = "Import tenders from a CSV or Excel file that follows the template.",
      description =
          "CSV in UTF-8 or CP932, or the first sheet of an xlsx file; 5 MiB and 5,000 lines at"
              + " most. If any line has a fault, nothing of the file is taken, and each fault is"
              + " told by line and column. A line of the same country and reference is the same"
              + " tender: sent again it changes nothing, and changed it revises it.")
  @TakesTable("/table/import")
  @RequiresScope("market:write")
  Mono<ImportOutcome> importTable(
      @RequestParam Optional<Boolean> dryRun, ServerHttpRequest request, CommandContext context) {
    return SheetTransfer.read(request.getBody())
        .flatMap(file -> imports.run(file, context, dryRun.orElse(false)));
  }

  @Operation(summary = "An empty Excel file with the columns, and what each of them takes.")
  @GetMapping("/table/template")
  @RequiresScope("market:read")
  Mono<ResponseEntity<byte[]>> template() {
    return Mono.fromCallable(() -> SheetWriting.template(TenderSheet.COLUMNS))
        .map(file -> SheetTransfer.file(SheetFormat.XLSX, file, "tenders-template"));
  }
}
