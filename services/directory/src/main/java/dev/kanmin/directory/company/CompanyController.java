package dev.kanmin.directory.company;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.directory.company.CompanyCommand.*;
import dev.kanmin.directory.merge.Duplicates;
import dev.kanmin.directory.merge.Duplicates.DuplicateFilter;
import dev.kanmin.directory.merge.Survivor;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.web.Answers;
import dev.kanmin.web.ExampleFiles;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.Reader;
import dev.kanmin.web.RequiresIfMatch;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Companies: registering, changing, consenting and reading. */
@RestController
@RequestMapping("/v1/companies")
@RequiresScope("directory:write")
class CompanyController {
  private final Aggregates<CompanyCommand, CompanyEvent, Company> companies;
  private final CompanyQueries queries;
  private final CompanyMerging merging;

  CompanyController(
      Aggregates<CompanyCommand, CompanyEvent, Company> companies,
      CompanyQueries queries,
      CompanyMerging merging) {
    this.companies = companies;
    this.queries = queries;
    this.merging = merging;
  }

  /** All consents of a company, in place of those before. */
  record Consents(@JsonSetter(nulls = AS_EMPTY) List<ConsentGrant> grants) {}

  @Operation(
      summary = "Register a company. The caller's agency becomes responsible for it.",
      description =
          "A corporate number that an active record has is refused with that record's id. Of a"
              + " company without one, a sole proprietor, the names are personal data: no event,"
              + " card or other service gets them.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @ExampleFiles("companies/*.json")
  Mono<ResponseEntity<Receipt>> register(
      @RequestBody CompanyProfile profile, CommandContext context) {
    String id = companies.newId(context);
    return queries
        .refuseKnown(profile, id)
        .then(Mono.defer(() -> companies.bear(id, new Register(id, profile), context)))
        .map(receipt -> Answers.created(receipt, URI.create("/v1/companies/" + receipt.id())));
  }

  @Operation(
      summary = "Replace the profile of a company.",
      description = "What changes nothing leads to no event.")
  @PutMapping("/{id}")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> change(
      @PathVariable String id, @RequestBody CompanyProfile profile, CommandContext context) {
    return companies.handle(id, new ChangeProfile(profile), context).map(Answers::accepted);
  }

  @Operation(
      summary = "A company under any id that it ever had, as the caller's agency may see it.",
      description =
          "Asked for by the id of a record that was merged, the answer is the one that goes on:"
              + " mergedFrom has the id asked for, Content-Location the one to use from now on. The"
              + " ETag is the company's version, for If-Match.")
  @GetMapping("/{id}")
  @RequiresScope("directory:read")
  Mono<CompanyView> read(@PathVariable String id, Reader reader, ServerWebExchange exchange) {
    return queries.company(id, reader).doOnNext(view -> show(view, exchange));
  }

  @Operation(summary = "Companies in the order of their ids, which is that of their registration.")
  @GetMapping
  @RequiresScope("directory:read")
  Mono<ResponseEntity<Page<CompanyView.Summary>>> list(
      @ParameterObject CompanyFilter filter,
      PageRequest page,
      Reader reader,
      ServerWebExchange exchange) {
    return queries.companies(filter, reader, page).map(found -> Pages.respond(found, exchange));
  }

  @Operation(
      summary = "Record what a company lets which agency do, in place of all before.",
      description = "Whoever is left out has lost it; other services delete what they copied.")
  @PutMapping("/{id}/consent")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> consent(
      @PathVariable String id, @RequestBody Consents consents, CommandContext context) {
    return companies.handle(id, new SetConsent(consents.grants()), context).map(Answers::accepted);
  }

  @Operation(summary = "Withdraw all that a company lets an agency do.")
  @DeleteMapping("/{id}/consent/{agency}")
  Mono<ResponseEntity<Receipt>> withdraw(
      @PathVariable String id, @PathVariable AgencyCode agency, CommandContext context) {
    return companies.handle(id, new WithdrawConsent(agency), context).map(Answers::accepted);
  }

  @Operation(
      summary = "Records that are proposed to be merged.",
      description =
          "By corporate number, or by name and prefecture; widths, legal forms and usual variants"
              + " of characters in names do not count. 100 keys at most, the next once these are merged.")
  @GetMapping("/duplicates")
  @RequiresScope("directory:read")
  Mono<Duplicates> duplicates(@ParameterObject DuplicateFilter filter, Reader reader) {
    return queries.duplicates(filter, reader);
  }

  @Operation(
      summary = "Merge a record into another one of the same company.",
      description =
          "Its id leads to the other from then on. If the other was merged itself, the one that"
              + " goes on in its place is meant.")
  @PostMapping("/{id}/merge")
  Mono<ResponseEntity<Receipt>> merge(
      @PathVariable String id, @RequestBody Survivor survivor, CommandContext context) {
    return merging.merge(id, survivor.into(), context).map(Answers::accepted);
  }

  @Operation(
      summary = "Erase a company: its profile, and that of every record merged into it.",
      description = "Only that there was one is left. Contact persons are erased one by one.")
  @DeleteMapping("/{id}")
  Mono<ResponseEntity<Receipt>> erase(@PathVariable String id, CommandContext context) {
    return merging.erase(id, context).map(Answers::accepted);
  }

  private static void show(CompanyView view, ServerWebExchange exchange) {
    Answers.showVersion(exchange, view.version());
    view.mergedFrom()
        .ifPresent(
            asked ->
                exchange
                    .getResponse()
                    .getHeaders()
                    .set(HttpHeaders.CONTENT_LOCATION, "/v1/companies/" + view.id()));
  }
}
