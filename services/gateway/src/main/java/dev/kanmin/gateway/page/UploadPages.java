package dev.kanmin.gateway.page;

import dev.kanmin.gateway.form.Api;
import dev.kanmin.gateway.form.ApiSource;
import dev.kanmin.gateway.form.Fact;
import dev.kanmin.gateway.form.FactMaker;
import dev.kanmin.gateway.form.FormMaker;
import dev.kanmin.gateway.form.FormMaker.Form;
import dev.kanmin.gateway.form.Operation;
import dev.kanmin.gateway.form.Values;
import dev.kanmin.gateway.form.Written;
import dev.kanmin.gateway.owner.Owners;
import dev.kanmin.gateway.owner.Reply;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Answers the pages on which a file is handed over to a service, which reads it in the name of the
 * person at the page.
 */
final class UploadPages {
  static final String PATH = "/uploads";
  static final String UPLOAD = PATH + "/{operation}";

  private static final String FILE = "file";
  private static final String KEY = "key";

  /** By the ending of a file's name: browsers name types as their machine happens to. */
  private static final Map<String, String> TYPES =
      Map.of(
          "csv",
          "text/csv",
          "xml",
          "application/xml",
          "json",
          "application/json",
          "zip",
          "application/zip",
          "xlsx",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final ApiSource source;
  private final Owners owners;
  private final OfficerTokens tokens;
  private final PageMaker pages;
  private final PageRenderer renderer;

  UploadPages(
      ApiSource source,
      Owners owners,
      OfficerTokens tokens,
      PageMaker pages,
      PageRenderer renderer) {
    this.source = source;
    this.owners = owners;
    this.tokens = tokens;
    this.pages = pages;
    this.renderer = renderer;
  }

  /** What is asked for. */
  private record Asked(Officer officer, Operation operation) {}

  /**
   * What came of it.
   *
   * @param told what the service says of what it did
   */
  private record Outcome(
      String key,
      Map<String, List<String>> faults,
      String message,
      String detail,
      List<Fact> told) {
    static Outcome none() {
      return new Outcome(UUID.randomUUID().toString(), Map.of(), "", "", List.of());
    }
  }

  Mono<ServerResponse> form(ServerRequest request) {
    return asked(request)
        .flatMap(asked -> answer(request, asked, Values.none(), Outcome.none(), HttpStatus.OK))
        .switchIfEmpty(ServerResponse.notFound().build());
  }

  /** Only from a page of ours: a form that carries a file is not read before that is known. */
  Mono<ServerResponse> send(ServerRequest request) {
    if (!SameOrigin.isSaid(request.headers().asHttpHeaders())) {
      return ServerResponse.status(HttpStatus.FORBIDDEN).build();
    }
    return asked(request)
        .flatMap(asked -> request.multipartData().flatMap(parts -> send(request, asked, parts)))
        .switchIfEmpty(ServerResponse.notFound().build());
  }

  private Mono<ServerResponse> send(
      ServerRequest request, Asked asked, MultiValueMap<String, Part> parts) {
    Wording wording = asked.officer().wording();
    MultiValueMap<String, String> fields = fields(parts);
    Values values = Values.sent(fields);
    String key =
        Optional.ofNullable(fields.getFirst(KEY)).orElseGet(() -> UUID.randomUUID().toString());
    Optional<FilePart> file =
        parts.getOrDefault(FILE, List.of()).stream()
            .filter(FilePart.class::isInstance)
            .map(FilePart.class::cast)
            .filter(part -> !part.filename().isEmpty())
            .findFirst();
    if (file.isEmpty()) {
      return answer(
          request,
          asked,
          values,
          new Outcome(key, Map.of(), wording.say("upload.no-file"), "", List.of()),
          HttpStatus.BAD_REQUEST);
    }
    Optional<Written> written =
        asked.operation().query().map(query -> Written.of(query, values, asked.officer().words()));
    return owners
        .upload(
            asked.operation(),
            written.map(it -> query(it.json())).orElse(Map.of()),
            key,
            type(file.get(), asked.operation()),
            file.get().content(),
            asked.officer().asking())
        .flatMap(
            reply ->
                answer(
                    request,
                    asked,
                    reply.isGood() ? Values.none() : values,
                    outcome(asked, reply, key),
                    reply.isGood() ? HttpStatus.OK : HttpStatus.valueOf(reply.status())));
  }

  private static Outcome outcome(Asked asked, Reply reply, String key) {
    Wording wording = asked.officer().wording();
    if (reply.isGood()) {
      List<Fact> told =
          asked
              .operation()
              .answer()
              .map(schema -> new FactMaker(asked.officer().words()).facts(schema, reply.body()))
              .orElse(List.of());
      return new Outcome(UUID.randomUUID().toString(), Map.of(), "", "", told);
    }
    Map<String, List<String>> faults = new LinkedHashMap<>();
    reply
        .body()
        .path("errors")
        .forEach(
            fault ->
                faults.merge(
                    fault.path("pointer").asString(""),
                    List.of(fault.path("detail").asString("")),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
    return new Outcome(
        reply.isUncertain() ? key : UUID.randomUUID().toString(),
        faults,
        wording.sayOr(
            "rule." + reply.problem(),
            wording.say(
                switch (reply.status()) {
                  case 401 -> "form.sign-in-again";
                  case 403 -> "form.forbidden";
                  case 400, 413, 415, 422 -> "form.wrong";
                  default -> "form.unavailable";
                })),
        reply.detail(),
        List.of());
  }

  private Mono<ServerResponse> answer(
      ServerRequest request, Asked asked, Values values, Outcome outcome, HttpStatus status) {
    Officer officer = asked.officer();
    Form form =
        asked
            .operation()
            .query()
            .map(query -> FormMaker.form(query, values, outcome.faults(), officer.words()))
            .orElseGet(
                () ->
                    new Form(
                        List.of(),
                        List.of(),
                        outcome.faults().values().stream().flatMap(List::stream).toList()));
    String title = Verbs.label(asked.operation(), officer.wording());
    return pages
        .signedIn(request, officer.wording().say("title.of", title), "")
        .flatMap(
            page -> {
              Map<String, Object> model = new HashMap<>();
              model.put("page", page);
              model.put("heading", title);
              model.put("form", form);
              model.put("action", PATH + "/" + asked.operation().id());
              model.put("key", outcome.key());
              model.put("message", outcome.message());
              model.put("detail", outcome.detail());
              model.put("told", outcome.told());
              model.put("accept", accept(asked.operation()));
              model.put("words", officer.words());
              return renderer.answer(request, status, "upload", model);
            });
  }

  private Mono<Asked> asked(ServerRequest request) {
    Wording wording = Wording.in(PageLanguage.of(request.exchange().getRequest()));
    return Mono.zip(source.api(request.exchange()), tokens.of(request))
        .map(both -> new Officer(wording, new PageWords(wording), both.getT1(), both.getT2()))
        .flatMap(
            officer ->
                Mono.justOrEmpty(
                    operation(officer.api(), request.pathVariable("operation"))
                        .map(operation -> new Asked(officer, operation))));
  }

  private static Optional<Operation> operation(Api api, String id) {
    return api.find(id)
        .filter(operation -> operation.isUpload() && operation.variables().isEmpty());
  }

  private static MultiValueMap<String, String> fields(MultiValueMap<String, Part> parts) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    parts.forEach(
        (name, all) ->
            all.forEach(
                part -> {
                  if (part instanceof FormFieldPart field) {
                    fields.add(name, field.value());
                  }
                }));
    return fields;
  }

  private static Map<String, String> query(JsonNode written) {
    Map<String, String> query = new LinkedHashMap<>();
    written.properties().forEach(one -> query.put(one.getKey(), one.getValue().asString()));
    return query;
  }

  private static MediaType type(FilePart file, Operation operation) {
    String name = file.filename();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return MediaType.parseMediaType(
        Optional.ofNullable(TYPES.get(ending))
            .filter(operation.media()::contains)
            .orElse(operation.media().getFirst()));
  }

  private static String accept(Operation operation) {
    return TYPES.entrySet().stream()
        .filter(type -> operation.media().contains(type.getValue()))
        .map(type -> "." + type.getKey())
        .sorted()
        .collect(Collectors.joining(","));
  }
}
