package dev.kanmin.controltower.targets;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.Decimal;
import dev.kanmin.codes.calendar.WorkingCalendar;
import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.controltower.indicator.Definition.Direction;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How far a target is in a fiscal year.
 *
 * @param value reached so far
 * @param provisional whether it may still change: the year runs, or figures are not accepted
 * @param againstFirst progress against the first version
 * @param againstCurrent progress against the version that holds
 * @param runRate value ÷ (target × elapsed working days ÷ all); 1 is on the line. Only where more
 *     is better and the year runs
 * @param forecast at the rate so far, at the end of the year; no part of the value
 * @param status the colour, by the thresholds that are shown with it
 * @param causeAsked the year is over and was missed or far exceeded: the owner says why
 */
@Schema(name = "TargetProgress")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Progress(
    int fiscalYear,
    Optional<Decimal> value,
    boolean provisional,
    Against againstFirst,
    Against againstCurrent,
    WorkingDays workingDays,
    Optional<Decimal> runRate,
    Optional<Decimal> forecast,
    Status status,
    Thresholds thresholds,
    boolean causeAsked,
    Optional<Target.Cause> cause) {

  /** Labels stand in the code list {@code progress-states}. */
  enum Status implements Coded {
    NO_FIGURE,
    ON_TRACK,
    AT_RISK,
    BEHIND,
    REACHED,
    FAR_EXCEEDED,
    MISSED
  }

  /**
   * Against one version.
   *
   * @param achievement value in per cent of the target; where less is better the other way round
   * @param wayFromBaseline part of the way from baseline to target, in per cent
   */
  @Schema(name = "ProgressAgainst")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Against(
      int version,
      Decimal baseline,
      Optional<Decimal> target,
      Optional<Decimal> achievement,
      Optional<Decimal> wayFromBaseline) {}

  /**
   * Of Japanese public offices.
   *
   * @param provisional whether the holidays of that year are still to be announced
   */
  @Schema(name = "ElapsedWorkingDays")
  record WorkingDays(int elapsed, int all, boolean provisional) {
    static WorkingDays of(int fiscalYear, LocalDate today) {
      LocalDate first = FiscalYears.firstDay(fiscalYear);
      LocalDate last = FiscalYears.lastDay(fiscalYear);
      LocalDate until = today.isAfter(last) ? last : today;
      return new WorkingDays(
          WorkingCalendar.count(first, until),
          WorkingCalendar.count(first, last),
          WorkingCalendar.isProvisional(last));
    }
  }

  /**
   * Where the colours change; settings of the installation.
   *
   * @param onTrack run rate from which it is on track
   * @param atRisk run rate from which it is at risk; below it is behind
   * @param farExceeded achievement in per cent from which a cause is asked for
   */
  @Schema(name = "ProgressThresholds")
  record Thresholds(Decimal onTrack, Decimal atRisk, Decimal farExceeded) {}

  /**
   * What was reached.
   *
   * @param isFinal whether all of it is accepted
   */
  record Reached(Optional<BigDecimal> value, boolean isFinal) {}

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  static Progress of(
      Target target,
      Direction direction,
      int fiscalYear,
      Reached reached,
      Thresholds thresholds,
      LocalDate today) {
    WorkingDays days = WorkingDays.of(fiscalYear, today);
    boolean over = Target.isOver(fiscalYear, today);
    Against current = against(target.current(), direction, fiscalYear, reached.value());
    Optional<BigDecimal> runRate =
        over || direction == Direction.DOWN
            ? Optional.empty()
            : runRate(reached.value(), target.current().of(fiscalYear), days);
    Status status =
        status(
            reached.value(), current.achievement().map(Decimal::value), runRate, over, thresholds);
    return new Progress(
        fiscalYear,
        reached.value().map(Decimal::of),
        !over || !reached.isFinal(),
        against(target.first(), direction, fiscalYear, reached.value()),
        current,
        days,
        runRate.map(Decimal::of),
        over || direction == Direction.DOWN
            ? Optional.empty()
            : forecast(reached.value(), days).map(Decimal::of),
        status,
        thresholds,
        over && (status == Status.MISSED || status == Status.FAR_EXCEEDED),
        target.causeOf(fiscalYear));
  }

  private static Against against(
      Target.Version version, Direction direction, int fiscalYear, Optional<BigDecimal> value) {
    Optional<BigDecimal> target = version.of(fiscalYear);
    BigDecimal baseline = version.baseline().value().value();
    Optional<BigDecimal> achievement =
        target.flatMap(
            aim ->
                value.flatMap(
                    it -> direction == Direction.UP ? percent(it, aim) : percent(aim, it)));
    Optional<BigDecimal> way =
        target.flatMap(
            aim -> value.flatMap(it -> percent(it.subtract(baseline), aim.subtract(baseline))));
    return new Against(
        version.number(),
        Decimal.of(baseline),
        target.map(Decimal::of),
        achievement.map(Decimal::of),
        way.map(Decimal::of));
  }

  private static Optional<BigDecimal> runRate(
      Optional<BigDecimal> value, Optional<BigDecimal> target, WorkingDays days) {
    return target
        .filter(it -> it.signum() > 0 && days.elapsed() > 0)
        .flatMap(
            aim ->
                value.map(
                    it ->
                        it.multiply(BigDecimal.valueOf(days.all()))
                            .divide(
                                aim.multiply(BigDecimal.valueOf(days.elapsed())),
                                2,
                                RoundingMode.HALF_UP)));
  }

  private static Optional<BigDecimal> forecast(Optional<BigDecimal> value, WorkingDays days) {
    return value
        .filter(_ -> days.elapsed() > 0)
        .map(
            it ->
                it.multiply(BigDecimal.valueOf(days.all()))
                    .divide(BigDecimal.valueOf(days.elapsed()), 1, RoundingMode.HALF_UP));
  }

  private static Status status(
      Optional<BigDecimal> value,
      Optional<BigDecimal> achievement,
      Optional<BigDecimal> runRate,
      boolean over,
      Thresholds thresholds) {
    if (value.isEmpty() || achievement.isEmpty()) {
      return Status.NO_FIGURE;
    }
    if (atLeast(achievement, thresholds.farExceeded().value())) {
      return Status.FAR_EXCEEDED;
    }
    if (atLeast(achievement, HUNDRED)) {
      return Status.REACHED;
    }
    if (over) {
      return Status.MISSED;
    }
    if (runRate.isEmpty()) {
      return Status.BEHIND;
    }
    return atLeast(runRate, thresholds.onTrack().value())
        ? Status.ON_TRACK
        : atLeast(runRate, thresholds.atRisk().value()) ? Status.AT_RISK : Status.BEHIND;
  }

  private static boolean atLeast(Optional<BigDecimal> number, BigDecimal least) {
    return number.filter(it -> it.compareTo(least) >= 0).isPresent();
  }

  private static Optional<BigDecimal> percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? Optional.empty()
        : Optional.of(part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP));
  }
}
