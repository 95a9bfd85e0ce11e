package dev.kanmin.web;

import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Receipt;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;

/** Writes into an operation's description what the conventions make of its handler method. */
final class OpenApiConventions implements GlobalOperationCustomizer {
  static final String BEARER = "bearer";

  private final OperationIds ids = new OperationIds();
  private final OpenApiProblems answers;

  OpenApiConventions(OpenApiProblems answers) {
    this.answers = answers;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    HandlerRules rules = HandlerRules.of(handler);
    operation.setOperationId(ids.of(handler));
    withoutRepetition(operation);
    boolean command = takes(handler, CommandContext.class);
    parameters(operation, handler, rules, command);
    operation.setSecurity(
        rules
            .scope()
            .map(scope -> List.of(new SecurityRequirement().addList(BEARER, scope)))
            .orElse(List.of()));
    operation.setTags(
        operation.getTags().stream().map(tag -> tag.replaceFirst("-controller$", "")).toList());
    problems(operation, rules, command);
    successHeaders(operation.getResponses(), handler);
    return operation;
  }

  /** Of a comment, the first sentence is the summary and the others are the description. */
  private static void withoutRepetition(Operation operation) {
    String summary = operation.getSummary();
    String description = operation.getDescription();
    if (summary != null && description != null && description.startsWith(summary)) {
      String rest = description.substring(summary.length()).strip();
      operation.setDescription(rest.isEmpty() ? null : rest);
    }
  }

  private static void parameters(
      Operation operation, HandlerMethod handler, HandlerRules rules, boolean command) {
    if (takes(handler, PageRequest.class)) {
      operation.addParametersItem(
          query("cursor", "Where the previous page ended: its `next`, as it stands.")
              .schema(new StringSchema()));
      operation.addParametersItem(query("limit", "Most items wanted.").schema(limit()));
    }
    if (takes(handler, Reader.class)) {
      operation.addParametersItem(
          header(HttpHeaders.ACCEPT_LANGUAGE, "Languages of labels, best first; English if absent.")
              .schema(new StringSchema()));
    }
    if (command) {
      operation.addParametersItem(
          header(
                  KanminHeaders.IDEMPOTENCY_KEY,
                  "Repeating the command under the same key within 24 hours has one effect and the"
                      + " same answer.")
              .schema(new StringSchema().minLength(1).maxLength(128)));
      operation.addParametersItem(
          header(HttpHeaders.IF_MATCH, "ETag of the version that the command is based on.")
              .required(rules.requiresIfMatch())
              .schema(new StringSchema()));
    }
  }

  private void problems(Operation operation, HandlerRules rules, boolean command) {
    TreeSet<String> statuses = new TreeSet<>(List.of("400"));
    if (!rules.isPublic()) {
      statuses.addAll(List.of("401", "403"));
    }
    if (has(operation, "path")) {
      statuses.add("404");
    }
    if (command) {
      statuses.addAll(List.of("409", "412", "422", "503"));
    }
    if (operation.getRequestBody() != null) {
      statuses.addAll(List.of("413", "415"));
    }
    if (rules.requiresIfMatch()) {
      statuses.add("428");
    }
    ApiResponses responses = operation.getResponses();
    statuses.stream()
        .filter(status -> !responses.containsKey(status))
        .forEach(
            status ->
                responses.addApiResponse(
                    status,
                    new ApiResponse().$ref("#/components/responses/" + answers.name(status))));
  }

  private static void successHeaders(ApiResponses responses, HandlerMethod handler) {
    ResolvableType answer = ResolvableType.forMethodReturnType(handler.getMethod());
    boolean wrapped =
        Stream.of(answer, answer.getGeneric(0))
            .anyMatch(type -> type.toClass() == ResponseEntity.class);
    boolean receipt = mentions(answer, Receipt.class);
    boolean page = mentions(answer, Page.class);
    responses.forEach(
        (status, response) -> {
          if (!status.startsWith("2")) {
            return;
          }
          response.addHeaderObject(KanminHeaders.REQUEST, OpenApiProblems.requestId());
          if (receipt) {
            response.addHeaderObject(
                KanminHeaders.EVENT,
                described("References of the last event per changed subject, by comma."));
          }
          if (wrapped && !page) {
            response.addHeaderObject(HttpHeaders.ETAG, described("The version, in quotes."));
          }
          if (wrapped && page) {
            response.addHeaderObject(
                HttpHeaders.LINK, described("The next page, if there is one."));
          }
          if (status.equals("201")) {
            response.addHeaderObject(HttpHeaders.LOCATION, described("Where the new thing lives."));
          }
        });
  }

  private static IntegerSchema limit() {
    IntegerSchema schema = new IntegerSchema();
    schema.setMinimum(BigDecimal.ONE);
    schema.setMaximum(BigDecimal.valueOf(PageRequest.LARGEST_LIMIT));
    schema.setDefault(PageRequest.DEFAULT_LIMIT);
    return schema;
  }

  private static boolean mentions(ResolvableType type, Class<?> wanted) {
    return type.toClass() == wanted
        || Arrays.stream(type.getGenerics()).anyMatch(generic -> mentions(generic, wanted));
  }

  private static boolean takes(HandlerMethod handler, Class<?> type) {
    return Arrays.stream(handler.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == type);
  }

  private static boolean has(Operation operation, String place) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(given -> place.equals(given.getIn()));
  }

  private static Parameter query(String name, String description) {
    return new Parameter().in("query").name(name).description(description).required(false);
  }

  private static Parameter header(String name, String description) {
    return new Parameter().in("header").name(name).description(description).required(false);
  }

  private static Header described(String description) {
    return new Header().description(description).schema(new StringSchema());
  }
}
