package dev.kanmin.proof;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

/** Drafts, announces and opens a mission, and then extends its deadline again and again. */
final class MissionOfficer implements Runnable {
  private static final String AGENCY = "jetro";
  private static final List<String> COUNTRIES = List.of("VN", "TH", "ID", "PH", "MM", "KH");
  private static final List<String> FIELDS =
      List.of("endoscopy", "diagnostic-imaging", "patient-monitoring", "telemedicine");
  private static final int EXTENSIONS = 12;

  private final Insistence insistence;
  private final Ledger ledger;
  private final int number;
  private final BooleanSupplier goesOn;

  MissionOfficer(Insistence insistence, Ledger ledger, int number, BooleanSupplier goesOn) {
    this.insistence = insistence;
    this.ledger = ledger;
    this.number = number;
    this.goesOn = goesOn;
  }

  @Override
  public void run() {
    for (int round = number; goesOn.getAsBoolean(); round++) {
      mission(
          COUNTRIES.get(round % COUNTRIES.size()),
          FIELDS.get(round / COUNTRIES.size() % FIELDS.size()));
    }
  }

  private void mission(String country, String field) {
    var draft = MissionRequests.draft(country, field, "proof").key(insistence.newKey());
    var drafted = insistence.untilAnswered(AGENCY, draft);
    var id = drafted.json().required("id").asString();
    var entry = ledger.entry(id, AGENCY);
    entry.acknowledged(events(drafted));
    entry.acknowledged(events(keyed(MissionRequests.announce(id))));
    entry.acknowledged(events(keyed(MissionRequests.open(id))));
    for (int step = 1; step <= EXTENSIONS && goesOn.getAsBoolean(); step++) {
      extend(id, entry, step);
    }
  }

  private void extend(String id, Ledger.Entry entry, int step) {
    var deadline = MissionRequests.FIRST_DEADLINE.plusSeconds(step);
    entry.intended(deadline.toString());
    var command = MissionRequests.extend(id, deadline).key(insistence.newKey());
    Optional<Answer> answer = insistence.unlessGivenUp(AGENCY, command);
    answer.ifPresentOrElse(given -> entry.acknowledged(events(given)), entry::leftOpen);
  }

  private Answer keyed(Request command) {
    return insistence.untilAnswered(AGENCY, command.key(insistence.newKey()));
  }

  private static List<String> events(Answer receipt) {
    return StreamSupport.stream(receipt.json().required("events").spliterator(), false)
        .map(event -> event.asString())
        .toList();
  }
}
