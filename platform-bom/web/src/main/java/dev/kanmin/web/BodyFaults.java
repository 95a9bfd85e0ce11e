package dev.kanmin.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong in a JSON body, and where. */
final class BodyFaults {
  /** What the parser says of its own source, in the middle of some messages: of no use outside. */
  private static final Pattern PARSERS_SOURCE = Pattern.compile(" \\(start marker at \\[.*?]\\)");

  private BodyFaults() {}

  /**
   * All faults of a body that could not be read; or the exception itself if the fault is ours.
   *
   * @param error what the reader stumbled over first
   */
  static RuntimeException of(JacksonException error, byte[] body, JavaType type) {
    if (error instanceof InvalidDefinitionException) {
      return error;
    }
    if (error instanceof StreamReadException || error instanceof StreamConstraintsException) {
      return new BadInput(malformed(error));
    }
    List<InputFault> all = BodyDiagnosis.of(body, type);
    return new BadInput(all.isEmpty() ? List.of(first(error)) : all);
  }

  /** The fault that the exception tells of, with its pointer. */
  static InputFault first(JacksonException error) {
    String pointer = pointer(error.getPath());
    return switch (error) {
      case InvalidNullException _ -> missing(pointer);
      case ValueInstantiationException refused ->
          InputFault.at(pointer, FaultCodes.INVALID_VALUE, reason(refused));
      case MismatchedInputException mismatched -> mismatch(pointer, mismatched);
      default -> InputFault.at(pointer, FaultCodes.INVALID_VALUE, reason(error));
    };
  }

  static InputFault missing(String pointer) {
    return InputFault.at(pointer, FaultCodes.MISSING, name(pointer) + " is required.");
  }

  /** What is no JSON, or beyond the limits of depth and length. */
  static InputFault malformed(JacksonException error) {
    InputFault fault =
        InputFault.at(
            pointer(error.getPath()),
            FaultCodes.MALFORMED_JSON,
            "The JSON cannot be read: "
                + PARSERS_SOURCE.matcher(error.getOriginalMessage()).replaceAll(""));
    TokenStreamLocation location = error.getLocation();
    return location == null || location.getLineNr() < 1
        ? fault
        : fault.on(location.getLineNr(), Math.max(1, location.getColumnNr()));
  }

  private static InputFault mismatch(String pointer, MismatchedInputException error) {
    Class<?> type = error.getTargetType();
    return InputFault.at(
        pointer,
        type != null && type.isEnum() ? FaultCodes.INVALID_VALUE : FaultCodes.WRONG_TYPE,
        name(pointer) + " must be " + (type == null ? "different" : TypeNames.of(type)) + ".");
  }

  /** Our value types say themselves what they accept. */
  private static String reason(JacksonException error) {
    Throwable cause = error.getCause();
    return cause instanceof IllegalArgumentException && cause.getMessage() != null
        ? cause.getMessage()
        : String.valueOf(error.getOriginalMessage());
  }

  /** What a sentence calls that place. */
  static String name(String pointer) {
    return pointer.isEmpty() ? "The body" : pointer;
  }

  private static String pointer(List<JacksonException.Reference> path) {
    return path.stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? Integer.toString(step.getIndex())
                    : step.getPropertyName())
        .map(BodyFaults::step)
        .collect(Collectors.joining());
  }

  /** One step of a JSON pointer (RFC 6901). */
  static String step(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
