package dev.kanmin.bench.stage;

import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;

/** The services that commands and events of the measurements go to. */
public final class Measured {
  public static final Service MISSIONS = ServiceList.kanmin().require("trade-missions");
  public static final Service ACTIVITIES = ServiceList.kanmin().require("oda-linkage");

  private Measured() {}
}
