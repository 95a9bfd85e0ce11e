package dev.kanmin.smeadvice.cases;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.Cell;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.web.Answers;
import dev.kanmin.web.ExampleFiles;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.Reader;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Cases: opening and reading. */
@RestController
@RequestMapping("/v1/cases")
class CaseController {
  private final CasePlaces places;
  private final CaseQueries queries;

  CaseController(CasePlaces places, CaseQueries queries) {
    this.places = places;
    this.queries = queries;
  }

  /**
   * A company's request for advice on one cell.
   *
   * @param companyId of the directory, {@code cmp_…}
   * @param country a country or region of Asia abroad
   * @param office that handles it, if that is known
   * @param arisesFrom ids of linkages, needs, missions it comes from
   * @param tags codes of {@code case-tags}
   * @param programmes prefectures whose regional programmes support it, {@code JP-13}
   * @param request what the company asks, at most 4,000 characters; only for agencies that advise
   * @param sample made up, for demonstrations
   */
  @Schema(name = "CaseRequest")
  record Request(
      String companyId,
      CountryCode country,
      Field field,
      Optional<Office> office,
      @JsonSetter(nulls = AS_EMPTY) List<String> arisesFrom,
      @JsonSetter(nulls = AS_EMPTY) List<String> tags,
      @JsonSetter(nulls = AS_EMPTY) List<String> programmes,
      Optional<String> request,
      @JsonSetter(nulls = AS_EMPTY) boolean sample) {
    CaseCommand.Open command() {
      return new CaseCommand.Open(
          "",
          companyId,
          new Cell(country, field),
          office,
          arisesFrom,
          tags,
          programmes,
          request,
          sample);
    }
  }

  @Operation(
      summary = "Open a case. The caller's agency becomes its owner.",
      description =
          "A company has one open case per cell: while it has one, 409 case-already-open names it;"
              + " POST /v1/cases/{id}/attach joins it.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @ExampleFiles("cases/*.json")
  @RequiresScope("cases:write")
  Mono<ResponseEntity<Receipt>> open(@RequestBody Request request, CommandContext context) {
    return places
        .open(request.command(), context)
        .map(receipt -> Answers.created(receipt, URI.create("/v1/cases/" + receipt.id())));
  }

  @Operation(
      summary = "A case, its service clocks, and what may be done with it.",
      description = "The ETag is the case's version, for If-Match.")
  @GetMapping("/{id}")
  @RequiresScope("cases:read")
  Mono<CaseView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries.one(id, reader).doOnNext(view -> Answers.showVersion(exchange, view.version()));
  }

  @Operation(summary = "Cases, those opened last first.")
  @GetMapping
  @RequiresScope("cases:read")
  Mono<ResponseEntity<Page<CaseView.Summary>>> list(
      @ParameterObject CaseFilter filter,
      PageRequest page,
      Reader reader,
      ServerWebExchange exchange) {
    return queries.list(filter, page, reader).map(found -> Pages.respond(found, exchange));
  }
}
