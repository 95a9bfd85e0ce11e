package dev.kanmin.smeadvice.cases;

import static dev.kanmin.smeadvice.cases.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.smeadvice.cases.ServiceClock.Face;
import dev.kanmin.smeadvice.cases.ServiceClock.Reading;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The case is opened on Thursday 1 October 2026; Monday the 12th is Sports Day. */
class ServiceClockTest {
  @Test
  void a_clock_counts_working_days_after_the_day_of_opening() {
    assertThat(read(opened().state(), "2026-10-01").used()).isZero();
    assertThat(read(opened().state(), "2026-10-05").used()).isEqualTo(2);
    assertThat(read(opened().state(), "2026-10-13").used()).isEqualTo(7);
    assertThat(read(opened().state(), "2026-10-05").due()).contains(LocalDate.parse("2026-10-08"));
  }

  @Test
  void the_day_is_that_of_tokyo() {
    // 16:00 UTC is the next day there
    Case late = nothing().at("2026-10-01T16:00:00Z").given(OPEN).state();
    assertThat(read(late, "2026-10-02").used()).isZero();
    assertThat(read(late, "2026-10-05").used()).isEqualTo(1);
  }

  @Test
  void it_stands_still_while_the_case_waits_for_the_company() {
    var asked = inProgress().at("2026-10-07T03:00:00Z").given(ASK); // 2, 5 and 6 October count
    Reading waiting = ServiceClock.HANDLING.read(asked.state(), LocalDate.parse("2026-11-30"));
    assertThat(waiting.face()).isEqualTo(Face.STOPPED);
    assertThat(waiting.used()).isEqualTo(3);
    assertThat(waiting.due()).isEmpty();
    Case replied = asked.at("2026-11-30T03:00:00Z").given(REPLY).state();
    Reading running = ServiceClock.HANDLING.read(replied, LocalDate.parse("2026-12-01"));
    assertThat(running.face()).isEqualTo(Face.RUNNING);
    assertThat(running.used()).isEqualTo(5);
    assertThat(running.due()).isPresent();
  }

  @Test
  void the_first_response_ends_when_work_starts() {
    Reading reading = read(inProgress().state(), "2026-12-01");
    assertThat(reading.face()).isEqualTo(Face.ENDED);
    assertThat(reading.used()).isZero();
    assertThat(reading.within()).isTrue();
  }

  @Test
  void what_took_longer_than_the_target_says_so() {
    assertThat(read(opened().state(), "2026-10-09").within()).isFalse();
    assertThat(read(opened().state(), "2026-10-08").within()).isTrue();
  }

  private static Reading read(Case one, String today) {
    return ServiceClock.FIRST_RESPONSE.read(one, LocalDate.parse(today));
  }
}
