package dev.kanmin.web;

import java.util.Optional;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;

/** Names the parameter, header or path segment that could not be read. */
final class ParameterFaults {
  private ParameterFaults() {}

  static BadInput missing(MissingRequestValueException error) {
    String name = error.getName();
    String detail = name + " is required and absent.";
    return new BadInput(
        error.getLabel().contains("header")
            ? InputFault.header(name, FaultCodes.MISSING, detail)
            : InputFault.parameter(name, FaultCodes.MISSING, detail));
  }

  static BadInput of(ServerWebInputException error) {
    MethodParameter parameter = error.getMethodParameter();
    if (parameter == null) {
      return new BadInput(
          InputFault.at("", FaultCodes.INVALID_VALUE, String.valueOf(error.getReason())));
    }
    if (parameter.hasParameterAnnotation(RequestBody.class)) {
      return new BadInput(
          InputFault.at("", FaultCodes.MISSING, "A request body is required and absent."));
    }
    String name = name(parameter);
    String detail = detail(error, name, parameter.nestedIfOptional().getNestedParameterType());
    return new BadInput(
        parameter.hasParameterAnnotation(RequestHeader.class)
            ? InputFault.header(name, FaultCodes.INVALID_VALUE, detail)
            : InputFault.parameter(name, FaultCodes.INVALID_VALUE, detail));
  }

  /** Our value types say themselves what they accept. */
  private static String detail(ServerWebInputException error, String name, Class<?> type) {
    Throwable root = error;
    Object value = "";
    while (root.getCause() != null) {
      if (root instanceof TypeMismatchException mismatch && mismatch.getValue() != null) {
        value = mismatch.getValue();
      }
      root = root.getCause();
    }
    boolean ours = !type.isPrimitive() && !type.getName().startsWith("java.") && !type.isEnum();
    return ours && root instanceof IllegalArgumentException && root.getMessage() != null
        ? name + ": " + root.getMessage()
        : "%s is %s: expected %s."
            .formatted(name, Quoted.of(String.valueOf(value)), TypeNames.of(type));
  }

  private static String name(MethodParameter parameter) {
    RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
    if (query != null && !query.name().isEmpty()) {
      return query.name();
    }
    PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
    if (path != null && !path.name().isEmpty()) {
      return path.name();
    }
    RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
    if (header != null && !header.name().isEmpty()) {
      return header.name();
    }
    return Optional.ofNullable(parameter.getParameterName()).orElse("?");
  }
}
