package dev.kanmin.trademissions.mission;

import static dev.kanmin.trademissions.mission.Samples.JETRO;
import static dev.kanmin.trademissions.mission.Samples.plan;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.wire.Json;
import dev.kanmin.trademissions.mission.MissionCommand.Draft;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class PlanChecksTest {

  @ParameterizedTest
  @ValueSource(strings = {"outward-endoscopy", "policy-dialogue", "buyer-invitation", "pavilion"})
  void a_sample_is_a_good_plan(String sample) {
    assertThatCode(() -> PlanChecks.check(plan(sample), JETRO)).doesNotThrowAnyException();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("/kind", PlanChecks.UNKNOWN_KIND, "\"pilgrimage\""),
        fault("/title/en", Checks.TEXT_OUT_OF_BOUNDS, quoted("x".repeat(201))),
        fault("/countries", "/countries/0", PlanChecks.MARKET_NOT_ABROAD, "[\"JP\"]"),
        fault("/countries", "/countries/1", PlanChecks.MARKET_NOT_ABROAD, "[\"VN\",\"FR\"]"),
        fault("/countries", Checks.REPEATED_ENTRY, "[\"VN\",\"VN\"]"),
        fault("/fields", Checks.REPEATED_ENTRY, "[\"endoscopy\",\"endoscopy\"]"),
        fault("/stops/0/city", Checks.TEXT_OUT_OF_BOUNDS, "\"  \""),
        fault("/stops/0/venue", Checks.TEXT_OUT_OF_BOUNDS, quoted("x".repeat(201))),
        fault("/stops/0/to", PlanChecks.DATES_OUT_OF_ORDER, "\"2027-02-07\""),
        fault("/stops/0/to", PlanChecks.DATES_OUT_OF_ORDER, "\"2029-02-08\""),
        fault("/stops/1/from", PlanChecks.DATES_OUT_OF_ORDER, "\"2027-02-09\""),
        fault("/supporters", "/supporters/0", Checks.UNKNOWN_AGENCY, "[\"nobody\"]"),
        fault(
            "/supporters",
            "/supporters/1",
            PlanChecks.ORGANISER_AMONG_SUPPORTERS,
            "[\"jica\",\"jetro\"]"),
        fault("/office/code", Checks.ILL_FORMED_CODE, "\"Hà Nội\""),
        fault("/capacity", Checks.NUMBER_OUT_OF_RANGE, "0"),
        fault("/capacity", Checks.NUMBER_OUT_OF_RANGE, "1001"),
        fault("/offerReplyDays", Checks.NUMBER_OUT_OF_RANGE, "31"),
        fault("/booths", PlanChecks.NOT_OF_THIS_KIND, "3"),
        fault("/agenda", PlanChecks.NOT_OF_THIS_KIND, "[{\"en\":\"item\"}]"),
        // midnight of the first day in Hanoi
        fault("/deadline/at", PlanChecks.DEADLINE_AFTER_BEGIN, "\"2027-02-07T17:00:00Z\""),
        fault("/fee/amount", Checks.NOT_PAYABLE, "\"-1\""),
        fault("/fee/amount", Checks.NOT_PAYABLE, "\"0.5\""),
        fault("/references/0/scheme", Checks.ILL_FORMED_CODE, "\"a b\""),
        fault("/references/0/id", Checks.TEXT_OUT_OF_BOUNDS, "\"\""));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faults")
  void a_fault_is_refused_with_its_place(String place, String pointer, Rule rule, String value) {
    MissionPlan faulty = plan("outward-endoscopy", json -> put(json, place, value));
    Given.nothing().when(new Draft(faulty)).thenRefusedBy(rule, pointer);
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
