package dev.kanmin.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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
    String detail = name + " " + found(error) + expected(error, parameter);
    return new BadInput(
        parameter.hasParameterAnnotation(RequestHeader.class)
            ? InputFault.header(name, FaultCodes.INVALID_VALUE, detail)
            : InputFault.parameter(name, FaultCodes.INVALID_VALUE, detail));
  }

  private static String found(ServerWebInputException error) {
    return mismatch(error)
        .map(TypeMismatchException::getValue)
        .map(value -> "is " + Quoted.of(String.valueOf(value)))
        .orElse("cannot be read");
  }

  /** Our value types say themselves what they accept. */
  private static String expected(ServerWebInputException error, MethodParameter parameter) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
    if (type.isEnum()) {
      return ": expected one of "
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "))
          + ".";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return ": expected a " + type.getSimpleName().toLowerCase(Locale.ROOT) + ".";
    }
    return root.getMessage() == null ? "." : ": " + root.getMessage();
  }

  private static Optional<TypeMismatchException> mismatch(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof TypeMismatchException mismatch) {
        return Optional.of(mismatch);
      }
    }
    return Optional.empty();
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
