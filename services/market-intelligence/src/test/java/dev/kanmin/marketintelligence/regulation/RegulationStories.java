package dev.kanmin.marketintelligence.regulation;

import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.wire.Json;
import dev.kanmin.marketintelligence.DevFiles;
import dev.kanmin.marketintelligence.regulation.RegulationCommand.State;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.service.Stories;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Where stories of regulation begin: JETRO states facts, in December 2026. */
public final class RegulationStories {
  private RegulationStories() {}

  static Stories<RegulationCommand, RegulationEvent, Regulation> nothing() {
    return Stories.of(Regulations.TYPE).by("jetro").at("2026-12-01T00:00:00Z");
  }

  public static AggregateType<?, ?, ?> type() {
    return Regulations.TYPE;
  }

  public static void tell(EventContract contract) {
    ObjectNode ofField = DevFiles.json("regulations/viet-nam-validity.json");
    ofField.put("field", "endoscopy").put("url", "https://example.org/decree");
    contract.told(
        Regulations.TYPE,
        List.of(nothing().given(Json.strict().treeToValue(ofField, State.class))),
        List.of(nothing().given(fact("Unlimited"))));
  }

  /** Of Viet Nam's validity. */
  static State fact(String english) {
    ObjectNode fact = DevFiles.json("regulations/viet-nam-validity.json");
    fact.putObject("value").put("en", english);
    return Json.strict().treeToValue(fact, State.class);
  }
}
