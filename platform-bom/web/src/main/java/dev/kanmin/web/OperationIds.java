package dev.kanmin.web;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * Names an operation by what its address is about and what its handler does: {@code
 * missionsApplicationsAcceptOffer} for {@code POST
 * /v1/missions/{id}/applications/{application}/accept-offer}. The name depends on nothing but the
 * handler, so that it stays whatever else the service, or another one, offers.
 */
final class OperationIds {
  private final Map<String, String> addresses = new ConcurrentHashMap<>();

  /**
   * The id of the operation.
   *
   * @throws IllegalStateException if another address has it already: a suffix would depend on which
   *     of them is described first
   */
  String of(HandlerMethod handler) {
    Method method = handler.getMethod();
    String id = id(handler);
    String address = methods(method) + " " + path(handler);
    String other = addresses.putIfAbsent(id, address);
    if (other != null && !other.equals(address)) {
      throw new IllegalStateException(
          "%s and %s would both be the operation %s: rename %s"
              .formatted(other, address, id, method));
    }
    return id;
  }

  private static String id(HandlerMethod handler) {
    Method method = handler.getMethod();
    List<String> nouns = new ArrayList<>(staticSteps(handler));
    String verb = StringUtils.uncapitalize(method.getName());
    if (!nouns.isEmpty() && verb.startsWith(nouns.getLast())) {
      verb = nouns.removeLast();
    } else {
      verb = firstWord(verb);
    }
    String name =
        Stream.concat(nouns.stream(), Stream.of(verb))
            .map(StringUtils::capitalize)
            .collect(Collectors.joining());
    return StringUtils.uncapitalize(name);
  }

  /** Without the version and without variables, each as a name: {@code acceptOffer}. */
  private static List<String> staticSteps(HandlerMethod handler) {
    return Arrays.stream(path(handler).split("/", -1))
        .filter(step -> !step.isEmpty() && !step.startsWith("{") && !step.matches("v[0-9]+"))
        .map(OperationIds::camelCase)
        .toList();
  }

  private static String path(HandlerMethod handler) {
    return path(handler.getBeanType()) + "/" + path(handler.getMethod());
  }

  private static List<RequestMethod> methods(Method method) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
    return mapping == null ? List.of() : List.of(mapping.method());
  }

  private static String path(AnnotatedElement element) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class);
    return mapping == null || mapping.path().length == 0 ? "" : mapping.path()[0];
  }

  private static String camelCase(String step) {
    String name =
        Arrays.stream(step.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1))
            .map(StringUtils::capitalize)
            .collect(Collectors.joining());
    return StringUtils.uncapitalize(name);
  }

  private static String firstWord(String name) {
    return name.split("(?=[A-Z])", 2)[0];
  }
}
