package dev.kanmin.proof;

import dev.kanmin.codes.services.Program;
import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import java.util.List;

/** Those that the scenes play in, and all. */
final class Services {
  static final Service MISSIONS = ServiceList.kanmin().require("trade-missions");
  static final Service ACTIVITIES = ServiceList.kanmin().require("oda-linkage");

  /** All but those two, on which officers work in the fault campaigns. */
  static final List<Service> OTHERS =
      ServiceList.kanmin().services().stream()
          .filter(service -> !service.equals(MISSIONS) && !service.equals(ACTIVITIES))
          .toList();

  static final Service ADVICE = ServiceList.kanmin().require("sme-advice");

  /** The gateway too: whatever answers on {@code /actuator/health/readiness}. */
  static final List<String> PROGRAMS =
      ServiceList.kanmin().programs().stream().map(Program::name).toList();

  private Services() {}
}
