package dev.kanmin.proof;

import dev.kanmin.codes.services.Service;
import java.util.List;

/**
 * Where officers send their commands.
 *
 * @param missions any of these, at random for each attempt
 * @param activities where files are imported
 */
record Doors(List<Api> missions, Api activities) {
  /** As everybody does. */
  static Doors gateway(LocalSystem system) {
    return new Doors(List.of(system.api()), system.api());
  }

  /** Past the gateway, straight to the services. */
  static Doors services(LocalSystem system) {
    return new Doors(
        List.of(service(system, Services.MISSIONS)), service(system, Services.ACTIVITIES));
  }

  private static Api service(LocalSystem system, Service service) {
    return system.api().through(system.state().process(service.name()).address());
  }
}
