package dev.kanmin.trademissions.mission;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.trademissions.mission.MissionCommand.*;
import dev.kanmin.web.Answers;
import dev.kanmin.web.Page;
import dev.kanmin.web.Reader;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Applications of companies to a mission, and the offers of places to those who wait. */
@RestController
@RequestMapping("/v1/missions/{id}/applications")
@RequiresScope("missions:write")
class ApplicationController {
  private final Aggregates<MissionCommand, MissionEvent, Mission> missions;
  private final MissionQueries queries;
  private final Applicants applicants;

  ApplicationController(
      Aggregates<MissionCommand, MissionEvent, Mission> missions,
      MissionQueries queries,
      Applicants applicants) {
    this.missions = missions;
    this.queries = queries;
    this.applicants = applicants;
  }

  /**
   * The company that applies, by either of its two numbers, and what it says.
   *
   * @param companyId of the directory, {@code cmp_…}; one that was merged stands for the one that
   *     it is by now
   * @param company corporate number; the directory's id is looked up by it
   * @param contactRole whom to ask, a code of {@code contact-roles}; never a person
   * @param products ids of products of the company's profile in the directory
   * @param remarks up to 1,000 characters, for the mission's agencies and the caller's
   */
  record Applicant(
      Optional<String> companyId,
      Optional<CorporateNumber> company,
      Optional<String> contactRole,
      @JsonSetter(nulls = AS_EMPTY) List<String> products,
      Optional<String> remarks) {

    ApplicationDetails details() {
      return new ApplicationDetails(contactRole, products, remarks);
    }
  }

  @Operation(
      summary = "Apply on behalf of a company.",
      description = "With an Idempotency-Key the application's id derives from it: use a UUID.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<ResponseEntity<Receipt>> apply(
      @PathVariable String id, @RequestBody Applicant applicant, CommandContext context) {
    String application = Ids.forCreate("app", context);
    return applicants
        .applying(application, applicant.companyId(), applicant.company(), applicant.details())
        .flatMap(apply -> missions.handle(id, apply, context))
        .map(receipt -> Answers.created(receipt.of(application), location(id, application)));
  }

  /** Of an id that is known to be one: others are no part of an address. */
  private static URI location(String id, String application) {
    return URI.create("/v1/missions/" + id + "/applications/" + application);
  }

  @Operation(summary = "The applications that the caller's agency may see, in one page.")
  @GetMapping
  @RequiresScope("missions:read")
  Mono<Page<ApplicationView>> list(@PathVariable String id, Reader reader) {
    return queries.applications(id, reader);
  }

  @Operation(summary = "One application, and what may be done with it.")
  @GetMapping("/{application}")
  @RequiresScope("missions:read")
  Mono<ApplicationView> read(
      @PathVariable String id, @PathVariable String application, Reader reader) {
    return queries.application(id, application, reader);
  }

  @Operation(summary = "Give the applicant a place.")
  @PostMapping("/{application}/select")
  Mono<ResponseEntity<Receipt>> select(
      @PathVariable String id, @PathVariable String application, CommandContext context) {
    return handle(id, new Select(application), context);
  }

  @Operation(summary = "Put the applicant on the waitlist, behind those already there.")
  @PostMapping("/{application}/waitlist")
  Mono<ResponseEntity<Receipt>> waitlist(
      @PathVariable String id, @PathVariable String application, CommandContext context) {
    return handle(id, new Waitlist(application), context);
  }

  @Operation(
      summary = "Decline the application, and say why.",
      description = "The reason is for the mission's agencies and the submitting agency alone.")
  @PostMapping("/{application}/decline")
  Mono<ResponseEntity<Receipt>> decline(
      @PathVariable String id,
      @PathVariable String application,
      @RequestBody Declined because,
      CommandContext context) {
    return handle(id, new Decline(application, because), context);
  }

  @Operation(summary = "Withdraw the application. A place that falls free is offered on.")
  @PostMapping("/{application}/withdraw")
  Mono<ResponseEntity<Receipt>> withdraw(
      @PathVariable String id, @PathVariable String application, CommandContext context) {
    return handle(id, new Withdraw(application), context);
  }

  @Operation(summary = "Accept the place that was offered.")
  @PostMapping("/{application}/accept-offer")
  Mono<ResponseEntity<Receipt>> acceptOffer(
      @PathVariable String id, @PathVariable String application, CommandContext context) {
    return handle(id, new AcceptOffer(application), context);
  }

  @Operation(summary = "Decline the place that was offered; it goes to the next in line.")
  @PostMapping("/{application}/decline-offer")
  Mono<ResponseEntity<Receipt>> declineOffer(
      @PathVariable String id, @PathVariable String application, CommandContext context) {
    return handle(id, new DeclineOffer(application), context);
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, MissionCommand command, CommandContext context) {
    return missions.handle(id, command, context).map(Answers::accepted);
  }
}
