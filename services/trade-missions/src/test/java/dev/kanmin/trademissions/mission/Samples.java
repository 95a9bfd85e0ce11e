package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.EventTypes;
import dev.kanmin.events.wire.Json;
import dev.kanmin.trademissions.DevMissions;
import dev.kanmin.trademissions.mission.MissionCommand.*;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The made-up missions of {@code src/dev/missions}, and a story to put them in. */
final class Samples {
  static final EventTypes<MissionEvent> EVENTS = Missions.TYPE.eventTypes("trade-missions");

  static final AgencyCode JETRO = AgencyCode.of("jetro");
  static final AgencyCode JICA = AgencyCode.of("jica");
  static final AgencyCode METI = AgencyCode.of("meti");

  /** The story: drafted in autumn, applied to until December, under way in February. */
  static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");

  static final Instant DEADLINE = Instant.parse("2026-12-18T08:00:00Z");
  static final Instant AFTER_THE_DEADLINE = Instant.parse("2026-12-18T08:00:00.001Z");
  static final Instant JANUARY = Instant.parse("2027-01-10T00:00:00Z");
  static final Instant FIRST_DAY = Instant.parse("2027-02-08T02:00:00Z");

  static final Declined FULL = new Declined(DeclineReason.OVER_CAPACITY, Optional.empty());
  static final String SURVIVOR = "cmp_00000000000000000000000002";
  static final String OLIVE = "cmp_00000000000000000000000001";

  static final LocalizedText WHY = LocalizedText.of("【サンプル】会場の都合", "[Sample] The venue");

  private Samples() {}

  /** The plan in {@code src/dev/missions/<name>.json}. */
  static MissionPlan plan(String name) {
    return plan(name, json -> {});
  }

  static MissionPlan plan(String name, Consumer<ObjectNode> change) {
    ObjectNode json = DevMissions.read(name);
    change.accept(json);
    return Json.events().treeToValue(json, MissionPlan.class);
  }

  static CorporateNumber company(int number) {
    return DevMissions.company(number);
  }

  /** Organised by JETRO, supported by JICA, with so many places. */
  static MissionCommand[] open(int capacity) {
    return new MissionCommand[] {
      new Draft(plan("outward-endoscopy", json -> json.put("capacity", capacity))),
      new Announce(),
      new Open()
    };
  }

  static Apply apply(String application, int company) {
    return new Apply(
        application, Optional.empty(), Optional.of(company(company)), ApplicationDetails.NONE);
  }

  /** Of a company that the directory knows, without a corporate number. */
  static Apply applyAs(String application, String companyId) {
    return new Apply(
        application, Optional.of(companyId), Optional.empty(), ApplicationDetails.NONE);
  }
}
