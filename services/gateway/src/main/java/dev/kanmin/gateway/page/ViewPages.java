package dev.kanmin.gateway.page;

import dev.kanmin.gateway.form.FactMaker;
import dev.kanmin.gateway.form.Grid;
import dev.kanmin.gateway.form.Operation;
import dev.kanmin.gateway.form.Schema;
import dev.kanmin.gateway.owner.Owners;
import dev.kanmin.gateway.owner.Reply;
import dev.kanmin.gateway.page.RecordSource.Owned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Answers the pages of what a record has besides its facts, each at an address of its own in the
 * API: to be looked at by itself, and printed.
 */
final class ViewPages {
  /** Which property makes the columns of a grid. */
  private static final String BY = "by";

  private final PageFacts facts;
  private final Owners owners;
  private final RecordSource records;
  private final OfficerAnswers answers;

  ViewPages(PageFacts facts, Owners owners, OfficerAnswers answers) {
    this.facts = facts;
    this.owners = owners;
    this.records = new RecordSource(owners);
    this.answers = answers;
  }

  Mono<ServerResponse> view(ServerRequest request) {
    String id = request.pathVariable("id");
    if (!OfficerAnswers.isId(id)) {
      return answers.unknown(request, id);
    }
    return answers
        .officer(request)
        .flatMap(
            officer ->
                officer.token().isEmpty()
                    ? OfficerAnswers.signInAgain()
                    : records
                        .find(id, officer.api(), facts.subjects(), officer.asking())
                        .flatMap(owned -> view(request, id, officer, owned))
                        .switchIfEmpty(Mono.defer(() -> answers.unknown(request, id))));
  }

  private Mono<ServerResponse> view(
      ServerRequest request, String id, Officer officer, Owned owned) {
    String asked = request.pathVariable("view");
    Optional<Operation> view =
        officer.api().viewsOf(owned.read()).stream()
            .filter(it -> it.noun().equals(asked))
            .findFirst();
    return view.isEmpty()
        ? answers.unknown(request, asked)
        : owners
            .read(view.get(), owned.variables(id), officer.asking())
            .flatMap(
                reply ->
                    reply.isGood()
                        ? shown(request, id, officer, owned, view.get(), reply)
                        : answers.notShown(request, RecordWords.href(id), reply));
  }

  private Mono<ServerResponse> shown(
      ServerRequest request, String id, Officer officer, Owned owned, Operation view, Reply reply) {
    Schema schema = view.answer().orElseThrow();
    Map<String, Object> model = new HashMap<>();
    String heading = RecordMaker.label(view, officer);
    model.put("heading", heading);
    model.put(
        "record",
        answers.records(officer).make(id, Optional.of(owned), List.of(), "", Optional.empty()));
    model.put("href", RecordMaker.href(id, view));
    if (Grid.isOf(schema)) {
      model.put("grid", Grid.of(schema, reply.body(), request.queryParam(BY), officer.words()));
      schema = Grid.rest(schema);
    }
    model.put("facts", new FactMaker(officer.words()).facts(schema, reply.body()));
    return answers.page(request, HttpStatus.OK, heading, "view", model);
  }
}
