package dev.kanmin.gateway.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cell at one position of the feed, in the order in which it is read.
 *
 * @param position feed position of its last change
 * @param asOf when all this was true
 * @param changes of the last 30 days, latest first
 * @param nextDates soonest first
 * @param gaps what needs somebody
 * @param offices who is responsible
 * @param totals of the activities' money that belongs to this cell, per kind and currency
 * @param unclassified activities of the country that no field could be found for
 * @param leftOut what is not shown
 */
record CellFacts(
    CellId cell,
    long position,
    Instant asOf,
    List<SourceFreshness> sources,
    List<Changed> changes,
    List<NextDate> nextDates,
    List<Gap> gaps,
    List<Office> offices,
    List<Activity> activities,
    List<Amount> totals,
    List<Mission> missions,
    int unclassified,
    List<LeftOut> leftOut) {

  /**
   * @param event short name of the latest event, {@code mission-announced}
   * @param title language tag to text, of the record that changed
   */
  record Changed(Instant at, String event, String subject, Map<String, String> title) {}

  /**
   * A date ahead: at the place when it is a day, with a time when it is a moment.
   *
   * @param kind {@code deadline}, {@code begins}, {@code ends} or {@code step:<code of
   *     scheme-steps>}
   */
  record NextDate(
      Optional<LocalDate> day,
      Optional<Instant> moment,
      String kind,
      String subject,
      Map<String, String> title) {}

  /**
   * @param kind {@code activity-near-tender} and the like
   */
  record Gap(String kind, String subject, Map<String, String> title) {}

  /**
   * @param agency agency code
   * @param name of the office, language tag to text; empty when only the agency is known
   * @param records how many records of this cell it answers for
   */
  record Office(String agency, Map<String, String> name, int records) {}

  /**
   * @param share percentage of the activity that belongs to the cell; empty when not published
   * @param money the cell's part of it
   */
  record Activity(
      String subject,
      String identifier,
      Map<String, String> title,
      String agency,
      Optional<String> scheme,
      Optional<String> step,
      Optional<String> status,
      Optional<BigDecimal> share,
      List<Amount> money) {}

  /**
   * @param kind {@code budgets}, {@code commitments}, {@code disbursements} or {@code expenditures}
   * @param currency ISO 4217 alphabetic code
   */
  record Amount(String kind, BigDecimal amount, String currency) {}

  /**
   * @param state code of {@code mission-states}
   * @param kind code of {@code mission-kinds}
   */
  record Mission(
      String subject,
      Map<String, String> title,
      String kind,
      String state,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<Instant> deadline,
      List<String> agencies,
      int applications) {}

  /**
   * @param reason code, such as {@code money-not-divided}
   */
  record LeftOut(String reason, int count) {}
}
