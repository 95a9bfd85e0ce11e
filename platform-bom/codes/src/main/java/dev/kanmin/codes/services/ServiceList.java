package dev.kanmin.codes.services;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All services and the gateway, as {@code services.yaml} lists them.
 *
 * @param services in the order of the list
 * @param everywhere scopes of what the platform answers in every service, with their demo roles
 */
public record ServiceList(
    List<Service> services, Gateway gateway, Map<String, Set<DemoRole>> everywhere) {
  private static final int PORT_OF_THE_GATEWAY = 8080;

  /**
   * Takes the list only if its entries go together.
   *
   * @throws IllegalArgumentException naming the entries that do not
   */
  public ServiceList {
    services = List.copyOf(services);
    everywhere = Map.copyOf(everywhere);
    everywhere.keySet().forEach(Checks::scope);
    var names = new Owners("name");
    services.forEach(service -> names.take(service.name(), service.name()));
    var scopes = new Owners("scope");
    everywhere.keySet().forEach(scope -> scopes.take(scope, "everywhere"));
    for (var program : programs(services, gateway)) {
      program.scopes().keySet().forEach(scope -> scopes.take(scope, program.name()));
    }
    pathsAreApart(services);
    followedAreListed(services);
  }

  /**
   * The list of Kanmin.
   *
   * @throws IllegalStateException naming the line at fault
   */
  public static ServiceList kanmin() {
    return Loaded.LIST;
  }

  public Optional<Service> find(String name) {
    return services.stream().filter(service -> service.name().equals(name)).findFirst();
  }

  /**
   * The listed one of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Service require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is not a service: services.yaml lists %s"
                        .formatted(name, services.stream().map(Service::name).toList())));
  }

  /** All that answer requests: the services, then the gateway. */
  public List<Program> programs() {
    return programs(services, gateway);
  }

  /** Everything that a token can allow, and which demo roles get it; sorted. */
  public Map<String, Set<DemoRole>> scopes() {
    var all = new TreeMap<>(everywhere);
    programs().forEach(program -> all.putAll(program.scopes()));
    return all;
  }

  /** What tokens of a demo role can allow. */
  public Set<String> scopesOf(DemoRole role) {
    return scopes().entrySet().stream()
        .filter(scope -> scope.getValue().contains(role))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The port of 127.0.0.1 on which the local run has a program, unless another one is there. */
  public int usualPort(Program program) {
    return switch (program) {
      case Gateway _ -> PORT_OF_THE_GATEWAY;
      case Service service -> PORT_OF_THE_GATEWAY + 1 + services.indexOf(service);
    };
  }

  private static List<Program> programs(List<Service> services, Gateway gateway) {
    return Stream.<Program>concat(services.stream(), Stream.of(gateway)).toList();
  }

  private static void pathsAreApart(List<Service> services) {
    for (var service : services) {
      for (var other : services) {
        for (var path : service.paths()) {
          if (!service.equals(other)
              && other.paths().stream().anyMatch(taken -> Checks.isBelow(taken, path))) {
            throw new IllegalArgumentException(
                "%s: paths: %s is already answered by %s"
                    .formatted(service.name(), path, other.name()));
          }
        }
      }
    }
  }

  private static void followedAreListed(List<Service> services) {
    var names = services.stream().map(Service::name).collect(Collectors.toSet());
    for (var service : services) {
      var followed = new HashSet<String>();
      for (var name : service.follows()) {
        if (!names.contains(name) || !followed.add(name)) {
          throw new IllegalArgumentException(
              "%s: follows: '%s' is not a listed service, named once"
                  .formatted(service.name(), name));
        }
      }
    }
  }

  /** Who has listed a value, which nobody else may list. */
  private record Owners(String what, Map<String, String> byValue) {
    Owners(String what) {
      this(what, new HashMap<>());
    }

    void take(String value, String owner) {
      var other = byValue.putIfAbsent(value, owner);
      if (other != null) {
        throw new IllegalArgumentException(
            "%s: the %s %s is listed before, for %s".formatted(owner, what, value, other));
      }
    }
  }

  private static final class Loaded {
    static final ServiceList LIST = ServiceFile.ofClassPath();
  }
}
