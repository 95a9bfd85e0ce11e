package dev.kanmin.testkit.bad.decider;

import java.time.LocalDate;
import java.time.ZoneId;

/** State that has the zone of wherever it is read. */
record FarState(LocalDate deadline) {
  String zone() {
    return ZoneId.systemDefault().getId();
  }
}
