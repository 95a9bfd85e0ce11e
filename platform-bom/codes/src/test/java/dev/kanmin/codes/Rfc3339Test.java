package dev.kanmin.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
  @Test
  void a_day_is_a_full_date() {
    assertThat(Rfc3339.day("2028-02-29")).isEqualTo(LocalDate.of(2028, 2, 29));
    assertThat(Rfc3339.day("0001-01-01")).isEqualTo(LocalDate.of(1, 1, 1));
    assertThat(Rfc3339.day("9999-12-31")).isEqualTo(LocalDate.of(9999, 12, 31));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2027-02-07T15:00:00.000Z",
        "2027-02-07Z",
        "2027-02-07+09:00",
        "2027-02-30",
        "2027-2-7",
        "20270207",
        "2027-038",
        "2027-02",
        "0000-01-01",
        "-0001-01-01",
        "+2027-01-01",
        "+58933-01-01",
        "12027-01-01",
        "-999999999-01-01",
        " 2027-02-07",
        "2027-02-07\n",
        "２０２７-02-07",
        "2027/02/07",
        "1797408000"
      })
  void anything_else_is_no_day(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rfc3339.day(text))
        .withMessageEndingWith("is not a day: expected a date (RFC 3339) such as 2027-04-01");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-02-07T15:00:00Z,                2027-02-07T15:00:00Z",
    "2027-02-08T00:00:00+09:00,           2027-02-07T15:00:00Z",
    "2027-02-07T15:00:00-00:00,           2027-02-07T15:00:00Z",
    "2027-02-07T14:59:00.5-23:59,         2027-02-08T14:58:00.5Z",
    "2027-02-07t15:00:00z,                2027-02-07T15:00:00Z",
    "2027-02-07T15:00:00.1234567899Z,     2027-02-07T15:00:00.123456789Z",
    "0001-01-01T00:00:00Z,                0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z,      9999-12-31T23:59:59.999999999Z"
  })
  void a_moment_is_a_date_time(String text, Instant moment) {
    assertThat(Rfc3339.moment(text)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2027-02-07",
        "2027-02-07T15:00:00",
        "2027-02-07T15:00Z",
        "2027-02-07 15:00:00Z",
        "2027-02-07T24:00:00Z",
        "2027-02-07T15:60:00Z",
        "2026-12-31T23:59:60Z",
        "2027-02-30T15:00:00Z",
        "2027-02-07T15:00:00,5Z",
        "2027-02-07T15:00:00.Z",
        "2027-02-07T15:00:00+9:00",
        "2027-02-07T15:00:00+0900",
        "2027-02-07T15:00:00+24:00",
        "2027-02-07T15:00:00+09:60",
        "2027-02-07T15:00:00[Asia/Tokyo]",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "0000-12-31T23:59:59-01:00",
        "+58933-01-01T00:00:00Z",
        "1797408000",
        "1.5",
        "2027-02-07T15:00:00Z\n"
      })
  void anything_else_is_no_moment(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rfc3339.moment(text))
        .withMessageContaining("is not a moment: expected a date-time (RFC 3339)");
  }

  @Test
  void a_zone_is_one_of_the_iana_database() {
    assertThat(Rfc3339.zone("Asia/Ho_Chi_Minh")).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+07:00", "Z", "UTC+7", "GMT+09:00", "JST", "asia/tokyo", "東京"})
  void anything_else_is_no_zone(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rfc3339.zone(text))
        .withMessageContaining("is not a time zone: expected a name of the IANA database");
  }
}
