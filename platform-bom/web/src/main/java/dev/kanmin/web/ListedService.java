package dev.kanmin.web;

import dev.kanmin.codes.services.Everywhere;
import dev.kanmin.codes.services.Program;
import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import java.util.function.Supplier;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;

/**
 * Holds what the controllers of a listed program answer against its entry in {@code services.yaml}.
 * What is missing there works here and nowhere else: the gateway does not route the address, the
 * issuer gives no token for the scope.
 */
final class ListedService implements SmartInitializingSingleton {
  private static final ServiceList LIST = ServiceList.kanmin();

  private final String name;
  private final Supplier<GuardedHandlerMapping> controllers;

  /** Of a program that is not listed, as tests have them, nothing is checked. */
  ListedService(String name, Supplier<GuardedHandlerMapping> controllers) {
    this.name = name;
    this.controllers = controllers;
  }

  /**
   * Checks all handler methods.
   *
   * @throws IllegalStateException naming the first that is not listed
   */
  @Override
  public void afterSingletonsInstantiated() {
    LIST.programs().stream()
        .filter(program -> program.name().equals(name))
        .forEach(
            program ->
                controllers
                    .get()
                    .getHandlerMethods()
                    .forEach((address, handler) -> check(program, address, handler)));
  }

  private void check(Program program, RequestMappingInfo address, HandlerMethod handler) {
    controllers
        .get()
        .rules(handler)
        .scope()
        .filter(scope -> !program.scopes().containsKey(scope))
        .filter(scope -> !LIST.everywhere().containsKey(scope))
        .ifPresent(scope -> fail("scopes", scope, handler));
    if (program instanceof Service service) {
      address.getPatternsCondition().getPatterns().stream()
          .map(Object::toString)
          .filter(path -> path.startsWith("/v1/"))
          .filter(path -> isNotListed(service, path))
          .forEach(path -> fail("paths", path, handler));
    }
  }

  private static boolean isNotListed(Service service, String path) {
    return !Everywhere.answers(path)
        && service.paths().stream().noneMatch(listed -> (path + "/").startsWith(listed + "/"));
  }

  private void fail(String property, String missing, HandlerMethod handler) {
    throw new IllegalStateException(
        "services.yaml: %s: %s lacks %s, which %s has"
            .formatted(name, property, missing, handler.getShortLogMessage()));
  }
}
