package dev.kanmin.proof;

import static dev.kanmin.infrastructure.faults.Invariant.ONE_EFFECT;
import static dev.kanmin.infrastructure.faults.Invariant.PROPER_ANSWERS;

import dev.kanmin.infrastructure.faults.Seed;
import java.util.List;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** Imports one small file after the other, each until there is a report on it. */
final class ImportOfficer implements Runnable {
  private static final String AGENCY = "jica";
  private static final int ACTIVITIES = 5;

  private final Insistence insistence;
  private final Ledger ledger;
  private final String publisher;
  private final BooleanSupplier goesOn;

  ImportOfficer(
      Insistence insistence, Ledger ledger, Seed seed, int number, BooleanSupplier goesOn) {
    this.insistence = insistence;
    this.ledger = ledger;
    this.publisher = "XM-SAMPLE-%x-%x-%d".formatted(seed.value(), System.nanoTime(), number);
    this.goesOn = goesOn;
  }

  @Override
  public void run() {
    for (int file = 0; goesOn.getAsBoolean(); file++) {
      take(new ActivityFile(publisher, file, ACTIVITIES));
    }
  }

  private void take(ActivityFile file) {
    var report = insistence.untilAnswered(AGENCY, file.request()).json();
    if (!isComplete(report)) {
      ledger.fault(PROPER_ANSWERS, "a good file was not taken whole: " + report);
      return;
    }
    for (JsonNode activity : report.required("activities")) {
      var id = activity.required("id").asString();
      // however often the file was sent: there is one event, the first
      ledger
          .entry(id, AGENCY)
          .acknowledged(List.of("/" + Services.ACTIVITIES.name() + "/" + id + "/1"));
    }
    if (insistence.nowAndThen()) {
      var again = insistence.untilAnswered(AGENCY, file.request()).json();
      if (again.required("unchanged").asInt() != ACTIVITIES
          || again.required("events").asInt() != 0) {
        ledger.fault(ONE_EFFECT, "importing a file again changed something: " + again);
      }
    }
  }

  private static boolean isComplete(JsonNode report) {
    return report.required("complete").asBoolean()
        && report.required("rejected").asInt() == 0
        && report.required("accepted").asInt() + report.required("unchanged").asInt() == ACTIVITIES;
  }
}
