package dev.kanmin.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Describes the answers that are not successes: one for each status, with the codes that the
 * service answers with it, and all of them as {@code x-kanmin-problems}, which the gateway's
 * catalogue is made of.
 */
final class OpenApiProblems implements GlobalOpenApiCustomizer {
  static final String EXTENSION = "x-kanmin-problems";

  private final String service;
  private final List<String> packages;

  OpenApiProblems(String service, List<String> packages) {
    this.service = service;
    this.packages = packages;
  }

  @Override
  public void customise(OpenAPI document) {
    Components components = document.getComponents();
    ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
    components.addHeaders(
        KanminHeaders.REQUEST,
        new Header()
            .description(
                "The id under which our logs tell of the request: the one that the caller sent in the"
                    + " same header, if it is well formed, else a new one.")
            .schema(new StringSchema().pattern(RequestId.WELL_FORMED.pattern())));
    List<ProblemType> problems = PublishedProblems.of(packages);
    problems.stream()
        .collect(
            Collectors.groupingBy(
                problem -> problem.status().value(), TreeMap::new, Collectors.toList()))
        .forEach((status, ofStatus) -> components.addResponses(name(status), response(ofStatus)));
    document.addExtension(EXTENSION, problems.stream().map(OpenApiProblems::listed).toList());
  }

  /** What the description of that answer is called; other services' codes are others. */
  String name(Object status) {
    return service + "." + status;
  }

  private static ApiResponse response(List<ProblemType> problems) {
    StringSchema type = new StringSchema();
    problems.forEach(problem -> type.addEnumItem(problem.uri().toString()));
    return new ApiResponse()
        .description(
            problems.stream()
                .map(problem -> "`" + problem.code() + "`: " + problem.title())
                .collect(Collectors.joining("; ")))
        .addHeaderObject(KanminHeaders.REQUEST, requestId())
        .content(
            new Content()
                .addMediaType(
                    org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                    new MediaType()
                        .schema(
                            new Schema<>()
                                .allOf(
                                    List.of(
                                        new Schema<>().$ref("#/components/schemas/Problem"),
                                        new Schema<>().properties(Map.of("type", type)))))));
  }

  static Header requestId() {
    return new Header().$ref("#/components/headers/" + KanminHeaders.REQUEST);
  }

  private static Map<String, Object> listed(ProblemType problem) {
    Map<String, Object> listed = new LinkedHashMap<>();
    listed.put("code", problem.code());
    listed.put("status", problem.status().value());
    listed.put("title", problem.title());
    return listed;
  }
}
