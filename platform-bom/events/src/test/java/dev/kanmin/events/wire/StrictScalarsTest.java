package dev.kanmin.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidDefinitionException;

class StrictScalarsTest {
  record Trip(
      Optional<LocalDate> on,
      Optional<Instant> at,
      Optional<ZoneId> zone,
      List<String> notes,
      Map<String, String> title) {}

  @Test
  void each_is_read_in_its_one_spelling() {
    Trip trip =
        read(
            """
            {"on":"2027-02-08","at":"2027-02-08T00:00:00+09:00","zone":"Asia/Tokyo",
             "notes":["one\\n\\ttwo"],"title":{"ja":"内視鏡"}}""");
    assertThat(trip.on()).contains(LocalDate.of(2027, 2, 8));
    assertThat(trip.at()).contains(Instant.parse("2027-02-07T15:00:00Z"));
    assertThat(trip.zone()).contains(ZoneId.of("Asia/Tokyo"));
    assertThat(trip.notes()).containsExactly("one\n\ttwo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2027-02-07T15:00:00.000Z\"",
        "\"+58933-01-01\"",
        "\"\"",
        "[2027,1,1]",
        "[]",
        "{}",
        "1797408000",
        "1.5",
        "true"
      })
  void anything_else_is_no_day(String json) {
    assertThatFailsAt("on", "{\"on\":" + json + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2027-02-07\"",
        "\"2027-02-07T15:00:00\"",
        "\"1.5\"",
        "1797408000",
        "1.5",
        "[1]"
      })
  void anything_else_is_no_moment(String json) {
    assertThatFailsAt("at", "{\"at\":" + json + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"+09:00\"", "\"UTC+9\"", "\"JST\"", "9", "[\"Asia/Tokyo\"]"})
  void anything_else_is_no_zone(String json) {
    assertThatFailsAt("zone", "{\"zone\":" + json + "}");
  }

  @Test
  void texts_hold_no_control_characters_wherever_they_stand() {
    assertThatFailsAt("notes/1", "{\"notes\":[\"a\",\"b\\u0000\"]}");
    assertThatFailsAt("title/ja", "{\"title\":{\"ja\":\"\\u001b\"}}");
  }

  @Test
  void other_types_of_time_are_a_fault_of_the_body_s_type() {
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(
            () -> Json.strict().readValue("\"2027-02-07T15:00:00Z\"", OffsetDateTime.class));
  }

  @Test
  void what_is_stored_and_sent_stays_readable() {
    assertThat(Json.events().readValue("\"+12027-02-07\"", LocalDate.class))
        .isEqualTo(LocalDate.of(12027, 2, 7));
    assertThat(Json.events().readValue("\"\\u0000\"", String.class)).isEqualTo("\0");
  }

  private static void assertThatFailsAt(String place, String json) {
    assertThatExceptionOfType(JacksonException.class)
        .isThrownBy(() -> read(json))
        .satisfies(
            failure ->
                assertThat(
                        failure.getPath().stream()
                            .map(
                                step ->
                                    step.getPropertyName() == null
                                        ? String.valueOf(step.getIndex())
                                        : step.getPropertyName()))
                    .isEqualTo(List.of(place.split("/"))));
  }

  private static Trip read(String json) {
    return Json.strict().readValue(json, Trip.class);
  }
}
