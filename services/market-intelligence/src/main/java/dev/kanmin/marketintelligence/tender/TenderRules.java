package dev.kanmin.marketintelligence.tender;

import dev.kanmin.events.aggregates.Rule;
import java.util.Optional;

/** Why a command about a tender can be refused. */
final class TenderRules {
  static final Rule NO_SUCH_TENDER = Rule.notFound("no-such-tender", "There is no such tender");
  static final Rule NOT_YOUR_TENDER =
      Rule.forbidden("not-your-tender", "Only the agency that answers for the tender may do this");
  static final Rule NOT_IN_THIS_STATE =
      Rule.conflict("not-in-this-state", "The state of the tender does not allow this");
  static final Rule ALREADY_ENTERED =
      Rule.conflict("already-entered", "The tender has been entered before");
  static final Rule IMPORTED =
      Rule.conflict("imported-tender", "An imported tender is changed by a newer release");
  static final Rule RELEASE_DIFFERS =
      Rule.conflict("release-differs", "A release of this id is known with other content");
  static final Rule UNMERGEABLE =
      Rule.invalid("unmergeable-releases", "The releases cannot be merged");
  static final Rule TOO_LARGE = Rule.invalid("record-too-large", "The record has too much content");
  static final Rule BAD_DEADLINE =
      Rule.invalid("bad-deadline", "A deadline is a moment with its zone, or a day");
  static final Rule BAD_URL = Rule.invalid("bad-url", "The address is no web address");
  static final Rule NOTHING_TO_CONFIRM =
      Rule.conflict("nothing-to-confirm", "No field was found automatically");
  static final Rule FIELD_NOT_FOUND =
      Rule.invalid("field-not-found", "Only fields that were found can be confirmed");
  static final Rule FIELDS_CONTRADICT_REASON =
      Rule.invalid("fields-contradict-reason", "Fields and reason contradict one another");

  private TenderRules() {}

  static Optional<String> known(Tender tender) {
    return tender.facts().map(it -> "Revise it instead.");
  }

  static Optional<String> notEntered(Tender tender) {
    return tender.known().origin() == TenderFacts.Origin.ENTERED
        ? Optional.empty()
        : Optional.of("It came from a file. Import a newer one to change what it says.");
  }

  static Optional<String> withoutFields(Tender tender) {
    return tender.known().fields().isEmpty()
        ? Optional.of("No field was found. Override its fields to say what it is about.")
        : Optional.empty();
  }
}
