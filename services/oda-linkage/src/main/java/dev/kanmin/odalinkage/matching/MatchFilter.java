package dev.kanmin.odalinkage.matching;

import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be matched: exactly one of the first four.
 *
 * @param need id of a need: all companies are judged for it
 * @param activity id of an activity, likewise
 * @param tender id of a tender, likewise
 * @param company id of a company: needs and activities in its fields are judged for it
 * @param outcome candidates alone, or those left out alone
 */
record MatchFilter(
    Optional<String> need,
    Optional<String> activity,
    Optional<String> tender,
    Optional<String> company,
    Optional<MatchView.Outcome> outcome) {

  MatchFilter {
    if (Stream.of(need, activity, tender, company).filter(Optional::isPresent).count() != 1) {
      throw new BadInput(
          InputFault.parameter(
              "need",
              FaultCodes.INVALID_VALUE,
              "Exactly one of need, activity, tender and company is given."));
    }
  }

  /** What decides which items there are, for a cursor. */
  String binding() {
    return "matches " + need + activity + tender + company + outcome;
  }

  boolean shows(Matching.Judged judged) {
    return outcome.map(MatchView.outcome(judged.assessment())::equals).orElse(true);
  }
}
