package dev.kanmin.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The body of every answer that is not a success (RFC 9457), {@code application/problem+json}.
 *
 * @param type which kind of problem; stable
 * @param title the kind in one sentence
 * @param status the HTTP status
 * @param detail what was wrong this time and what to do
 * @param instance the path that was asked for
 * @param request the id of the request, under which our logs tell of it
 * @param errors the faults of the request, each with its place
 * @param incident under which our log tells what happened; only when the fault is ours
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "type",
  "title",
  "status",
  "detail",
  "instance",
  "request",
  "errors",
  "incident"
})
public record Problem(
    URI type,
    String title,
    int status,
    String detail,
    String instance,
    String request,
    List<InputFault> errors,
    Optional<String> incident) {}
