package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.web.Caller;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Companies, known by their corporate number alone. */
@RestController
class CompanyController {
  private final MissionQueries queries;

  CompanyController(MissionQueries queries) {
    this.queries = queries;
  }

  @Operation(
      summary = "A company's applications that the caller's agency may see.",
      description =
          "Those of its own missions and those it submitted. Others are not even counted.")
  @GetMapping("/v1/companies/{corporateNumber}")
  @RequiresScope("missions:read")
  Mono<ResponseEntity<Page<ApplicationView>>> applications(
      @PathVariable CorporateNumber corporateNumber,
      PageRequest page,
      Caller caller,
      ServerWebExchange exchange) {
    return queries
        .company(corporateNumber, caller.agency(), page)
        .map(found -> Pages.respond(found, exchange));
  }
}
