package dev.kanmin.trademissions.mission;

import static dev.kanmin.trademissions.mission.Samples.JETRO;
import static dev.kanmin.trademissions.mission.Samples.plan;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kanmin.events.Json;
import dev.kanmin.events.Rule;
import dev.kanmin.trademissions.mission.MissionCommand.Draft;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class PlanRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"outward-endoscopy", "policy-dialogue", "buyer-invitation", "pavilion"})
  void a_sample_is_a_good_plan(String sample) {
    assertThatCode(() -> PlanRules.check(plan(sample), JETRO)).doesNotThrowAnyException();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("/kind", PlanRules.UNKNOWN_KIND, "\"pilgrimage\""),
        fault("/title/en", PlanRules.TEXT_OUT_OF_BOUNDS, quoted("x".repeat(201))),
        fault("/countries", "/countries/0", PlanRules.MARKET_NOT_ABROAD, "[\"JP\"]"),
        fault("/countries", "/countries/1", PlanRules.MARKET_NOT_ABROAD, "[\"VN\",\"FR\"]"),
        fault("/countries", PlanRules.REPEATED_ENTRY, "[\"VN\",\"VN\"]"),
        fault("/fields", PlanRules.REPEATED_ENTRY, "[\"endoscopy\",\"endoscopy\"]"),
        fault("/stops/0/city", PlanRules.TEXT_OUT_OF_BOUNDS, "\"  \""),
        fault("/stops/0/venue", PlanRules.TEXT_OUT_OF_BOUNDS, quoted("x".repeat(201))),
        fault("/stops/0/zone", PlanRules.UNKNOWN_ZONE, "\"+07:00\""),
        fault("/stops/0/to", PlanRules.DATES_OUT_OF_ORDER, "\"2027-02-07\""),
        fault("/stops/0/to", PlanRules.DATES_OUT_OF_ORDER, "\"2029-02-08\""),
        fault("/stops/1/from", PlanRules.DATES_OUT_OF_ORDER, "\"2027-02-09\""),
        fault("/supporters", "/supporters/0", PlanRules.UNKNOWN_AGENCY, "[\"nobody\"]"),
        fault(
            "/supporters",
            "/supporters/1",
            PlanRules.ORGANISER_AMONG_SUPPORTERS,
            "[\"jica\",\"jetro\"]"),
        fault("/office/code", PlanRules.ILL_FORMED_CODE, "\"Hà Nội\""),
        fault("/capacity", PlanRules.NUMBER_OUT_OF_RANGE, "0"),
        fault("/capacity", PlanRules.NUMBER_OUT_OF_RANGE, "1001"),
        fault("/offerReplyDays", PlanRules.NUMBER_OUT_OF_RANGE, "31"),
        fault("/booths", PlanRules.NOT_OF_THIS_KIND, "3"),
        fault("/agenda", PlanRules.NOT_OF_THIS_KIND, "[{\"en\":\"item\"}]"),
        fault("/deadline/zone", PlanRules.UNKNOWN_ZONE, "\"Z\""),
        // midnight of the first day in Hanoi
        fault("/deadline/at", PlanRules.DEADLINE_AFTER_BEGIN, "\"2027-02-07T17:00:00Z\""),
        fault("/fee/amount", PlanRules.FEE_NOT_PAYABLE, "\"-1\""),
        fault("/fee/amount", PlanRules.FEE_NOT_PAYABLE, "\"0.5\""),
        fault("/references/0/scheme", PlanRules.ILL_FORMED_CODE, "\"a b\""),
        fault("/references/0/id", PlanRules.TEXT_OUT_OF_BOUNDS, "\"\""));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faults")
  void a_fault_is_refused_with_its_place(String place, String pointer, Rule rule, String value) {
    MissionPlan faulty = plan("outward-endoscopy", json -> put(json, place, value));
    Given.nothing().when(new Draft(JETRO, faulty)).thenRefusedBy(rule, pointer);
  }

  private static Arguments fault(String place, Rule rule, String value) {
    return fault(place, place, rule, value);
  }

  private static Arguments fault(String place, String pointer, Rule rule, String value) {
    return arguments(place, pointer, rule, value);
  }

  private static void put(ObjectNode json, String pointer, String value) {
    int last = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) json.at(pointer.substring(0, last));
    parent.set(pointer.substring(last + 1), Json.events().readTree(value));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
