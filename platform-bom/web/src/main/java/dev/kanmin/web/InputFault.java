package dev.kanmin.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;

/**
 * One thing that is wrong in a request, and where. Which of the places is given depends on where
 * the fault is: a field of the JSON body, a query or path parameter, a header, a line of the body.
 *
 * @param pointer JSON pointer into the body, {@code /stops/0/country}; the whole body is ""
 * @param parameter name of the query or path parameter
 * @param header name of the header
 * @param line of the body, counted from 1
 * @param column of that line, counted from 1
 * @param code stable, kebab case; the shared ones are in {@link FaultCodes}
 * @param detail what was found and what is accepted
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"pointer", "parameter", "header", "line", "column", "code", "detail"})
public record InputFault(
    Optional<String> pointer,
    Optional<String> parameter,
    Optional<String> header,
    Optional<Integer> line,
    Optional<Integer> column,
    String code,
    String detail) {

  /** A field of the JSON body. */
  public static InputFault at(String pointer, String code, String detail) {
    return new InputFault(
        Optional.of(pointer),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        code,
        detail);
  }

  /** A query or path parameter. */
  public static InputFault parameter(String name, String code, String detail) {
    return new InputFault(
        Optional.empty(),
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        code,
        detail);
  }

  /** A request header. */
  public static InputFault header(String name, String code, String detail) {
    return new InputFault(
        Optional.empty(),
        Optional.empty(),
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        code,
        detail);
  }

  /** A line of the body, counted from 1. */
  public static InputFault line(int line, String code, String detail) {
    return new InputFault(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(line),
        Optional.empty(),
        code,
        detail);
  }

  /** The same fault, at this line and column of the body. */
  public InputFault on(int atLine, int atColumn) {
    return new InputFault(
        pointer, parameter, header, Optional.of(atLine), Optional.of(atColumn), code, detail);
  }
}
