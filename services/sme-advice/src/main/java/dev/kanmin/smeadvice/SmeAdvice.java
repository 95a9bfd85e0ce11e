package dev.kanmin.smeadvice;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Advice to companies that go abroad (海外展開相談).
 *
 * <dl>
 *   <dt>Commands
 *   <dd>{@code CaseCommand}: open, attach, assign, start, ask the company, record its reply, close;
 *       notes, next actions, referrals, tags; {@code AssessmentCommand}: assess; {@code
 *       MeasureCommand}: publish, revise, retire
 *   <dt>Queries
 *   <dd>{@code CaseQueries}: cases by company, country, field, state, agency and tag; one case with
 *       its service clocks; {@code AssessmentQueries}: own assessments, peers; {@code
 *       MeasureQueries}, {@code Eligibility}: support measures, and who can use them; the working
 *       calendar
 *   <dt>Publishes
 *   <dd>{@code CaseEvent} and {@code MeasureEvent} with their cards, {@code AssessmentEvent}; see
 *       {@code contract/}
 *   <dt>Subscribes to
 *   <dd>{@code kanmin.directory}: what support measures ask of companies ({@code Companies}); of
 *       one that is merged into another the cases follow; {@code kanmin.oda-linkage}: an agreed
 *       linkage opens a case; {@code kanmin.trade-missions}: a selected company has preparations on
 *       its case
 * </dl>
 */
@SpringBootApplication
public class SmeAdvice {
  public static void main(String[] arguments) {
    SpringApplication.run(SmeAdvice.class, arguments);
  }
}
