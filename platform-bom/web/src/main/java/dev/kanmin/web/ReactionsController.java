package dev.kanmin.web;

import dev.kanmin.events.inbox.Policies;
import dev.kanmin.events.inbox.ReactionFilter;
import dev.kanmin.events.inbox.ReactionReport;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** For a duty officer: what the policies of this service have made of others' events. */
@RestController
@RequestMapping("/v1/operations/reactions")
@RequiresScope("operations:read")
final class ReactionsController {
  private final Policies policies;

  ReactionsController(Policies policies) {
    this.policies = policies;
  }

  /** The newest first. */
  @GetMapping
  Mono<ResponseEntity<Page<ReactionReport>>> listReactions(
      @ParameterObject ReactionFilter filter, PageRequest page, ServerWebExchange exchange) {
    return Keyset.query(policies.reactions(), filter.toBson(), page, "-since")
        .map(found -> Pages.respond(found.map(policies::read), exchange));
  }
}
