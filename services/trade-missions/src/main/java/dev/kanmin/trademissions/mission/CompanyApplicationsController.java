package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.Reader;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Applications of one company, to whichever mission. */
@RestController
class CompanyApplicationsController {
  private final MissionQueries queries;

  CompanyApplicationsController(MissionQueries queries) {
    this.queries = queries;
  }

  @Operation(
      summary = "A company's applications that the caller's agency may see.",
      description =
          "Those of its own missions and those it submitted. Others are not even counted. company"
              + " is its corporate number; companyId, its id in the directory, may stand for it.")
  @GetMapping("/v1/applications")
  @RequiresScope("missions:read")
  Mono<ResponseEntity<Page<ApplicationView>>> list(
      @RequestParam Optional<CorporateNumber> company,
      @RequestParam Optional<String> companyId,
      PageRequest page,
      Reader reader,
      ServerWebExchange exchange) {
    return company
        .map(number -> queries.company(number, reader, page))
        .or(() -> companyId.map(id -> queries.company(id, reader, page)))
        .orElseThrow(CompanyApplicationsController::notNamed)
        .map(found -> Pages.respond(found, exchange));
  }

  private static BadInput notNamed() {
    return new BadInput(
        InputFault.parameter(
            "company", FaultCodes.MISSING, "Give company or companyId to say whose."));
  }
}
