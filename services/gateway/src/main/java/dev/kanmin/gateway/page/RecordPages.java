package dev.kanmin.gateway.page;

import dev.kanmin.gateway.form.Operation;
import dev.kanmin.gateway.owner.Owners;
import dev.kanmin.gateway.owner.Reply;
import dev.kanmin.gateway.page.RecordMaker.Listed;
import dev.kanmin.gateway.page.RecordSource.Owned;
import dev.kanmin.gateway.picture.Subject;
import dev.kanmin.web.BadInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers the page of a record. */
final class RecordPages {
  private final PageFacts facts;
  private final Owners owners;
  private final RecordSource records;
  private final OfficerAnswers answers;

  RecordPages(PageFacts facts, Owners owners, OfficerAnswers answers) {
    this.facts = facts;
    this.owners = owners;
    this.records = new RecordSource(owners);
    this.answers = answers;
  }

  Mono<ServerResponse> record(ServerRequest request) {
    String id = request.pathVariable("id");
    if (!OfficerAnswers.isId(id)) {
      return answers.unknown(request, id);
    }
    return shown(request)
        .then(answers.officer(request))
        .flatMap(
            officer ->
                records
                    .find(id, officer.api(), facts.subjects(), officer.asking())
                    .map(Optional::of)
                    .defaultIfEmpty(Optional.empty())
                    .flatMap(owned -> record(request, id, officer, owned)));
  }

  private Mono<ServerResponse> record(
      ServerRequest request, String id, Officer officer, Optional<Owned> owned) {
    boolean isPublic = facts.subjects().subject(id).flatMap(Subject::row).isPresent();
    if (owned.isEmpty() && officer.token().isEmpty()) {
      return OfficerAnswers.signInAgain();
    }
    if (owned.isEmpty() && !isPublic && !officer.api().isComplete()) {
      return answers.notNow(request);
    }
    if (owned.isEmpty() && !isPublic) {
      return answers.unknown(request, id);
    }
    String missing = owned.isPresent() ? "" : officer.wording().say("record.not-shown");
    Optional<Operation> done = request.queryParam("done").flatMap(officer.api()::find);
    return parts(id, officer, owned)
        .flatMap(
            parts -> {
              RecordWords record = answers.records(officer).make(id, owned, parts, missing, done);
              return answers.page(
                  request,
                  HttpStatus.OK,
                  record.title(),
                  "record",
                  Map.of("record", record, "words", officer.wording()));
            });
  }

  private Mono<List<Listed>> parts(String id, Officer officer, Optional<Owned> owned) {
    return Flux.fromStream(owned.stream().flatMap(it -> officer.api().partsOf(it.read()).stream()))
        .flatMapSequential(
            list ->
                owners
                    .read(list, Map.of(list.variables().getFirst(), id), officer.asking())
                    .filter(Reply::isGood)
                    .map(reply -> new Listed(list, reply.body())))
        .collectList();
  }

  /** What was just done is waited for, so that the page knows of it. */
  private Mono<Void> shown(ServerRequest request) {
    List<String> after = request.queryParams().getOrDefault("after", List.of());
    if (after.isEmpty()) {
      return Mono.empty();
    }
    try {
      return facts.shows(after).then();
    } catch (BadInput none) {
      return Mono.empty();
    }
  }
}
