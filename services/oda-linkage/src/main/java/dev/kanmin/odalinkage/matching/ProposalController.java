package dev.kanmin.odalinkage.matching;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.odalinkage.linkage.Linkage;
import dev.kanmin.odalinkage.linkage.LinkageCommand;
import dev.kanmin.odalinkage.linkage.LinkageEvent;
import dev.kanmin.web.Answers;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Proposals by officers. */
@RestController
@RequestMapping("/v1/linkages")
class ProposalController {
  private final Aggregates<LinkageCommand, LinkageEvent, Linkage> linkages;
  private final Proposals proposals;

  ProposalController(
      Aggregates<LinkageCommand, LinkageEvent, Linkage> linkages, Proposals proposals) {
    this.linkages = linkages;
    this.proposals = proposals;
  }

  @Operation(
      summary = "Propose a company for a need, an activity, a tender, or several of them at once.",
      description =
          "The same company for the same is the same linkage: while it is proposed, asking again"
              + " changes nothing.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @RequiresScope("linkages:write")
  Mono<ResponseEntity<Receipt>> propose(
      @RequestBody Proposals.Request request, CommandContext context) {
    return proposals
        .of(request, context.by(), context.at())
        .flatMap(
            proposal ->
                linkages.handle(proposal.id(), new LinkageCommand.Propose(proposal), context))
        .map(receipt -> Answers.created(receipt, URI.create("/v1/linkages/" + receipt.id())));
  }
}
