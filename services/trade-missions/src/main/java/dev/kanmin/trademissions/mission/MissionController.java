package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeList;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.CommandContext;
import dev.kanmin.events.Ids;
import dev.kanmin.events.Receipt;
import dev.kanmin.web.Answers;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.Caller;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Pages;
import dev.kanmin.web.RequiresIfMatch;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Missions: drafting, revising and reading. */
@RestController
@RequestMapping("/v1/missions")
class MissionController {
  private final Missions missions;
  private final MissionQueries queries;

  MissionController(Missions missions, MissionQueries queries) {
    this.missions = missions;
    this.queries = queries;
  }

  @Operation(summary = "Draft a mission. The caller's agency becomes its organiser.")
  @PostMapping
  @RequiresScope("missions:write")
  Mono<ResponseEntity<Receipt>> draft(
      @RequestBody MissionPlan plan, Caller caller, CommandContext context) {
    String id = Ids.forCreate(Missions.PREFIX, context);
    return missions
        .bear(id, new MissionCommand.Draft(caller.agency(), plan), context)
        .map(receipt -> Answers.created(receipt, URI.create("/v1/missions/" + receipt.id())));
  }

  @Operation(summary = "Replace the plan of a draft.")
  @PutMapping("/{id}")
  @RequiresScope("missions:write")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> revise(
      @PathVariable String id,
      @RequestBody MissionPlan plan,
      Caller caller,
      CommandContext context) {
    return missions
        .handle(id, new MissionCommand.Revise(caller.agency(), plan), context)
        .map(Answers::accepted);
  }

  @Operation(
      summary = "A mission with the ODA activities of its cells, copied from oda-linkage.",
      description = "The ETag is the mission's version, for If-Match.")
  @GetMapping("/{id}")
  @RequiresScope("missions:read")
  Mono<MissionView> read(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
    // set here and not on a ResponseEntity, which would answer 304 by it: the activities are not
    // part of the version
    return queries
        .mission(id, caller.agency())
        .doOnNext(
            view -> exchange.getResponse().getHeaders().setETag("\"" + view.version() + "\""));
  }

  @Operation(
      summary = "Missions in order of their first day.",
      description = "from and to name a period; missions that overlap it are shown.")
  @GetMapping
  @RequiresScope("missions:read")
  Mono<ResponseEntity<Page<MissionView.Summary>>> list(
      @RequestParam Optional<CountryCode> country,
      @RequestParam Optional<Field> field,
      @RequestParam Optional<String> kind,
      @RequestParam Optional<MissionState> state,
      @RequestParam Optional<AgencyCode> agency,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> from,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> to,
      PageRequest page,
      Caller caller,
      ServerWebExchange exchange) {
    MissionFilter filter =
        new MissionFilter(
            country, field, kind.map(MissionController::listedKind), state, agency, from, to);
    return queries
        .missions(filter, caller.agency(), page)
        .map(found -> Pages.respond(found, exchange));
  }

  private static String listedKind(String code) {
    CodeList kinds = CodeLists.list(CodeLists.MISSION_KINDS);
    if (!kinds.has(code)) {
      throw new BadInput(
          InputFault.parameter(
              "kind", FaultCodes.INVALID_VALUE, "It is one of " + kinds.currentCodes() + "."));
    }
    return code;
  }
}
