package dev.kanmin.web;

import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.inbox.ParkedSubject;
import dev.kanmin.events.inbox.ParkedSubjects;
import dev.kanmin.events.inbox.ReplayReport;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For a duty officer: the subjects whose events this service could not take, and their replay. */
@RestController
@RequestMapping("/v1/parked-subjects")
final class ParkedSubjectsController {
  private final ParkedSubjects parked;

  ParkedSubjectsController(ParkedSubjects parked) {
    this.parked = parked;
  }

  /** All of them on one page, oldest first: where there are many, the reason is one. */
  @GetMapping
  @RequiresScope("operations:read")
  Mono<Page<ParkedSubject>> listParkedSubjects() {
    return parked
        .list()
        .collectList()
        .map(subjects -> new Page<>(subjects, Optional.empty(), List.of()));
  }

  @PostMapping("/{id}/replay")
  @RequiresScope("operations:write")
  Mono<ReplayReport> replayParkedSubject(@PathVariable String id) {
    Mono<ReplayReport> replayed =
        Ids.isWellFormed("prk", id) ? parked.replay(id) : Mono.<ReplayReport>empty();
    return replayed.switchIfEmpty(
        Mono.error(
            () ->
                ProblemTypes.NOT_FOUND.with(
                    "No subject is parked under "
                        + Quoted.of(id)
                        + "; it may have been released. See /v1/parked-subjects.")));
  }
}
