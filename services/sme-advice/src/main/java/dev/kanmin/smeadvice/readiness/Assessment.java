package dev.kanmin.smeadvice.readiness;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.smeadvice.questionnaire.Questionnaire;
import dev.kanmin.smeadvice.questionnaire.Questionnaires;
import dev.kanmin.smeadvice.questionnaire.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * An assessment as it stands; it never changes: a company that has moved on is assessed anew.
 *
 * @param by the agency that assessed; answers are for it alone
 * @param version of the questionnaire
 * @param on the day, in Tokyo
 * @param at the moment: the later one of a day counts
 * @param answers code of the answer by code of the question
 */
record Assessment(
    String companyId,
    AgencyCode by,
    int version,
    LocalDate on,
    Instant at,
    @JsonSetter(nulls = AS_EMPTY) Map<String, String> answers,
    boolean sample) {

  /** Before the first event. */
  static final Assessment NONE =
      new Assessment(
          "", AgencyCode.of("nobody"), 0, LocalDate.EPOCH, Instant.EPOCH, Map.of(), false);

  boolean exists() {
    return version > 0;
  }

  boolean isBy(AgencyCode agency) {
    return by.equals(agency);
  }

  Questionnaire questionnaire() {
    return Questionnaires.version(version).orElseThrow();
  }

  Score score() {
    return Score.of(questionnaire(), answers);
  }
}
