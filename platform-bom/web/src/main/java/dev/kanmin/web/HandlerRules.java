package dev.kanmin.web;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a handler method demands of its callers, read from its annotations once.
 *
 * @param scope that the token must have; empty for a public endpoint
 * @param parameters the query parameters it knows
 * @param repeatable those of them that may stand more than once
 * @param anyParameter whether it takes all parameters as a map
 * @param requiresIfMatch whether the caller must say which version the edit is based on
 * @param answersItself whether it takes the exchange alone and completes when it is answered
 */
record HandlerRules(
    Optional<String> scope,
    Set<String> parameters,
    Set<String> repeatable,
    boolean anyParameter,
    boolean requiresIfMatch,
    boolean answersItself) {

  private static final String SPRINGDOC = "org.springdoc.";

  /**
   * Reads the annotations.
   *
   * @throws UnprotectedHandlerException if it says neither which scope it needs nor that it is
   *     public
   */
  static HandlerRules of(HandlerMethod handler) {
    Set<String> parameters = new TreeSet<>();
    Set<String> repeatable = new TreeSet<>();
    boolean any = handler.getBeanType().getName().startsWith(SPRINGDOC);
    for (MethodParameter parameter : handler.getMethodParameters()) {
      parameter.initParameterNameDiscovery(
          new org.springframework.core.DefaultParameterNameDiscoverer());
      if (parameter.getParameterType() == PageRequest.class) {
        parameters.add("cursor");
        parameters.add("limit");
      }
      if (FilterResolver.isFilter(parameter)) {
        parameters.addAll(FilterResolver.parameters(parameter.getParameterType()));
      }
      RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
      if (annotation == null) {
        continue;
      }
      Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
      any |= java.util.Map.class.isAssignableFrom(type);
      String name = name(annotation, parameter);
      parameters.add(name);
      if (type.isArray() || java.util.Collection.class.isAssignableFrom(type)) {
        repeatable.add(name);
      }
    }
    AcceptsParameters accepted = handler.getMethodAnnotation(AcceptsParameters.class);
    if (accepted != null) {
      parameters.addAll(Arrays.asList(accepted.value()));
      repeatable.addAll(Arrays.asList(accepted.value()));
    }
    return new HandlerRules(
        scope(handler),
        Set.copyOf(parameters),
        Set.copyOf(repeatable),
        any,
        handler.hasMethodAnnotation(RequiresIfMatch.class),
        answersItself(handler.getMethod()));
  }

  boolean isPublic() {
    return scope.isEmpty();
  }

  /**
   * Refuses query parameters that are not documented, and those given more often than documented.
   *
   * @throws BadInput if there are any
   */
  void check(MultiValueMap<String, String> query) {
    if (anyParameter) {
      return;
    }
    var faults = query.entrySet().stream().flatMap(entry -> fault(entry).stream()).toList();
    if (!faults.isEmpty()) {
      throw new BadInput(faults);
    }
  }

  private Optional<InputFault> fault(java.util.Map.Entry<String, java.util.List<String>> given) {
    String name = given.getKey();
    if (!parameters.contains(name)) {
      return Optional.of(
          InputFault.parameter(
              name,
              FaultCodes.UNKNOWN_PARAMETER,
              "There is no query parameter " + Quoted.of(name) + " here. " + accepted()));
    }
    if (given.getValue().size() > 1 && !repeatable.contains(name)) {
      return Optional.of(
          InputFault.parameter(
              name, FaultCodes.REPEATED, name + " may be given once, and was given more often."));
    }
    if (given.getValue().stream().allMatch(HandlerRules::isBlank)) {
      return Optional.of(
          InputFault.parameter(
              name,
              FaultCodes.INVALID_VALUE,
              name + " has no value: give it one, or leave it out."));
    }
    return Optional.empty();
  }

  private static boolean isBlank(@Nullable String value) {
    return value == null || value.isBlank();
  }

  private String accepted() {
    return parameters.isEmpty()
        ? "None are accepted."
        : "Accepted are " + String.join(", ", new TreeSet<>(parameters)) + ".";
  }

  private static boolean answersItself(Method method) {
    return Arrays.equals(method.getParameterTypes(), new Class<?>[] {ServerWebExchange.class})
        && ResolvableType.forMethodReturnType(method).as(Mono.class).resolveGeneric(0)
            == Void.class;
  }

  private static String name(RequestParam annotation, MethodParameter parameter) {
    if (!annotation.name().isEmpty()) {
      return annotation.name();
    }
    String discovered = parameter.getParameterName();
    if (discovered == null) {
      throw new IllegalStateException("Compiled without -parameters: " + parameter);
    }
    return discovered;
  }

  private static Optional<String> scope(HandlerMethod handler) {
    if (handler.getBeanType().getName().startsWith(SPRINGDOC)) {
      return Optional.empty();
    }
    RequiresScope onMethod = handler.getMethodAnnotation(RequiresScope.class);
    if (onMethod != null) {
      return Optional.of(onMethod.value());
    }
    if (handler.hasMethodAnnotation(PublicEndpoint.class)) {
      return Optional.empty();
    }
    RequiresScope onType =
        AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), RequiresScope.class);
    if (onType != null) {
      return Optional.of(onType.value());
    }
    if (AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), PublicEndpoint.class)) {
      return Optional.empty();
    }
    throw new UnprotectedHandlerException(handler);
  }
}
