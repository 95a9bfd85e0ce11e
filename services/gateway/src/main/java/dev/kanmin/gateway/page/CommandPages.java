package dev.kanmin.gateway.page;

import dev.kanmin.gateway.form.FormMaker;
import dev.kanmin.gateway.form.FormMaker.Form;
import dev.kanmin.gateway.form.Known;
import dev.kanmin.gateway.form.Operation;
import dev.kanmin.gateway.form.Schema;
import dev.kanmin.gateway.form.Values;
import dev.kanmin.gateway.form.Written;
import dev.kanmin.gateway.owner.Owners;
import dev.kanmin.gateway.owner.Owners.Command;
import dev.kanmin.gateway.owner.Reply;
import dev.kanmin.gateway.page.RecordSource.Owned;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Answers the form of a command: empty, sent, refused, done. */
final class CommandPages {
  private static final String ACT = "act";
  private static final String SEND = "send";
  private static final String ADD = "add:";
  private static final String REMOVE = "remove:";
  private static final String KEY = "key";
  private static final String VERSION = "version";

  private final Owners owners;
  private final OfficerAnswers answers;

  CommandPages(Owners owners, OfficerAnswers answers) {
    this.owners = owners;
    this.answers = answers;
  }

  /** An empty form, or one with what is there already. */
  Mono<ServerResponse> form(ServerRequest request) {
    return with(
        request,
        asked -> {
          Values values = known(asked).values();
          return write(request, asked, values, Outcome.none(asked.version()), HttpStatus.OK);
        });
  }

  /** What the officer has sent: another group, something typed before, or the command. */
  Mono<ServerResponse> act(ServerRequest request) {
    return request
        .formData()
        .flatMap(
            form ->
                with(
                    request,
                    asked -> {
                      Values values = Values.sent(form);
                      String act = Optional.ofNullable(form.getFirst(ACT)).orElse(SEND);
                      if (act.equals(SEND)) {
                        return send(request, asked, values, form);
                      }
                      if (act.startsWith(ADD)) {
                        values.add(act.substring(ADD.length()));
                      } else if (act.startsWith(REMOVE)) {
                        values.remove(act.substring(REMOVE.length()));
                      }
                      return write(request, asked, values, again(form), HttpStatus.OK);
                    }));
  }

  /** What was typed before the session ended, to be looked over: nothing is sent here. */
  Mono<ServerResponse> again(ServerRequest request) {
    if (!SameOrigin.isSaid(request.headers().asHttpHeaders())) {
      return ServerResponse.status(HttpStatus.FORBIDDEN).build();
    }
    return request
        .formData()
        .flatMap(
            form ->
                with(
                    request,
                    asked -> {
                      Outcome typed = again(form);
                      String words = asked.officer().wording().say("form.signed-in-again");
                      return write(
                          request,
                          asked,
                          Values.sent(form),
                          new Outcome(typed.key(), typed.version(), Map.of(), words, ""),
                          HttpStatus.OK);
                    }));
  }

  /** What is asked for, with the record that it is about. */
  private record Asked(
      Officer officer,
      Operation operation,
      Map<String, String> variables,
      Optional<Operation> read,
      Optional<Reply> now) {
    Optional<String> version() {
      return now.flatMap(Reply::version);
    }
  }

  /**
   * What a form carries besides what is typed, and what came of sending it.
   *
   * @param key that the next attempt is sent with
   * @param faults by place in the form
   * @param message of the whole; empty if there is none
   */
  private record Outcome(
      String key,
      Optional<String> version,
      Map<String, List<String>> faults,
      String message,
      String detail) {
    static Outcome none(Optional<String> version) {
      return new Outcome(UUID.randomUUID().toString(), version, Map.of(), "", "");
    }
  }

  @FunctionalInterface
  private interface Answering {
    Mono<ServerResponse> answer(Asked asked);
  }

  private Mono<ServerResponse> with(ServerRequest request, Answering answering) {
    return answers
        .officer(request)
        .flatMap(
            officer -> {
              Optional<Operation> operation =
                  officer
                      .api()
                      .find(request.pathVariable("operation"))
                      .filter(found -> found.isCommand() && !found.isUpload());
              if (operation.isEmpty() && !officer.api().isComplete()) {
                return answers.notNow(request);
              }
              if (operation.isEmpty()) {
                return answers.unknown(request, request.pathVariable("operation"));
              }
              Map<String, String> variables = new HashMap<>();
              for (String name : operation.get().variables()) {
                String value = request.queryParam(name).orElse("");
                if (!OfficerAnswers.isId(value)) {
                  return answers.unknown(request, value);
                }
                variables.put(name, value);
              }
              if (officer.token().isEmpty() && request.method().name().equals("GET")) {
                return OfficerAnswers.signInAgain();
              }
              return asked(officer, operation.get(), variables).flatMap(answering::answer);
            });
  }

  private Mono<Asked> asked(Officer officer, Operation operation, Map<String, String> variables) {
    Optional<Operation> read = officer.api().readAround(operation);
    if (read.isEmpty()) {
      return Mono.just(
          new Asked(officer, operation, variables, Optional.empty(), Optional.empty()));
    }
    return owners
        .read(read.get(), variables, officer.asking())
        .map(reply -> new Asked(officer, operation, variables, read, Optional.of(reply)));
  }

  private static Outcome again(MultiValueMap<String, String> form) {
    return new Outcome(
        Optional.ofNullable(form.getFirst(KEY)).orElseGet(() -> UUID.randomUUID().toString()),
        Optional.ofNullable(form.getFirst(VERSION)).filter(it -> !it.isEmpty()),
        Map.of(),
        "",
        "");
  }

  private Mono<ServerResponse> send(
      ServerRequest request, Asked asked, Values values, MultiValueMap<String, String> form) {
    Outcome sent = again(form);
    Wording wording = asked.officer().wording();
    if (asked.officer().token().isEmpty()) {
      return write(
          request,
          asked,
          values,
          new Outcome(sent.key(), sent.version(), Map.of(), wording.say("form.sign-in-again"), ""),
          HttpStatus.UNAUTHORIZED);
    }
    Optional<Written> written =
        asked.operation().body().map(body -> Written.of(body, values, asked.officer().words()));
    Map<String, List<String>> faults = written.map(Written::faults).orElse(Map.of());
    if (!faults.isEmpty()) {
      return write(
          request,
          asked,
          values,
          new Outcome(sent.key(), sent.version(), faults, wording.say("form.wrong"), ""),
          HttpStatus.BAD_REQUEST);
    }
    return owners
        .command(
            asked.operation(),
            asked.variables(),
            new Command(sent.key(), sent.version(), written.map(Written::json)),
            asked.officer().asking())
        .flatMap(
            reply ->
                reply.isGood()
                    ? done(asked, reply)
                    : refused(request, asked, values, sent, written, reply));
  }

  private static Mono<ServerResponse> done(Asked asked, Reply reply) {
    String id =
        asked.operation().variables().isEmpty()
            ? reply.body().path("id").asString("")
            : asked.variables().getOrDefault(asked.operation().variables().getFirst(), "");
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/records/{id}").queryParam("done", "{done}");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", id);
    values.put("done", asked.operation().id());
    for (int at = 0; at < reply.events().size() && at < 3; at++) {
      address.queryParam("after", "{after" + at + "}");
      values.put("after" + at, reply.events().get(at));
    }
    URI location = address.encode().buildAndExpand(values).toUri();
    return ServerResponse.seeOther(location).build();
  }

  private Mono<ServerResponse> refused(
      ServerRequest request,
      Asked asked,
      Values values,
      Outcome sent,
      Optional<Written> written,
      Reply reply) {
    // what was refused was not done: the next attempt is another command. What may have been done
    // is sent again as the same
    String key = reply.isUncertain() ? sent.key() : UUID.randomUUID().toString();
    Map<String, List<String>> byPointer = new LinkedHashMap<>();
    for (JsonNode fault : reply.body().path("errors")) {
      String where = fault.path("pointer").asString("");
      byPointer
          .computeIfAbsent(where, it -> new ArrayList<>())
          .add(text(fault.path("code").asString(""), fault.path("detail").asString(""), asked));
    }
    Map<String, List<String>> faults =
        written.map(it -> FormMaker.byPlace(byPointer, it)).orElse(byPointer);
    // asked for again, so that it is told against what is there now
    return asked(asked.officer(), asked.operation(), asked.variables())
        .flatMap(
            now ->
                write(
                    request,
                    now,
                    values,
                    new Outcome(
                        key,
                        reply.status() == HttpStatus.PRECONDITION_FAILED.value()
                            ? now.version()
                            : sent.version(),
                        faults,
                        message(asked, reply),
                        reply.body().path("errors").isEmpty() ? reply.detail() : ""),
                    HttpStatus.valueOf(reply.status())));
  }

  private static String text(String code, String detail, Asked asked) {
    String words = asked.officer().wording().sayOr("fault." + code, "");
    return words.isEmpty() || asked.officer().words().language().equals("en")
        ? detail
        : words + " (" + detail + ")";
  }

  private static String message(Asked asked, Reply reply) {
    Wording wording = asked.officer().wording();
    return wording.sayOr(
        "rule." + reply.problem(),
        switch (reply.status()) {
          case 400, 422 -> wording.say("form.wrong");
          case 401 -> wording.say("form.sign-in-again");
          case 403 -> wording.say("form.forbidden");
          case 404 -> wording.say("form.gone");
          case 409 -> wording.say("form.conflict");
          case 412, 428 -> wording.say("form.stale");
          default -> wording.say("form.unavailable");
        });
  }

  private Mono<ServerResponse> write(
      ServerRequest request, Asked asked, Values values, Outcome outcome, HttpStatus status) {
    Officer officer = asked.officer();
    Optional<Schema> body = asked.operation().body();
    Form form =
        body.map(it -> FormMaker.form(it, values, outcome.faults(), officer.words()))
            .orElseGet(
                () ->
                    new Form(
                        List.of(),
                        List.of(),
                        outcome.faults().values().stream().flatMap(List::stream).toList()));
    Optional<Owned> owned =
        asked
            .read()
            .flatMap(read -> asked.now().filter(Reply::isGood).map(now -> new Owned(read, now)));
    String id =
        asked.operation().variables().stream().findFirst().map(asked.variables()::get).orElse("");
    RecordMaker maker = answers.records(officer);
    Optional<RecordWords> record =
        id.isEmpty()
            ? Optional.empty()
            : Optional.of(maker.make(id, owned, List.of(), "", Optional.empty()));
    String title = Verbs.label(asked.operation(), officer.wording());
    return answers.page(
        request,
        status,
        title,
        "form",
        Map.of(
            "heading", title,
            "form", form,
            "command",
                new CommandWords(
                    RecordMaker.href(asked.operation(), asked.variables()),
                    outcome.key(),
                    outcome.version().orElse(""),
                    outcome.message(),
                    outcome.detail(),
                    officer.wording().sayOr("lead." + asked.operation().id(), ""),
                    warning(known(asked).notShown(), officer.wording()),
                    Verbs.kind(asked.operation(), officer.wording()),
                    record)));
  }

  private static String warning(List<String> notShown, Wording wording) {
    return notShown.isEmpty()
        ? ""
        : wording.say("form.replaces", String.join(wording.say("form.replaces.and"), notShown));
  }

  private static Known known(Asked asked) {
    Optional<Schema> shown = asked.read().flatMap(Operation::answer);
    if (asked.operation().body().isEmpty()
        || shown.isEmpty()
        || asked.now().filter(Reply::isGood).isEmpty()) {
      return Known.nothing();
    }
    return Known.of(
        asked.operation(), shown.get(), asked.now().get().body(), asked.officer().words());
  }
}
