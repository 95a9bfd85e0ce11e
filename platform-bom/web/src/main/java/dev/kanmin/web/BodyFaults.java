package dev.kanmin.web;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.codec.DecodingException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong in a JSON body, and where: pointer, line and column. */
final class BodyFaults {
  private BodyFaults() {}

  /** Empty if the fault is not the body's but ours. */
  static Optional<ProblemException> of(DecodingException error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidDefinitionException) {
        return Optional.empty();
      }
      if (cause instanceof JacksonException unreadable) {
        return Optional.of(new BadInput(located(fault(unreadable), unreadable.getLocation())));
      }
    }
    return Optional.of(
        new BadInput(
            InputFault.at("", FaultCodes.MALFORMED_JSON, String.valueOf(error.getMessage()))));
  }

  private static InputFault fault(JacksonException error) {
    String pointer = pointer(error.getPath());
    return switch (error) {
      case UnrecognizedPropertyException unknown -> unknownField(pointer, unknown);
      case InvalidNullException _ ->
          InputFault.at(pointer, FaultCodes.MISSING, name(pointer) + " is required.");
      case ValueInstantiationException refused ->
          InputFault.at(pointer, FaultCodes.INVALID_VALUE, message(refused));
      case MismatchedInputException mismatched -> mismatch(pointer, mismatched);
      case StreamConstraintsException constrained ->
          InputFault.at(pointer, FaultCodes.MALFORMED_JSON, message(constrained));
      case StreamReadException malformed ->
          InputFault.at(
              pointer, FaultCodes.MALFORMED_JSON, "This is no JSON: " + message(malformed));
      default -> InputFault.at(pointer, FaultCodes.INVALID_VALUE, message(error));
    };
  }

  private static InputFault unknownField(String pointer, UnrecognizedPropertyException error) {
    var known =
        Optional.ofNullable(error.getKnownPropertyIds()).orElse(List.of()).stream()
            .map(String::valueOf)
            .collect(Collectors.toCollection(TreeSet::new));
    return InputFault.at(
        pointer,
        FaultCodes.UNKNOWN_FIELD,
        "There is no field "
            + Quoted.of(error.getPropertyName())
            + " here. Accepted are "
            + String.join(", ", known)
            + ".");
  }

  private static InputFault mismatch(String pointer, MismatchedInputException error) {
    String message = message(error);
    if (message.startsWith("Missing required creator property")) {
      return InputFault.at(pointer, FaultCodes.MISSING, name(pointer) + " is required.");
    }
    Class<?> type = error.getTargetType();
    return InputFault.at(
        pointer,
        FaultCodes.WRONG_TYPE,
        name(pointer)
            + " is of the wrong type"
            + (type == null ? "." : ": expected " + JsonTypeNames.of(type) + "."));
  }

  private static String message(JacksonException error) {
    Throwable cause = error.getCause();
    if (error instanceof DatabindException
        && cause instanceof IllegalArgumentException
        && cause.getMessage() != null) {
      return cause.getMessage();
    }
    return String.valueOf(error.getOriginalMessage());
  }

  private static InputFault located(InputFault fault, TokenStreamLocation location) {
    return location == null || location.getLineNr() < 1
        ? fault
        : fault.on(location.getLineNr(), Math.max(1, location.getColumnNr()));
  }

  private static String name(String pointer) {
    return pointer.isEmpty() ? "The body" : pointer;
  }

  /** RFC 6901. */
  private static String pointer(List<JacksonException.Reference> path) {
    return path.stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? Integer.toString(step.getIndex())
                    : step.getPropertyName().replace("~", "~0").replace("/", "~1"))
        .map(step -> "/" + step)
        .collect(Collectors.joining());
  }
}
